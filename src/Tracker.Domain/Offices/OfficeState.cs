using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.Reminding;

namespace Tracker.Domain.Offices;

/// <summary>机关名称 since a day.</summary>
public sealed record OfficeName(string Text, DateOnly Since);

/// <summary>科室: a unit of the office.</summary>
/// <param name="Number">Its place among all units the office ever had, from 1 on.</param>
/// <param name="Name">科室名称; of the units that are there each has another.</param>
/// <param name="OpenedOn">设立日期</param>
/// <param name="ClosedOn">撤销日期; none while it is there.</param>
public sealed record Unit(int Number, string Name, DateOnly OpenedOn, DateOnly? ClosedOn = null);

/// <summary>What is known of an office.</summary>
public sealed record OfficeState
{
    public static OfficeState None { get; } = new();

    public OfficeOpened? Opening { get; private init; }

    /// <summary>机关名称 in the order of their days; the last holds today, for none begins in the future.</summary>
    public ImmutableArray<OfficeName> Names { get; private init; } = [];

    /// <summary>The name that holds today; none before the opening.</summary>
    public string? Name => Names is [.., var last] ? last.Text : null;

    /// <summary>公开机构的联系方式; none if nobody ever said.</summary>
    public OfficeContactSet? Contact { get; private init; }

    /// <summary>科室, closed ones too, in the order they were entered.</summary>
    public ImmutableArray<Unit> Units { get; private init; } = [];

    /// <summary>The units that are there.</summary>
    public IEnumerable<Unit> OpenUnits => Units.Where(unit => unit.ClosedOn is null);

    /// <summary>机关代字 in the order of their days.</summary>
    public ImmutableArray<LetterCodeSet> LetterCodes { get; private init; } = [];

    /// <summary>机关性质; a department if nobody ever said.</summary>
    public OfficeNature Nature { get; private init; }

    private ImmutableDictionary<DueMatter, ReminderTimes> Times { get; init; } = ImmutableDictionary<DueMatter, ReminderTimes>.Empty;

    /// <summary>提醒时点, as they were set or as they usually are.</summary>
    public ReminderTimes TimesOf(DueMatter matter) => Times.GetValueOrDefault(matter, ReminderTimes.UsualOf(matter));

    /// <summary>Where a letter of that day has its number from; none while there is no code.</summary>
    /// <param name="day">落款日期</param>
    public LetterSeries? LettersOn(DateOnly day) => LetterCodes.LastOrDefault(set => set.SetOn <= day) is { } holds
        ? new(holds.Code, day.Year, LettersUsedUpTo(day.Year))
        : null;

    /// <summary>The last number of a year given by hand; the counter begins behind it. 0 if none was.</summary>
    public int LettersUsedUpTo(int year) => LetterCodes.LastOrDefault(set => set.SetOn.Year == year && set.UsedUpTo is not null)?.UsedUpTo ?? 0;

    /// <summary>The number somebody typed, if it is one that only the counter gives, or has given.</summary>
    public LetterNumber? NumberOfCounter(string typed) =>
        LetterNumber.Read(typed) is { } number
        && LetterCodes.Any(set => set.SetOn.Year <= number.Year && number.Bears(set.Code))
        && number.Place > LettersUsedUpTo(number.Year) ? number : null;

    /// <summary>免打扰时段</summary>
    public QuietHours QuietHours { get; private init; } = QuietHours.Usual;

    public OfficeState Evolve(OfficeEvent happened) => happened switch
    {
        OfficeOpened e => this with { Opening = e, Names = [new(e.Name, e.OpenedOn)] },
        OfficeRenamed e => this with { Names = Names.Add(new(e.Name, e.RenamedOn)) },
        OfficeContactSet e => this with { Contact = e },
        UnitOpened e => this with { Units = Units.Add(new(Units.Length + 1, e.Name, e.OpenedOn)) },
        UnitClosed e => this with { Units = [.. Units.Select(unit => unit.Name == e.Name ? Closed(unit, e.ClosedOn) : unit)] },
        LetterCodeSet e => this with { LetterCodes = LetterCodes.Add(e) },
        ReminderTimesSet e => this with { Times = Times.SetItem(e.Matter, new(e.Before, e.EachDayAfter, e.UnitHeadFrom, e.OfficeHeadFrom)) },
        OfficeNatureSet e => this with { Nature = e.Nature },
        QuietHoursSet e => this with { QuietHours = new(e.From, e.To) },
        _ => throw new UnreachableException(),
    };

    private static Unit Closed(Unit unit, DateOnly on) => unit with { ClosedOn = unit.ClosedOn ?? on };
}
