using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.ReadModels;

/// <summary>久未办理: where nothing has come of a case for too long.</summary>
public enum Idle
{
    /// <summary>No draft and no step by the end of the 7th working day, by which a supplement would have to be asked for (art 30).</summary>
    Untouched,

    /// <summary>A third party or co-author has said nothing within its 15 working days (arts 32, 34).</summary>
    SilentParty,

    /// <summary>An answer was approved or issued more than two working days ago and has not left.</summary>
    Unsent,
}

/// <summary>
/// Since when a case is as it is; no day stands for what is not so. They are facts: the day by which each is too old is asked of the
/// calendar when it is shown.
/// </summary>
/// <param name="Untouched">The day it arrived, or was split off.</param>
/// <param name="SilentParty">The day of the letter's arrival, or of its sending while that is unknown; the earliest.</param>
/// <param name="Unsent">The day of the approval, then of the issue.</param>
public sealed record IdleSince(DateOnly? Untouched, DateOnly? SilentParty, DateOnly? Unsent)
{
    public static IdleSince Nothing { get; } = new(null, null, null);

    public static IdleSince Of(RequestState state) => state.IsClosed
        ? Nothing
        : new(
            Untouched: IsUntouched(state) ? state.Registration!.SplitOn ?? state.Receipt.On : null,
            SilentParty: state.HasEnded ? null : EarliestSilence(state),
            Unsent: state.Draft is { Stage: DraftStage.Approved or DraftStage.Issued, On: var on } ? on : null);

    public DateOnly? this[Idle idle] => idle switch
    {
        Idle.Untouched => Untouched,
        Idle.SilentParty => SilentParty,
        Idle.Unsent => Unsent,
    };

    // To be split off is a step of its own, after which nothing need have happened.
    private static bool IsUntouched(RequestState state) =>
        !state.HasEnded && state.Draft is null
        && (state.Registration!.SplitOn is { } split ? state.TermFacts.IsEmpty && state.LastFactOn == split : !state.HasSteps);

    private static DateOnly? EarliestSilence(RequestState state) => state.Consultations
        .Where(asked => asked is { IsOpen: true, Kind: ConsultationKind.ThirdParty or ConsultationKind.CoAuthor })
        .Min(asked => (DateOnly?)(asked.PartyReceivedOn ?? asked.SentOn));
}

/// <summary>The one rule for what is idle on a day.</summary>
public static class Idling
{
    /// <summary>The last working day, counted from the day after, on which a case is not idle yet.</summary>
    public static int WorkingDays(Idle idle) => idle switch
    {
        Idle.Untouched => 7,
        Idle.SilentParty => AnswerTerm.OpinionWorkingDays,
        Idle.Unsent => 2,
    };

    public static bool Is(Idle idle, CaseRow row, WorkingCalendar calendar, DateOnly today) =>
        row.Since[idle] is { } since && since <= LatestSince(idle, calendar, today);

    /// <summary>A case that is so since this day, or an earlier one, is idle.</summary>
    public static DateOnly LatestSince(Idle idle, WorkingCalendar calendar, DateOnly today)
    {
        var since = today;
        do
        {
            since = since.AddDays(-1);
        }
        while (calendar.WorkingDaysBetween(since, today.AddDays(-1)) < WorkingDays(idle));

        return since;
    }

    /// <summary>The same in SQL over <c>case_rows</c>.</summary>
    /// <param name="idle">Which.</param>
    /// <param name="since">The parameter that is the latest such day.</param>
    internal static string Sql(Idle idle, string since) => idle switch
    {
        Idle.Untouched => $"in_hand and untouched_since <= {since}",
        Idle.SilentParty => $"in_hand and silent_since <= {since}",
        Idle.Unsent => $"in_hand and unsent_since <= {since}",
    };
}
