using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>批准延期 (art 33): the head of the disclosure office agrees to what was proposed; from then on the term is extended.</summary>
/// <param name="NotifiedOn">The applicant told at once; later it is an act of its own, and missing until then.</param>
public sealed record ApproveExtension(DateOnly ApprovedOn, DateOnly? NotifiedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, ApproveExtension command, DateOnly today) =>
        (Open(state) ?? Proposed(state, FactDate.Extension, command.ApprovedOn, today)) is { } reason
            ? Refuse(reason)
            : ExtendAnswerTerm.Decide(
                state, new(command.ApprovedOn, state.ProposedExtension!.WorkingDays, command.NotifiedOn, Reason: null), today);

    /// <summary>Something was proposed, and it is decided no earlier.</summary>
    internal static RequestRefusal? Proposed(RequestState state, FactDate date, DateOnly on, DateOnly today) =>
        state.ProposedExtension is { } proposed ? Since(proposed.ProposedOn, date, on, today) : new NoExtensionProposed();
}
