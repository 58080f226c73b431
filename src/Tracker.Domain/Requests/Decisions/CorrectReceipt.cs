using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 更正收到的事实: the channel or a date of the arrival was recorded wrongly. The day of receipt follows anew (art 31), and with it the due
/// date and the year in which the request is counted as new. What happened since must still be possible.
/// </summary>
public sealed record CorrectReceipt(DateOnly CorrectedOn, Channel Channel, ReceiptDates Dates, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, CorrectReceipt command, WorkingCalendar calendar, DateOnly today)
    {
        var corrected = new ReceiptFactsCorrected(command.CorrectedOn, command.Channel, command.Dates, command.Reason);
        return Unless(
            Valid(state)
                ?? (state.Registration is { } known && known.Channel == command.Channel && known.Dates == command.Dates ? new NothingCorrected() : null)
                ?? Arrival(command.Channel, command.Dates, calendar, today)
                ?? Contradiction(state, corrected, calendar, today)
                ?? Beside(state, state.IsRegistered ? state.Evolve(corrected) : state),
            corrected);
    }

    /// <summary>What moves no clock and still rests on the receipt.</summary>
    private static ReceiptContradictsFact? Beside(RequestState before, RequestState after)
    {
        var steps = (before.Course?.Backwards() ?? []).Select(entry => entry.Event switch
        {
            AnswerDrafted e => e.DraftedOn,
            PartWithheld e => e.DecidedOn,
            PartSplitOff e => e.SplitOn,
            RequestReceived { SplitOn: { } split } => split,
            RequestAnswered { OnTheSpot: true } e when e.LeftOn != after.Receipt.On => DateOnly.MinValue,
            _ => DateOnly.MaxValue,
        }).ToList();
        return steps.Count > 0 && steps.Min() is var first && first < after.FirstStepOn
            ? new(Impossibility.BeforeReceipt, first == DateOnly.MinValue ? before.Result!.On : first)
            : null;
    }
}
