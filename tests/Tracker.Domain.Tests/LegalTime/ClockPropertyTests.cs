using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>What holds for every list of facts that can have happened.</summary>
public class ClockPropertyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>A day from half a year before a list's last fact to half a year after.</summary>
    private static readonly Arbitrary<int> AnyShift = Gen.Choose(-180, 180).ToArbitrary();

    [Fact]
    public void The_due_date_is_the_one_a_slow_count_from_day_to_day_finds() => Always(facts =>
        Read(facts).DueOn == Slow(facts).DueOn);

    [Fact]
    public void The_days_used_and_left_are_those_of_the_slow_count() => AlwaysOn((facts, day) =>
    {
        var (reading, slow) = (Read(facts), Slow(facts));
        var until = facts.OfType<EndFact>().Select(end => end.On).Append(day).Min();
        var counting = slow.StoppedOn is { } stopped && stopped < until ? stopped : until;
        var used = slow is { IsStopped: false, Set: var (set, extendedBy) }
            ? Math.Min(slow.Counted(counting < set ? counting : set), slow.Allowance - extendedBy)
                + (counting > set ? Math.Min(WorkingDays(set.AddDays(1), counting), extendedBy) : 0)
            : Math.Min(slow.Counted(counting), slow.Allowance);
        return reading.WorkingDaysUsed(day) == used
            && (slow.IsStopped ? reading.WorkingDaysLeft(day) is null : slow.Set is not null || reading.WorkingDaysLeft(day) == Left(slow, until));
    });

    [Fact]
    public void The_counted_lines_of_the_current_term_are_the_allowance_and_the_last_line_ends_on_the_due_date() => AlwaysOn((facts, day) =>
    {
        var (reading, slow) = (Read(facts), Slow(facts));
        var current = reading.Account(day).Where(line => !line.Spent).ToList();
        return current.TrueForAll(line => line.WorkingDays == (line.Counted ? WorkingDays(line.From, line.To) : 0))
            && (reading.DueOn is not { } due
                || (current[^1].To == due && (slow.Set is not null || current.Sum(line => line.WorkingDays) == slow.Allowance)));
    });

    [Fact]
    public void The_lines_before_a_restart_are_spent_and_no_others() => AlwaysOn((facts, day) =>
    {
        var lines = Read(facts).Account(day);
        var unspent = lines.TakeWhile(line => line.Spent).Count();
        var starts = lines.Select(StartOfTerm).ToList();
        return lines.Skip(unspent).All(line => !line.Spent)
            && starts.FindLastIndex(start => start is not null) == unspent
            && starts.OfType<DateOnly>().SequenceEqual(facts.Where(fact => fact is ReceiptFact or SupplementFact or FeePaidFact).Select(fact => fact.On));
    });

    [Fact]
    public void Each_term_of_the_account_is_told_day_after_day_up_to_the_next() => AlwaysOn((facts, day) =>
    {
        var lines = Read(facts).Account(day);
        return lines.All(line => line.From <= line.To) && lines.Zip(lines.Skip(1)).All(pair =>
            pair.Second.From == pair.First.To.AddDays(1)
            || (StartOfTerm(pair.First) == StartOfTerm(pair.Second) && StartOfTerm(pair.First) is not null)); // both on one day
    });

    [Fact]
    public void Nothing_is_told_of_days_after_the_day_asked_about_where_the_count_has_no_end() => AlwaysOn((facts, day) =>
    {
        var reading = Read(facts);
        var last = facts.Max(fact => fact.On);
        return reading.DueOn is not null || reading.Account(day)[^1].To <= (day > last ? day : last);
    });

    [Fact]
    public void A_consultation_more_never_shortens() => Prop.ForAll(RandomFacts.Any, Consultations(), (facts, asked) =>
    {
        var sent = facts[0].On.AddDays(asked.DaysLater);
        var opened = new ConsultationOpenedFact("more", (ConsultationKind)(asked.Act % 3), sent, asked.Lag is { } lag ? sent.AddDays(lag) : null);
        ClockFact[] more = asked.Act < 3 ? [opened] : [opened, new ConsultationClosedFact("more", sent.AddDays(asked.Size))];
        return NoEarlier(Read(facts).DueOn, Read(Merged(facts, more)).DueOn);
    }).Check(Thoroughly);

    [Fact]
    public void A_day_off_more_never_shortens() => Prop.ForAll(RandomFacts.Any, Gen.Choose(0, 150).ToArbitrary(), (facts, later) =>
    {
        var off = new HolidayNotice(2100, [], [new(facts[0].On.AddDays(later), "元旦", Off: true)]);
        return NoEarlier(Read(facts).DueOn, RequestClock.Read(facts, new([.. HolidayNotice.Embedded, off])).DueOn);
    }).Check(Thoroughly);

    [Fact]
    public void A_day_off_of_one_office_alone_never_shortens() => Prop.ForAll(RandomFacts.Any, Gen.Choose(0, 150).ToArbitrary(), (facts, later) =>
    {
        var off = new HolidayNotice(facts[0].On.Year, [], [new(facts[0].On.AddDays(later), "样例节", Off: true)]);
        return NoEarlier(Read(facts).DueOn, RequestClock.Read(facts, new(HolidayNotice.Embedded, [off])).DueOn);
    }).Check(Thoroughly);

    [Fact]
    public void A_fact_of_a_later_day_changes_no_answer_as_of_an_earlier_one() => AlwaysOn((facts, day) =>
        Answer(facts, day) == Answer([.. facts.TakeWhile(fact => fact is ReceiptFact || fact.On <= day)], day));

    [Fact]
    public void A_later_day_within_a_fact_changes_no_answer_as_of_an_earlier_one() => AlwaysOn((facts, day) =>
        Answer(facts, day) == Answer([.. facts.Select(fact => WithoutDaysAfter(fact, day))], day));

    [Fact]
    public void Once_everything_is_known_the_answer_is_the_same_on_every_later_day() => Always(facts =>
    {
        var last = facts.Max(fact => fact.On).AddDays(20); // beyond every lag
        return Printed(RequestClock.Read(ClockFacts.AsOf(facts, last), Calendar), last) == Printed(Read(facts), last);
    });

    [Fact]
    public void None_of_the_facts_is_refused() => Always(facts =>
        ImpossibleFacts.FirstOf(facts, Calendar, On("2040-01-01")) is null);

    [Fact]
    public void Whatever_was_known_on_a_day_has_a_reading_and_an_account() => AlwaysOn((facts, day) =>
        Read(ClockFacts.AsOf(facts, day)) is var reading && (reading.State == ClockState.NotReceived) == reading.Account(day).IsEmpty);

    [Fact]
    public void A_warning_has_a_reason_and_lies_before_the_due_date() => Always(facts =>
    {
        var reading = Read(facts);
        return (reading.WarningDueOn is null) == (reading.WarningReason is null) && !(reading.WarningDueOn >= reading.DueOn);
    });

    [Fact]
    public void The_state_says_whether_there_is_a_due_date() => Always(facts => Read(facts) is var reading && reading.State switch
    {
        ClockState.Running => reading.DueOn is not null,
        ClockState.WaitingForSupplement or ClockState.WaitingForPayment or ClockState.ConsultingOtherAgency => reading.DueOn is null,
        ClockState.Closed => facts.Any(fact => fact is EndFact),
        ClockState.NotReceived or ClockState.Resumed or ClockState.ReAnswering => false, // facts from outside the book know no reopening
    });

    [Fact]
    public void The_facts_reach_what_the_properties_are_about()
    {
        var samples = Gen.Sample(RandomFacts.Any.Generator, 4000).ToList();
        var readings = samples.ConvertAll(Read);

        // What follows a reopening is known only to a request of the book.
        Assert.Equal(Enum.GetValues<Departure>().Except([Departure.ReAnsweredLate]), readings.SelectMany(reading => reading.Departures).Distinct().Order());
        Assert.Equal(Enum.GetValues<WarningReason>(), readings.Select(reading => reading.WarningReason).OfType<WarningReason>().Distinct().Order());
        Assert.Equal(Enum.GetValues<DeadlineKind>(), readings.SelectMany(reading => reading.Deadlines).Select(deadline => deadline.Kind).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<AccountReason>().Except([AccountReason.DayOfReopening, AccountReason.DayOfResumption, AccountReason.Resumed, AccountReason.OrderedTerm]),
            samples.Zip(readings, (facts, reading) => reading.Account(facts[^1].On)).SelectMany(lines => lines).Select(line => line.Reason).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<ClockState>().Except([ClockState.Resumed, ClockState.ReAnswering]),
            readings.Select(reading => reading.State).Append(RequestClock.Read([], Calendar).State).Distinct().Order());
        Assert.Equal([false, true], readings.Select(reading => reading.Provisional).Distinct().Order());
        Assert.Equal([15, 20], samples.Select(facts => Slow(facts).Allowance).Where(days => days is 15 or 20).Distinct().Order());
        Assert.Contains(samples, facts => Slow(facts).Set is { ExtendedBy: > 0 });
        Assert.Contains(samples, facts => facts.Count(fact => fact is SupplementNoticeFact) > 2);
        Assert.Contains(samples, facts => facts.Count(fact => fact is ConsultationOpenedFact) > 2 && Read(facts).DueOn is not null);
    }

    private static void Always(Func<ImmutableArray<ClockFact>, bool> holds) =>
        Prop.ForAll(RandomFacts.Any, facts => Assert.True(holds(facts), string.Join('\n', facts))).Check(Thoroughly);

    private static void AlwaysOn(Func<ImmutableArray<ClockFact>, DateOnly, bool> holds) => Prop.ForAll(RandomFacts.Any, AnyShift, (facts, shift) =>
    {
        var day = facts[^1].On.AddDays(shift);
        Assert.True(holds(facts, day), $"as of {day}:\n{string.Join('\n', facts)}");
    }).Check(Thoroughly);

    private static ClockReading Read(ImmutableArray<ClockFact> facts) => RequestClock.Read(facts, Calendar);

    private static SlowClock Slow(ImmutableArray<ClockFact> facts) => new(facts, PublishedHolidays.IsWorkingDay);

    private static string Answer(ImmutableArray<ClockFact> facts, DateOnly day) =>
        Printed(RequestClock.Read(ClockFacts.AsOf(facts, day), Calendar), day);

    private static string Printed(ClockReading reading, DateOnly day) => string.Join('\n', [
        $"{reading.State} {reading.ReceivedOn} {reading.DueOn} {reading.Provisional} {reading.WarningDueOn} {reading.WarningReason}",
        $"{reading.WorkingDaysUsed(day)} {reading.WorkingDaysLeft(day)}",
        .. reading.Deadlines.Select(deadline => deadline.ToString()),
        .. reading.Flags.Select(flag => flag.ToString()),
        .. reading.Account(day).Select(line => line.ToString()),
    ]);

    /// <summary>Working days up to the due date, or after it; with no due date, those that will be left.</summary>
    private static int Left(SlowClock slow, DateOnly day) => slow.DueOn is { } due && day > due
        ? -WorkingDays(due.AddDays(1), day)
        : slow.Allowance - slow.Counted(day);

    private static int WorkingDays(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).Count(PublishedHolidays.IsWorkingDay);

    private static DateOnly? StartOfTerm(AccountLine line) =>
        line.Reason is AccountReason.DayOfReceipt or AccountReason.DayOfSupplement or AccountReason.DayOfPayment or AccountReason.DayOfWaiver ? line.From : null;

    /// <summary>No due date is later than every due date.</summary>
    private static bool NoEarlier(DateOnly? before, DateOnly? after) => after is null || before <= after;

    private static ImmutableArray<ClockFact> Merged(ImmutableArray<ClockFact> facts, ClockFact[] more)
    {
        var merged = facts.ToList();
        foreach (var fact in more)
        {
            merged.Insert(merged.FindLastIndex(before => before is ReceiptFact || before.On <= fact.On) + 1, fact);
        }

        return [.. merged];
    }

    private static Arbitrary<Step> Consultations() => (
        from act in Gen.Choose(0, 5)
        from days in Gen.Choose(0, 60)
        from size in Gen.Choose(0, 40)
        from lag in Gen.Elements<int?>(null, 0, 3, 10)
        select new Step(act, days, size, lag)).ToArbitrary();

    private static ClockFact WithoutDaysAfter(ClockFact fact, DateOnly day) => fact switch
    {
        ReceiptFact f => new ReceiptFact(f.Channel, f.Dates with
        {
            MailRoomOn = f.Dates.MailRoomOn > day ? null : f.Dates.MailRoomOn,
            SignedForOn = f.Dates.SignedForOn > day ? null : f.Dates.SignedForOn,
            ArrivedOn = f.Dates.ArrivedOn > day ? null : f.Dates.ArrivedOn,
            ReachedOfficeOn = f.Dates.ReachedOfficeOn > day ? null : f.Dates.ReachedOfficeOn,
            ConfirmedOn = f.Dates.ConfirmedOn > day ? null : f.Dates.ConfirmedOn,
        }),
        ConsultationOpenedFact { PartyReceivedOn: { } on } f when on > day => f with { PartyReceivedOn = null },
        ExtensionFact { NotifiedOn: { } on } f when on > day => f with { NotifiedOn = null },
        FeeNoticeFact { ReceivedOn: { } on } f when on > day => f with { ReceivedOn = null },
        _ => fact,
    };
}
