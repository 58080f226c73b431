using Tracker.Domain.Offices;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>印发: the letter is made out. The request ends when the letter leaves, not on the day printed on it (国办公开办函〔2016〕235号).</summary>
/// <param name="IssuedOn">落款日期</param>
/// <param name="DocumentNumber">答复文号 as somebody typed it; none if it has none, or was drawn.</param>
/// <param name="Drawn">The number the office's counter gave.</param>
public sealed record IssueAnswer(DateOnly IssuedOn, string? DocumentNumber, LetterNumber? Drawn = null)
{
    /// <summary>
    /// A typed number that the office's counter gives, or will give, is refused: if it moved the counter, one slip of the hand would leave
    /// a gap for ever, and two people who type the same next number would both be right.
    /// </summary>
    public static Decision<RequestEvent> Decide(RequestState state, IssueAnswer command, OfficeState office, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Draft switch
            {
                { Stage: DraftStage.Approved, On: var approved } => Since(approved, FactDate.AnswerIssue, command.IssuedOn, today),
                { Stage: DraftStage.Issued, On: var issued } => new AnswerAlreadyIssued(issued),
                null or { Stage: DraftStage.Drafted or DraftStage.Submitted or DraftStage.Returned } => new AnswerNotApproved(),
                _ => throw new System.Diagnostics.UnreachableException(),
            })
            ?? OfCounter(command, office),
        new AnswerIssued(command.IssuedOn, command.Drawn?.Text ?? command.DocumentNumber, command.Drawn?.Place));

    private static LetterNumberOfCounter? OfCounter(IssueAnswer command, OfficeState office) =>
        command is { Drawn: null, DocumentNumber: { } typed } && office.NumberOfCounter(typed) is not null ? new(typed) : null;
}
