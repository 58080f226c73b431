using System.Collections.Immutable;
using Tracker.Domain;

namespace Tracker.ReadModels.Adopting;

/// <summary>What became, or would become, of adopting a notice. The family is closed.</summary>
public abstract record AdoptionResult
{
    private protected AdoptionResult() { }
}

/// <summary>What it would change; nothing was written.</summary>
/// <param name="Version">The version of the calendar this was computed on.</param>
/// <param name="Days">The days that change.</param>
/// <param name="Effect">The cases that change.</param>
public sealed record AdoptionForeseen(long Version, ImmutableArray<DayChange> Days, CalendarEffect Effect) : AdoptionResult;

/// <summary>It stands in the book, and the rows are written anew.</summary>
/// <param name="Version">The version of the calendar now.</param>
/// <param name="Days">The days that changed.</param>
/// <param name="Effect">The cases that changed.</param>
/// <param name="Held">How long appends waited.</param>
public sealed record NoticeAdopted(long Version, ImmutableArray<DayChange> Days, CalendarEffect Effect, TimeSpan Held) : AdoptionResult;

/// <summary>The same command had adopted it before; nothing was written.</summary>
public sealed record AdoptedBefore(long Version) : AdoptionResult;

/// <summary>The rules refuse it; nothing was written.</summary>
public sealed record AdoptionRefused(Refusal Reason) : AdoptionResult;

/// <summary>Another calendar than the one that was seen counts by now; nothing was written.</summary>
/// <param name="Now">What adopting it would change now.</param>
public sealed record CalendarMovedOn(AdoptionResult Now) : AdoptionResult;
