using System.Runtime.InteropServices;

namespace Tracker.Domain.LegalTime;

/// <summary>A stretch of days that are not counted.</summary>
/// <param name="After">The day of sending: the last that is still counted.</param>
/// <param name="Until">The last day that is not counted, itself included.</param>
/// <param name="Kind">Whose opinion is awaited.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pause(DateOnly After, DateOnly Until, ConsultationKind Kind);

/// <summary>扣除的时间 (arts 32 to 34): overlapping consultations are a union of days and never a sum.</summary>
internal sealed class Pauses
{
    private readonly List<Pause> pauses = [];

    public bool IsEmpty => pauses.Count == 0;

    public void Add(Pause pause)
    {
        if (pause.Until > pause.After)
        {
            pauses.Add(pause);
            pauses.Sort((left, right) => left.After.CompareTo(right.After));
        }
    }

    public void AddAll(Pauses others)
    {
        foreach (var pause in others.pauses)
        {
            Add(pause);
        }
    }

    /// <summary>The pause a day lies in; of several the one that began first.</summary>
    public Pause? Covering(DateOnly day)
    {
        foreach (var pause in pauses)
        {
            if (pause.After < day && day <= pause.Until)
            {
                return pause;
            }
        }

        return null;
    }

    /// <summary>
    /// The <paramref name="count"/>th working day after <paramref name="day"/> that lies in no pause; none behind one that has no end.
    /// </summary>
    public DateOnly? AddWorkingDays(WorkingCalendar calendar, DateOnly day, int count)
    {
        foreach (var pause in pauses)
        {
            if (count == 0 || pause.Until <= day)
            {
                continue;
            }

            var before = pause.After > day ? calendar.WorkingDaysBetween(day, pause.After) : 0;
            if (before >= count)
            {
                break; // reached before this pause begins, and the others begin later still
            }

            if (pause.Until == DateOnly.MaxValue)
            {
                return null;
            }

            count -= before;
            day = pause.Until;
        }

        return calendar.AddWorkingDays(day, count);
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/> that lie in no pause.</summary>
    public int WorkingDaysBetween(WorkingCalendar calendar, DateOnly from, DateOnly to)
    {
        var count = 0;
        foreach (var pause in pauses)
        {
            if (pause.Until <= from)
            {
                continue;
            }

            if (pause.After >= to)
            {
                break;
            }

            count += pause.After > from ? calendar.WorkingDaysBetween(from, pause.After) : 0;
            from = pause.Until < to ? pause.Until : to;
        }

        return count + (to > from ? calendar.WorkingDaysBetween(from, to) : 0);
    }
}
