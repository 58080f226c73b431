using System.Collections.Immutable;

namespace Tracker.Domain.Reminding;

/// <summary>提醒时点: on which working days somebody is reminded of a matter, and who besides whoever has to do it.</summary>
/// <param name="Before">提前几个工作日: each once, the largest first; 0 is the day itself.</param>
/// <param name="EachDayAfter">逾期后每个工作日</param>
/// <param name="UnitHeadFrom">From which step on the head of the unit is told as well; negative counts working days after, none is never.</param>
/// <param name="OfficeHeadFrom">The same of the head of the disclosure office.</param>
public sealed record ReminderTimes(ImmutableArray<int> Before, bool EachDayAfter, int? UnitHeadFrom, int? OfficeHeadFrom)
{
    /// <summary>The earliest step an office may set.</summary>
    public const int Earliest = 30;

    /// <summary>The latest day after, from which somebody may be told as well.</summary>
    public const int Latest = -30;

    /// <summary>So many steps before the day at most.</summary>
    public const int Most = 10;

    /// <summary>Of an office that set none.</summary>
    public static ReminderTimes Usual { get; } = new([5, 2, 0], EachDayAfter: true, UnitHeadFrom: 2, OfficeHeadFrom: 0);

    private static readonly ReminderTimes UsualOfNotice = Usual with { EachDayAfter = false };

    /// <summary>
    /// Of an office that set none for a matter. Once the 7th working day is over a notice to supplement comes too late, and where none was
    /// needed nothing was missed (art 30): after it nobody is told.
    /// </summary>
    public static ReminderTimes UsualOf(DueMatter matter) => matter == DueMatter.SupplementNotice ? UsualOfNotice : Usual;

    /// <summary>Whether anything is told at, or after, a step; that from which nobody is told is never reached, and need not be.</summary>
    public bool Reaches(int? step) => step is null || EachDayAfter || Before.Any(one => one <= step);

    /// <summary>The first step of all.</summary>
    public int First => Before.IsEmpty ? -1 : Before[0];

    public bool SameAs(ReminderTimes other) => this with { Before = other.Before } == other && Before.SequenceEqual(other.Before);
}
