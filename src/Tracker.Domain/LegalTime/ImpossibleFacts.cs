using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Domain.LegalTime;

/// <summary>Why a fact cannot have happened. What happened against the law is no such thing: it is recorded and flagged.</summary>
public enum Impossibility
{
    /// <summary>The receipt is missing.</summary>
    NotReceived,

    /// <summary>Received twice.</summary>
    ReceivedTwice,

    /// <summary>A day before the calendar begins.</summary>
    BeforeTheCalendar,

    /// <summary>A day that lies ahead.</summary>
    InTheFuture,

    /// <summary>Arrived, signed for or confirmed before it was sent.</summary>
    ArrivedBeforeFiling,

    /// <summary>Mail that reached the office before it was signed for, or was confirmed before it was there.</summary>
    ArrivalOutOfOrder,

    /// <summary>Before the request was received, or its letter was there.</summary>
    BeforeReceipt,

    /// <summary>After the request had ended; only an opinion may come too late.</summary>
    AfterTheEnd,

    /// <summary>A notice while another is open.</summary>
    NoticeAlreadyOpen,

    /// <summary>A period that ends before its notice.</summary>
    PeriodEndsBeforeNotice,

    /// <summary>A supplement nobody asked for.</summary>
    NoSupplementAsked,

    /// <summary>Two consultations of one id.</summary>
    ConsultationIdUsed,

    /// <summary>The end of a consultation that was never begun, or had ended.</summary>
    NoSuchConsultation,

    /// <summary>Received before it was sent.</summary>
    ReceivedBeforeSending,

    /// <summary>A second extension of one term (art 33).</summary>
    ExtendedTwice,

    /// <summary>Longer than the law allows, or no number of days (art 33).</summary>
    ExtensionLength,

    /// <summary>Told before it was approved.</summary>
    NotifiedBeforeApproval,

    /// <summary>A payment nobody asked for.</summary>
    NoPaymentAsked,

    /// <summary>A date under art 35 that is not later than the due date, or had passed when it was told.</summary>
    DelayNotLater,
}

/// <summary>Finds facts that cannot have happened, in facts nobody has checked yet.</summary>
public static class ImpossibleFacts
{
    /// <summary>The first impossible fact and why; none if all can have happened.</summary>
    /// <param name="facts">In order (<see cref="ClockFacts.InOrder"/>).</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="today">Nothing has happened after it.</param>
    public static (ClockFact? Fact, Impossibility Why)? FirstOf(ImmutableArray<ClockFact> facts, WorkingCalendar calendar, DateOnly today)
    {
        if (facts is not [ReceiptFact receipt, .. var rest])
        {
            return (facts.FirstOrDefault(), Impossibility.NotReceived);
        }

        if (OfReceipt(receipt, calendar, today) is { } impossible)
        {
            return (receipt, impossible);
        }

        var check = new Course(receipt);
        foreach (var (place, fact) in rest.Index())
        {
            var why = fact.On > today || LaterDay(fact) > today ? Impossibility.InTheFuture
                : fact.On < ReceiptRule.FirstStepOn(receipt.Channel, receipt.Dates) ? Impossibility.BeforeReceipt
                : check.Impossible(fact, () => RequestClock.Read([receipt, .. rest[..place]], calendar).DueOn);
            if (why is { } found)
            {
                return (fact, found);
            }
        }

        return null;
    }

    /// <summary>The day on which somebody had the letter.</summary>
    private static DateOnly? LaterDay(ClockFact fact) => fact switch
    {
        ConsultationOpenedFact f => f.PartyReceivedOn,
        FeeNoticeFact f => f.ReceivedOn,
        ExtensionFact f => f.NotifiedOn,
        ReceiptFact or SupplementNoticeFact or SupplementFact or ConsultationClosedFact or FeePaidFact or DelayFact or EndFact or ReopenedFact => null,
        _ => throw new UnreachableException(),
    };

    private static Impossibility? OfReceipt(ReceiptFact receipt, WorkingCalendar calendar, DateOnly today)
    {
        var known = receipt.Dates.Known.Select(date => date.On).ToList();
        return known.Exists(on => on > today) ? Impossibility.InTheFuture
            : receipt.Dates.FiledOn < calendar.FirstDay ? Impossibility.BeforeTheCalendar
            : known.Exists(on => on < receipt.Dates.FiledOn) ? Impossibility.ArrivedBeforeFiling
            : receipt.Dates.OutOfOrder(receipt.Channel) is not null ? Impossibility.ArrivalOutOfOrder
            : null;
    }

    /// <summary>What is open while the facts are gone through.</summary>
    private sealed class Course(ReceiptFact receipt)
    {
        private readonly Dictionary<string, DateOnly?> consultations = [];
        private bool noticeOpen;
        private bool feeOpen;
        private bool extended;
        private bool ended;

        public Impossibility? Impossible(ClockFact fact, Func<DateOnly?> due)
        {
            if (ended && fact is not (ConsultationClosedFact or ReopenedFact))
            {
                return Impossibility.AfterTheEnd;
            }

            switch (fact)
            {
                case ReceiptFact:
                    return Impossibility.ReceivedTwice;
                case SupplementNoticeFact f:
                    return noticeOpen ? Impossibility.NoticeAlreadyOpen
                        : f.PeriodEndsOn < f.On ? Impossibility.PeriodEndsBeforeNotice
                        : Happened(noticeOpen = true);
                case SupplementFact:
                    return noticeOpen ? Happened(noticeOpen = extended = false) : Impossibility.NoSupplementAsked;
                case ConsultationOpenedFact f:
                    return f.PartyReceivedOn < f.On ? Impossibility.ReceivedBeforeSending
                        : consultations.TryAdd(f.Id, f.On) ? null
                        : Impossibility.ConsultationIdUsed;
                case ConsultationClosedFact f:
                    return consultations.GetValueOrDefault(f.Id) is null ? Impossibility.NoSuchConsultation : Happened(consultations[f.Id] = null);
                case FeeNoticeFact f:
                    return feeOpen ? Impossibility.NoticeAlreadyOpen
                        : f.ReceivedOn < f.On ? Impossibility.ReceivedBeforeSending
                        : Happened(feeOpen = true);
                case FeePaidFact:
                    return feeOpen ? Happened(feeOpen = extended = false) : Impossibility.NoPaymentAsked;
                case ExtensionFact f:
                    return OfExtension(f);
                case DelayFact f:
                    return f.DueOn < f.On || f.DueOn <= due() ? Impossibility.DelayNotLater : null;
                case EndFact:
                    return Happened(ended = true);
                case ReopenedFact:
                    return Happened(ended = false);
                default:
                    throw new UnreachableException();
            }
        }

        private Impossibility? OfExtension(ExtensionFact fact)
        {
            if (fact.WorkingDays < 1 || fact.WorkingDays > AnswerTerm.LongestExtension(receipt.On))
            {
                return Impossibility.ExtensionLength;
            }

            if (fact.NotifiedOn < fact.On)
            {
                return Impossibility.NotifiedBeforeApproval;
            }

            if (extended)
            {
                return Impossibility.ExtendedTwice;
            }

            extended = !noticeOpen && !feeOpen; // while the clock stands still it has no effect, and is no extension of the next term
            return null;
        }

        /// <summary>Nothing is impossible about it, and it has been noted.</summary>
        private static Impossibility? Happened<T>(T _) => null;
    }
}
