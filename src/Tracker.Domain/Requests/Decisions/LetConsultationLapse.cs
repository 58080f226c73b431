using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 逾期未提出意见: proposed when the 15 working days are over, established by a person. Of a third party the agency decides (art 32); a
/// co-author counts as consenting (art 34). Another agency has no term.
/// </summary>
public sealed record LetConsultationLapse(int Number, DateOnly EstablishedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, LetConsultationLapse command, WorkingCalendar calendar, DateOnly today) => Unless(
        Awaited(state, command.Number, FactDate.ConsultationLapse, command.EstablishedOn, today, out var asked)
            ?? Term(asked.Limit(calendar), command.EstablishedOn),
        new ConsultationLapsed(command.Number, command.EstablishedOn));

    private static RequestRefusal? Term(DateOnly? limit, DateOnly establishedOn) =>
        limit is not { } last ? new NoTermToLapse()
        : establishedOn <= last ? new OpinionStillAwaited(last)
        : null;
}
