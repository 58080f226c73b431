using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>告知延期 (art 33): before the due date it lengthens; told later it is recorded and flagged, also after the answer.</summary>
public sealed record TellApplicantOfExtension(DateOnly ToldOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, TellApplicantOfExtension command, DateOnly today)
    {
        var untold = state.UntoldExtension;
        return Unless(
            Valid(state)
                ?? (untold is null ? Told(state) : null)
                ?? NotAhead(FactDate.ExtensionNotice, command.ToldOn, today)
                ?? (command.ToldOn < untold!.ApprovedOn ? new NotifiedBeforeApproval(command.ToldOn, untold.ApprovedOn) : null),
            new ApplicantToldOfExtension(command.ToldOn));
    }

    private static RequestRefusal Told(RequestState state) =>
        state.CurrentExtension?.NotifiedOn is { } told ? new ApplicantAlreadyToldOfExtension(told) : new NoExtensionToTell();
}
