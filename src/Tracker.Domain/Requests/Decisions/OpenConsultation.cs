using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 征求意见: of a third party (art 32), a co-author (art 34) or another agency; several may run at once. The time it takes is not counted
/// (art 33). It runs beside the other steps and may be entered after later ones.
/// </summary>
/// <param name="ApplicantToldOn">Told at once; later it is an act of its own.</param>
/// <param name="IsAnotherParty">A second party of one kind and day, and not the first one entered again.</param>
public sealed record OpenConsultation(
    ConsultationKind Kind,
    DateOnly SentOn,
    DateOnly? PartyReceivedOn,
    DateOnly? ApplicantToldOn,
    bool IsAnotherParty,
    Sealed<string>? Party,
    Sealed<string>? Matter)
{
    public static Decision<RequestEvent> Decide(RequestState state, OpenConsultation command, DateOnly today)
    {
        var reason = AwaitsAnswer(state)
            ?? Since(state.FirstStepOn, FactDate.Consultation, command.SentOn, today)
            ?? Later(command, FactDate.ConsultationService, command.PartyReceivedOn, today)
            ?? Later(command, FactDate.ConsultationNotice, command.ApplicantToldOn, today)
            ?? (IsKnown(state, command) && !command.IsAnotherParty ? new ConsultationAlreadyOpened(command.Kind, command.SentOn) : null);
        if (reason is not null)
        {
            return Refuse(reason);
        }

        var number = state.Consultations.Length + 1;
        var opened = new ConsultationOpened(number, command.Kind, command.SentOn, command.PartyReceivedOn, command.Party, command.Matter);
        return command.ApplicantToldOn is { } told ? Accept(opened, new ApplicantToldOfConsultation(number, told)) : Accept(opened);
    }

    private static RequestRefusal? Later(OpenConsultation command, FactDate date, DateOnly? on, DateOnly today) => on is not { } day
        ? null
        : NotAhead(date, day, today) ?? (day < command.SentOn ? new BeforeTheConsultation(date, day, command.SentOn) : null);

    private static bool IsKnown(RequestState state, OpenConsultation command) =>
        state.Consultations.Any(known => known.Kind == command.Kind && known.SentOn == command.SentOn);
}
