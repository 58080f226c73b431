using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;
using static Tracker.Reminders.Tests.Day;

namespace Tracker.Reminders.Tests;

/// <summary>However the days of a range are swept, each reminder is found once, as a slow count from day to day finds it.</summary>
public class DueRemindersTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;
    private static readonly DateOnly First = On("2025-08-01");

    /// <summary>An item, since when the rows say it, lead times, and the days that were swept.</summary>
    private sealed record Range(DueItem Item, DateOnly KnownOn, ReminderTimes Times, ImmutableArray<DateOnly> Swept);

    private static Arbitrary<Range> Ranges { get; } = (
        from since in Gen.Choose(0, 60)
        from term in Gen.Choose(0, 60)
        from late in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 90))
        from steps in Gen.Choose(0, 12).ListOf()
        from each in Gen.Elements(true, false)
        from swept in Gen.Frequency((1, Gen.Constant(Enumerable.Range(0, 150).ToList())), (3, Gen.SubListOf(Enumerable.Range(0, 150))))
        select new Range(
            new(DueMatter.Answer, "", First.AddDays(since + term), First.AddDays(since)),
            First.AddDays(since + late),
            new([.. steps.Distinct().OrderDescending()], each, 2, 0),
            [.. swept.Order().Select(First.AddDays)])).ToArbitrary();

    [Fact]
    public void Swept_day_by_day_or_with_holes_each_reminder_is_recorded_once_as_the_slow_count_finds_it() =>
        Prop.ForAll(Ranges, range =>
        {
            var recorded = new Dictionary<int, DateOnly>();
            DateOnly? sweptThrough = null;
            foreach (var day in range.Swept)
            {
                foreach (var due in day < range.KnownOn ? [] : DueReminders.Of(range.Item, range.Times, Calendar, day, sweptThrough))
                {
                    Assert.True(recorded.TryAdd(due.Step, due.FiresOn) || recorded[due.Step] == due.FiresOn); // the key of the table knows the step alone
                    Assert.True(due.FiresOn >= range.Item.Since && due.FiresOn <= day);
                }

                sweptThrough = day;
            }

            Assert.Equal(Slow(range).Order(), recorded.Select(pair => (pair.Key, pair.Value)).Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void What_fires_on_a_day_is_what_a_sweep_of_every_day_records_on_it() => Prop.ForAll(Ranges, range =>
    {
        for (var day = First; day < First.AddDays(150); day = day.AddDays(1))
        {
            var on = DueReminders.On(range.Item, range.Times, Calendar, day);
            Assert.Equal(SlowFirings(range, day).Where(fired => fired.On == day), on is null ? [] : [(on.Step, on.FiresOn)]);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void The_horizon_leaves_nothing_out()
    {
        var times = ReminderTimes.Usual;
        for (var day = First; day < First.AddDays(150); day = day.AddDays(1))
        {
            var horizon = DueReminders.Horizon(times.First, Calendar, day);
            Assert.NotEmpty(DueReminders.Of(Due(horizon), times, Calendar, day, sweptThrough: null));
            Assert.Empty(DueReminders.Of(Due(horizon.AddDays(1)), times, Calendar, day, sweptThrough: null));
        }

        static DueItem Due(DateOnly on) => new(DueMatter.Answer, "", on, On("2025-01-01"));
    }

    private static IEnumerable<(int Step, DateOnly On)> Slow(Range range)
    {
        if (range.Swept.FirstOrDefault(day => day >= range.KnownOn) is var seen && seen == default)
        {
            return [];
        }

        var all = SlowFirings(range, range.Swept[^1]).ToList();
        var before = range.Swept.Where(day => day < seen).Select(day => (DateOnly?)day).LastOrDefault();
        var fresh = all.Where(fired => fired.On <= seen && fired.On > before).ToList();
        var nearest = all.Where(fired => fired.On <= seen).OrderByDescending(fired => fired.On).Take(1);
        return [.. all.Where(fired => fired.On > seen), .. fresh.Count > 0 ? fresh : nearest];
    }

    /// <summary>Every step by the end of a day, each day and each step tried.</summary>
    private static IEnumerable<(int Step, DateOnly On)> SlowFirings(Range range, DateOnly last)
    {
        var (item, times) = (range.Item, range.Times);
        var plain = new List<(int Step, DateOnly On)>();
        for (var day = First.AddDays(-60); day <= last; day = day.AddDays(1))
        {
            var left = Count(day, item.DueOn.AddDays(-1));
            if (day == item.DueOn ? times.Before.Contains(0) : day < item.DueOn && Calendar.IsWorkingDay(day) && times.Before.Contains(left))
            {
                plain.Add((day == item.DueOn ? 0 : left, day));
            }
            else if (day > item.DueOn && Calendar.IsWorkingDay(day) && times.EachDayAfter)
            {
                plain.Add((-Count(item.DueOn.AddDays(1), day), day));
            }
        }

        var standing = plain.Where(fired => fired.On >= item.Since).ToList();
        var opening = Enumerable.Range(0, 30).Select(item.Since.AddDays).First(Calendar.IsWorkingDay);
        var missed = plain.Where(fired => fired.On < item.Since).ToList();
        return missed.Count > 0 && opening <= last && standing.TrueForAll(fired => fired.On > opening) ? [(missed[^1].Step, opening), .. standing] : standing;
    }

    private static int Count(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            count += Calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
