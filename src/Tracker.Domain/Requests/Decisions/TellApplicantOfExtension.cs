using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>告知延期 (art 33): before the due date it lengthens; told later it is recorded and flagged.</summary>
public sealed record TellApplicantOfExtension(DateOnly ToldOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, TellApplicantOfExtension command, DateOnly today) => Unless(
        Open(state)
            ?? (state.CurrentExtension is null ? new NoExtensionToTell() : null)
            ?? (state.CurrentExtension!.NotifiedOn is { } told ? new ApplicantAlreadyToldOfExtension(told) : null)
            ?? NotAhead(FactDate.ExtensionNotice, command.ToldOn, today)
            ?? (command.ToldOn < state.CurrentExtension!.ApprovedOn
                ? new NotifiedBeforeApproval(command.ToldOn, state.CurrentExtension.ApprovedOn)
                : null),
        new ApplicantToldOfExtension(command.ToldOn));
}
