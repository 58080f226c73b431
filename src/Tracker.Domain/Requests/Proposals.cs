using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Domain.Requests;

/// <summary>提议: what a day that has passed suggests. The system proposes, a person decides.</summary>
public abstract record Proposal
{
    private protected Proposal() { }
}

/// <summary>认定逾期未提出意见: the party's 15 working days are over (arts 32, 34).</summary>
/// <param name="Number">Which consultation.</param>
/// <param name="Until">The last day it had.</param>
public sealed record LapseOfConsultation(int Number, DateOnly Until) : Proposal;

/// <summary>按逾期未缴费办结: the 20 working days to pay are over (国办函〔2020〕109号).</summary>
/// <param name="Until">The last day to pay.</param>
public sealed record ClosingAsFeeOverdue(DateOnly Until) : Proposal;

/// <summary>按逾期不补正办结: the notice's period is over and nothing came (art 30).</summary>
/// <param name="Until">The last day to supplement.</param>
public sealed record ClosingAsSupplementOverdue(DateOnly Until) : Proposal;

/// <summary>The one rule for what is proposed on a day.</summary>
public static class Proposals
{
    public static ImmutableArray<Proposal> Of(RequestState state, WorkingCalendar calendar, DateOnly today) =>
        state.IsRegistered && !state.IsClosed ? [.. Look(state, calendar, today)] : [];

    private static IEnumerable<Proposal> Look(RequestState state, WorkingCalendar calendar, DateOnly today)
    {
        foreach (var asked in state.Consultations)
        {
            if (asked.IsOpen && asked.Limit(calendar) is { } limit && limit < today)
            {
                yield return new LapseOfConsultation(asked.Number, limit);
            }
        }

        if (state.OpenSupplement is { } notice && CloseAsSupplementOverdue.LastDay(notice, calendar) is { } ends && ends < today)
        {
            yield return new ClosingAsSupplementOverdue(ends);
        }

        if (state.OpenFeeNotice?.ReceivedOn is { } received && Fees.LastDayToPay(received, calendar) is var last && last < today)
        {
            yield return new ClosingAsFeeOverdue(last);
        }
    }
}
