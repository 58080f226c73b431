using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>征求意见函送达: the day the party had it, from which its 15 working days count (arts 32, 34).</summary>
public sealed record ServeConsultation(int Number, DateOnly ReceivedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, ServeConsultation command, DateOnly today) => Unless(
        Awaited(state, command.Number, FactDate.ConsultationService, command.ReceivedOn, today, out var asked)
            ?? (asked.PartyReceivedOn is { } known ? new ConsultationAlreadyServed(known) : null),
        new ConsultationServed(command.Number, command.ReceivedOn));
}
