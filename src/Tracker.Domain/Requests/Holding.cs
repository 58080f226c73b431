using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>承办: one unit's time with the case.</summary>
/// <param name="Unit">承办单位</param>
/// <param name="Person">承办人</param>
/// <param name="Since">交办日期</param>
public sealed record Holding(string Unit, Sealed<string>? Person, DateOnly Since)
{
    public DateOnly? SignedForOn { get; init; }

    /// <summary>The day it went to another unit or back; none while the unit holds it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>办理工作日数: the day of assignment is not counted, the last day is. Waiting for the applicant or others counts as well.</summary>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="upTo">The day the case ended, or today.</param>
    public int WorkingDays(WorkingCalendar calendar, DateOnly upTo) =>
        calendar.WorkingDaysBetween(Since, Until is { } until && until < upTo ? until : upTo < Since ? Since : upTo);

    /// <summary>Who held it, in order, from the facts of its routing.</summary>
    public static ImmutableArray<Holding> Of(ImmutableArray<RequestEvent> routing) => routing.Aggregate(
        ImmutableArray<Holding>.Empty,
        (held, happened) => happened switch
        {
            CaseAssigned e => Last(held, last => last with { Until = last.Until ?? e.AssignedOn }).Add(new(e.Unit, e.Person, e.AssignedOn)),
            CaseSignedFor e => Last(held, last => last with { SignedForOn = e.SignedForOn }),
            CaseReturned e => Last(held, last => last with { Until = e.ReturnedOn }),
            _ => throw new UnreachableException(),
        });

    private static ImmutableArray<Holding> Last(ImmutableArray<Holding> held, Func<Holding, Holding> change) =>
        held.IsEmpty ? held : held.SetItem(held.Length - 1, change(held[^1]));
}
