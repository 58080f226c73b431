using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>告知申请人征求意见: that somebody is asked, and that the time this takes is not counted (art 33).</summary>
public sealed record TellApplicantOfConsultation(int Number, DateOnly ToldOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, TellApplicantOfConsultation command, DateOnly today) => Unless(
        Asked(state, command.Number, FactDate.ConsultationNotice, command.ToldOn, today, out var asked)
            ?? (asked.ApplicantToldOn is { } told ? new ApplicantAlreadyToldOfConsultation(told) : null),
        new ApplicantToldOfConsultation(command.Number, command.ToldOn));
}
