using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Tracker.Domain.Requests;

namespace Tracker.Domain.LegalTime;

/// <summary>A fact the clock reads: a legal day and what happened on it. The family is closed.</summary>
/// <param name="On">The legal day.</param>
public abstract record ClockFact(DateOnly On)
{
    /// <summary>Facts of one day in their order: received, notice, supplement, consultation, fee, extension, answer.</summary>
    internal int PlaceInDay => this switch
    {
        ReceiptFact => 0,
        SupplementNoticeFact => 1,
        SupplementFact => 2,
        ConsultationOpenedFact => 3,
        ConsultationClosedFact => 4,
        FeeNoticeFact => 5,
        FeePaidFact => 6,
        ExtensionFact => 7,
        DelayFact => 8,
        EndFact => 9,
        ReopenedFact => 10,
        _ => throw new UnreachableException(),
    };
}

/// <summary>收到申请 (art 31): the channel and every known date; the day of receipt follows from them.</summary>
public sealed record ReceiptFact(Channel Channel, ReceiptDates Dates) : ClockFact(ReceiptRule.Of(Channel, Dates).On);

/// <summary>补正告知 (art 30)</summary>
/// <param name="On">The day it was issued.</param>
/// <param name="PeriodEndsOn">The last day to supplement, itself included.</param>
public sealed record SupplementNoticeFact(DateOnly On, DateOnly? PeriodEndsOn = null) : ClockFact(On);

/// <summary>收到补正 (art 30)</summary>
public sealed record SupplementFact(DateOnly On) : ClockFact(On);

/// <summary>Whom an agency asks before it answers. Its members' names are stored: retired, never renamed.</summary>
public enum ConsultationKind
{
    /// <summary>第三方 (art 32): 15 working days.</summary>
    ThirdParty,

    /// <summary>共同制作机关 (art 34): 15 working days.</summary>
    CoAuthor,

    /// <summary>其他机关: no limit of its own.</summary>
    OtherAgency,
}

/// <summary>征求意见 (arts 32, 34): the time it takes is not counted (art 33).</summary>
/// <param name="Id">Which consultation.</param>
/// <param name="Kind">Whom.</param>
/// <param name="On">The day it was sent; the next working day is the first that is not counted.</param>
/// <param name="PartyReceivedOn">The day the party had it, from which its 15 working days count; from the sending while unknown.</param>
public sealed record ConsultationOpenedFact(string Id, ConsultationKind Kind, DateOnly On, DateOnly? PartyReceivedOn = null) : ClockFact(On);

/// <summary>The opinion arrived: the last day that is not counted.</summary>
public sealed record ConsultationClosedFact(string Id, DateOnly On) : ClockFact(On);

/// <summary>延期 (art 33)</summary>
/// <param name="On">The day it was approved.</param>
/// <param name="WorkingDays">How many working days it adds.</param>
/// <param name="NotifiedOn">The day the applicant was told.</param>
public sealed record ExtensionFact(DateOnly On, int WorkingDays, DateOnly? NotifiedOn = null) : ClockFact(On);

/// <summary>收费通知 (国办函〔2020〕109号)</summary>
/// <param name="On">The day it was sent.</param>
/// <param name="ReceivedOn">The day the applicant had it, which is day 0 of the 20 working days to pay; from the sending while unknown.</param>
public sealed record FeeNoticeFact(DateOnly On, DateOnly? ReceivedOn = null) : ClockFact(On);

/// <summary>缴费 (国办函〔2020〕109号), or its waiver, after which nothing is awaited any more and which is taken to start a fresh term too [?].</summary>
public sealed record FeePaidFact(DateOnly On, bool Waived = false) : ClockFact(On);

/// <summary>另行确定答复时间 (art 35): reasons were asked for, found reasonable, and a later date was told to the applicant.</summary>
/// <param name="On">The day it was told.</param>
/// <param name="DueOn">The date that was set.</param>
public sealed record DelayFact(DateOnly On, DateOnly DueOn) : ClockFact(On);

/// <summary>办结: the answer left the agency, or the request was withdrawn.</summary>
public sealed record EndFact(DateOnly On, bool Withdrawn = false) : ClockFact(On);

/// <summary>恢复办理, or 责令重新答复 with the term it sets.</summary>
/// <param name="On">The day of resumption, or the day the order reached the agency.</param>
/// <param name="DueOn">The last day of the ordered term, itself included; none where nobody ordered it.</param>
public sealed record ReopenedFact(DateOnly On, DateOnly? DueOn = null) : ClockFact(On);

/// <summary>Between the facts of a request and those of the clock.</summary>
public static class ClockFacts
{
    /// <summary>Every fact of a request that the clock reads, in the order in which they happened.</summary>
    public static ImmutableArray<ClockFact> Of(RequestState state)
    {
        var registration = state.Registration ?? throw new ArgumentException("A request that was never received has no clock.", nameof(state));
        var facts = ImmutableArray.CreateBuilder<ClockFact>(state.TermFacts.Length + 2);
        facts.Add(new ReceiptFact(registration.Channel, registration.Dates));
        var moving = new Queue<ClockFact>(state.TermFacts.Select(Of));
        foreach (var end in Ends(state))
        {
            while (moving.TryPeek(out var fact) && (fact.On, fact.PlaceInDay).CompareTo((end.On, end.PlaceInDay)) <= 0)
            {
                facts.Add(moving.Dequeue());
            }

            facts.Add(end);
        }

        facts.AddRange(moving);
        return facts.ToImmutable();
    }

    /// <summary>How it ended, was taken up again, and ended again, in its own order.</summary>
    private static IEnumerable<ClockFact> Ends(RequestState state)
    {
        if (state.Result is { } result)
        {
            yield return new EndFact(result.On, Withdrawn: result.Ground == Grounds.Withdrawn || result.Ground == Grounds.ApplicantCeased); // neither can be late
        }

        foreach (var reopening in state.Reopenings)
        {
            yield return new ReopenedFact(reopening.On, reopening.DueOn);
            if (reopening.AnsweredOn is { } answered)
            {
                yield return new EndFact(answered, Withdrawn: reopening.Unanswered);
            }
        }

        if (state.Voiding is { } voiding && (state.Result is null || state.Reopening is { AnsweredOn: null }))
        {
            yield return new EndFact(voiding.VoidedOn, Withdrawn: true);
        }
    }

    /// <summary>
    /// Facts of a request with one more at its place: behind those of earlier days and those that come before it on its own day. Recorded
    /// after an answer of the same day, a second notice follows it (<see cref="InOrder"/>).
    /// </summary>
    internal static ImmutableArray<RequestEvent> InPlace(ImmutableArray<RequestEvent> facts, RequestEvent happened)
    {
        var fact = Of(happened);
        var place = facts.Length;
        while (place > 0 && Of(facts[place - 1]) is var before && (fact.On, fact.PlaceInDay).CompareTo((before.On, before.PlaceInDay)) < 0
            && (fact, before) is not ((SupplementNoticeFact, SupplementFact) or (FeeNoticeFact, FeePaidFact)))
        {
            place--;
        }

        return facts.Insert(place, happened);
    }

    /// <summary>
    /// The facts in the order in which they happened; those of one day in their own order, but for a second notice on the day on which
    /// the first was answered: it follows the answer.
    /// </summary>
    public static ImmutableArray<ClockFact> InOrder(IEnumerable<ClockFact> facts)
    {
        var ordered = facts.OrderBy(fact => fact is not ReceiptFact).ThenBy(fact => fact.On).ThenBy(fact => fact.PlaceInDay).ToList();
        AnswerFirst<SupplementNoticeFact, SupplementFact>(ordered);
        AnswerFirst<FeeNoticeFact, FeePaidFact>(ordered);
        return [.. ordered];
    }

    private static void AnswerFirst<TNotice, TAnswer>(List<ClockFact> facts)
    {
        var isOpen = false;
        for (var place = 0; place < facts.Count; place++)
        {
            var fact = facts[place];
            if (isOpen && fact is TNotice && facts.FindIndex(place, later => later is TAnswer && later.On == fact.On) is >= 0 and var answer)
            {
                fact = facts[answer];
                facts.RemoveAt(answer);
                facts.Insert(place, fact);
            }

            isOpen = fact is TNotice || (isOpen && fact is not TAnswer);
        }
    }

    private static ClockFact Of(RequestEvent happened) => happened switch
    {
        SupplementNoticeIssued e => new SupplementNoticeFact(e.IssuedOn, e.PeriodEndsOn),
        SupplementReceived e => new SupplementFact(e.ReceivedOn),
        AnswerTermExtended e => new ExtensionFact(e.ApprovedOn, e.WorkingDays, e.NotifiedOn),
        ConsultationOpened e => new ConsultationOpenedFact(Id(e.Number), e.Kind, e.SentOn, e.PartyReceivedOn),
        ConsultationAnswered e => new ConsultationClosedFact(Id(e.Number), e.ReceivedOn),
        ConsultationLapsed e => new ConsultationClosedFact(Id(e.Number), e.EstablishedOn), // its days ended before
        FeeNoticeIssued e => new FeeNoticeFact(e.IssuedOn, e.ReceivedOn),
        FeePaid e => new FeePaidFact(e.PaidOn),
        FeeWaived e => new FeePaidFact(e.WaivedOn, Waived: true),
        LaterDateSet e => new DelayFact(e.ToldOn, e.DueOn),
        _ => throw new UnreachableException(),
    };

    /// <summary>A consultation's number as the clock's deadlines name it.</summary>
    public static string Id(int consultation) => consultation.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was known on a legal day: nothing that happened later, and no date of anything that lies ahead.</summary>
    public static ImmutableArray<ClockFact> AsOf(ImmutableArray<ClockFact> facts, DateOnly day)
    {
        if (facts.FirstOrDefault() is not ReceiptFact receipt || receipt.Dates.FiledOn > day)
        {
            return [];
        }

        return [.. facts.Select(fact => Known(fact, day)).Where(fact => fact.On <= day)];
    }

    private static ClockFact Known(ClockFact fact, DateOnly day) => fact switch
    {
        ReceiptFact f => new ReceiptFact(f.Channel, f.Dates.AsOf(day)),
        ConsultationOpenedFact f => f with { PartyReceivedOn = Passed(f.PartyReceivedOn, day) },
        ExtensionFact f => f with { NotifiedOn = Passed(f.NotifiedOn, day) },
        FeeNoticeFact f => f with { ReceivedOn = Passed(f.ReceivedOn, day) },
        SupplementNoticeFact or SupplementFact or ConsultationClosedFact or FeePaidFact or DelayFact or EndFact or ReopenedFact => fact,
        _ => throw new UnreachableException(),
    };

    private static DateOnly? Passed(DateOnly? date, DateOnly day) => date <= day ? date : null;
}
