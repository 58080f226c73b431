using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 延期答复 (art 33): once in a term, at most 20 working days (15 under the old art 24), added to the current due date.
/// Approved after the due date it is recorded and flagged late.
/// </summary>
public sealed record ExtendAnswerTerm(DateOnly ApprovedOn, int WorkingDays, DateOnly? NotifiedOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ExtendAnswerTerm command, DateOnly today)
    {
        var reason = Open(state)
            ?? (state.CurrentExtension is { } used ? new ExtensionAlreadyUsed(used.ApprovedOn) : null)
            ?? (state.TermFacts.Any(fact => fact is LaterDateSet told && told.ToldOn == command.ApprovedOn)
                ? new ExtensionOnDayOfLaterDate(command.ApprovedOn)
                : null)
            ?? Length(state, command.WorkingDays)
            ?? Follows(state, FactDate.Extension, command.ApprovedOn, today)
            ?? Notice(command, today);

        return reason is not null
            ? Refuse(reason)
            : Accept(new AnswerTermExtended(command.ApprovedOn, command.WorkingDays, command.NotifiedOn, command.Reason));
    }

    /// <summary>From one working day to the most the law of the day of receipt allows (art 33; old art 24).</summary>
    internal static RequestRefusal? Length(RequestState state, int workingDays)
    {
        var atMost = AnswerTerm.LongestExtension(state.Receipt.On);
        return workingDays < 1 || workingDays > atMost ? new ExtensionLengthNotAllowed(workingDays, atMost) : null;
    }

    private static RequestRefusal? Notice(ExtendAnswerTerm command, DateOnly today) => command.NotifiedOn is not { } notified
        ? null
        : NotAhead(FactDate.ExtensionNotice, notified, today)
            ?? (notified < command.ApprovedOn ? new NotifiedBeforeApproval(notified, command.ApprovedOn) : null);
}
