using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>延期报批 (art 33): once in a term, at most as long as the law allows; the head of the disclosure office decides.</summary>
public sealed record ProposeExtension(DateOnly ProposedOn, int WorkingDays, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, ProposeExtension command, DateOnly today) => Unless(
        Open(state)
            ?? (state.ProposedExtension is { } proposed ? new ExtensionAlreadyProposed(proposed.ProposedOn) : null)
            ?? (state.CurrentExtension is { } used ? new ExtensionAlreadyUsed(used.ApprovedOn) : null)
            ?? ExtendAnswerTerm.Length(state, command.WorkingDays)
            ?? Since(state.FirstStepOn, FactDate.ExtensionProposal, command.ProposedOn, today),
        new ExtensionProposed(command.ProposedOn, command.WorkingDays, command.Reason));
}
