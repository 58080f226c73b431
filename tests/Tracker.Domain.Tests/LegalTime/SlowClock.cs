using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// The count once more, written from the law and not from the program: it walks from day to day, and the days of consultations are a set.
/// It knows lawful facts only, in their order.
/// </summary>
internal sealed class SlowClock
{
    private readonly Func<DateOnly, bool> isWorkingDay;
    private readonly ImmutableArray<ClockFact> facts;
    private readonly DateOnly horizon;
    private readonly HashSet<DateOnly> consulting = [];

    public SlowClock(ImmutableArray<ClockFact> facts, Func<DateOnly, bool> isWorkingDay)
    {
        (this.facts, this.isWorkingDay) = (facts, isWorkingDay);
        horizon = facts.Max(fact => fact.On).AddDays(400);
        foreach (var asked in facts.OfType<ConsultationOpenedFact>())
        {
            LeaveOut(asked);
        }
    }

    /// <summary>Where the current term begins in the list of facts: the last restart (art 30; 国办函〔2020〕109号), else the receipt.</summary>
    public int Restart
    {
        get
        {
            var place = facts.Length - 1;
            while (facts[place] is not (ReceiptFact or SupplementFact or FeePaidFact))
            {
                place--;
            }

            return place;
        }
    }

    public DateOnly StartsOn => facts[Restart].On;

    /// <summary>A notice has no answer yet.</summary>
    public bool IsStopped => IsAwaited(facts.Length);

    /// <summary>The day of the notice that stopped the current term; the day of the restart, where something was still awaited then.</summary>
    public DateOnly? StoppedOn => IsStopped ? IsAwaited(Restart + 1) ? StartsOn : facts.Skip(Restart).First(IsNotice).On : null;

    /// <summary>20 working days, 15 before 2019-05-15, and what the term was extended by.</summary>
    public int Allowance => (facts[0].On < On("2019-05-15") ? 15 : 20) + Running.Sum(Days);

    /// <summary>The date set under art 35, and by how many working days it was extended afterwards.</summary>
    public (DateOnly On, int ExtendedBy)? Set => Running.OfType<DelayFact>().LastOrDefault() is { } delay
        ? (delay.DueOn, Running.SkipWhile(fact => fact != delay).Sum(Days))
        : null;

    public DateOnly? DueOn => IsStopped ? null
        : Set is var (on, extendedBy) ? Walk(on, extendedBy, _ => true)
        : Walk(StartsOn, Allowance, day => !consulting.Contains(day));

    /// <summary>Working days that count, after the term's first day up to and including a day.</summary>
    public int Counted(DateOnly until)
    {
        var count = 0;
        for (var day = StartsOn.AddDays(1); day <= until; day = day.AddDays(1))
        {
            count += isWorkingDay(day) && !consulting.Contains(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>What happened in the current term before anything stopped it.</summary>
    private IEnumerable<ClockFact> Running => IsAwaited(Restart + 1) ? [] : facts.Skip(Restart + 1).TakeWhile(fact => !IsNotice(fact));

    private static bool IsNotice(ClockFact fact) => fact is SupplementNoticeFact or FeeNoticeFact;

    private static int Days(ClockFact fact) => fact is ExtensionFact extension ? extension.WorkingDays : 0;

    private bool IsAwaited(int count)
    {
        var known = facts.Take(count).ToList();
        return known.Count(fact => fact is SupplementNoticeFact) > known.Count(fact => fact is SupplementFact)
            || known.Count(fact => fact is FeeNoticeFact) > known.Count(fact => fact is FeePaidFact);
    }

    /// <summary>From the day after sending to the opinion, or to the party's 15th working day, whichever is first (arts 32 to 34).</summary>
    private void LeaveOut(ConsultationOpenedFact asked)
    {
        var answered = facts.OfType<ConsultationClosedFact>().SingleOrDefault(answer => answer.Id == asked.Id)?.On ?? horizon;
        var lapses = asked.Kind == ConsultationKind.OtherAgency ? null : Walk(asked.PartyReceivedOn ?? asked.On, 15, _ => true);
        for (var day = asked.On.AddDays(1); day <= answered && !(day > lapses); day = day.AddDays(1))
        {
            consulting.Add(day);
        }
    }

    private DateOnly? Walk(DateOnly from, int count, Func<DateOnly, bool> counts)
    {
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day > horizon)
            {
                return null; // an agency that has not answered: nobody knows
            }

            count -= isWorkingDay(day) && counts(day) ? 1 : 0;
        }

        return day;
    }
}
