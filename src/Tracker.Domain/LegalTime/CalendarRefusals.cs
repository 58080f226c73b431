using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>Why a notice cannot be adopted. The family is closed; each has one sentence in Wording.</summary>
public abstract record CalendarRefusal : Refusal
{
    private protected CalendarRefusal() { }
}

/// <summary>The same notice stands already; nothing changes.</summary>
public sealed record NoticeAlreadyAdopted(int Year) : CalendarRefusal;

/// <summary>A year before the calendar, or one whose predecessor is missing: the days between would pass for known.</summary>
/// <param name="Year">The notice's year.</param>
/// <param name="First">The first year a notice may be for.</param>
/// <param name="Next">The last.</param>
public sealed record NoticeYearOutOfTurn(int Year, int First, int Next) : CalendarRefusal;

/// <summary>An office's own days wait for the notice of their year.</summary>
public sealed record NationalNoticeMissing(int Year) : CalendarRefusal;

/// <summary>Something in the notice cannot be meant.</summary>
public sealed record NoticeFaulty(int Year, ImmutableArray<NoticeFault> Faults) : CalendarRefusal;
