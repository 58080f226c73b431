using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>
/// One request as lists, deadlines and tables ask for it. Computed from the folded state and the calendar; it holds nothing that
/// depends on today, so it does not go stale at midnight.
/// </summary>
/// <param name="NewInYear">本年新收: the year of receipt, or of the split.</param>
/// <param name="Voided">作废</param>
/// <param name="IsOpen">Without its result, or taken up again after it.</param>
/// <param name="Waits">What it waits for.</param>
/// <param name="Unit">承办单位</param>
/// <param name="Since">Since when nothing has come of it.</param>
/// <param name="Dues">到期事项: what of it is due, and by when.</param>
public sealed record CaseRow(
    string Office,
    Guid Id,
    long Version,
    RequestNumber Number,
    Channel Channel,
    ApplicantKind ApplicantKind,
    DateOnly FiledOn,
    DateOnly ReceivedOn,
    DateOnly? DueOn,
    DateOnly? WarningDueOn,
    bool Provisional,
    bool Waiting,
    bool Extended,
    Ground? Ground,
    DateOnly? ResultOn,
    string? DocumentNumber,
    ImmutableArray<MissingFact> Missing,
    ImmutableArray<int> CarriedForward,
    int NewInYear,
    bool Voided,
    bool IsOpen,
    ImmutableArray<Awaited> Waits,
    string? Unit,
    IdleSince Since,
    ImmutableArray<DueItem> Dues)
{
    /// <summary>The earliest day on which anything of it is due; none if nothing is.</summary>
    public DateOnly? FirstDueOn => Dues.IsEmpty ? null : Dues.Min(item => item.DueOn);


    /// <summary>The row of a request, counted with the calendar it is judged by.</summary>
    public static CaseRow From(FoldedRequest request, CalendarHistory calendars) =>
        From(request.Key, request.Version, request.State, calendars.For(request.Key.Office, request.EndedAt));

    public static CaseRow From(StreamKey key, long version, RequestState state, WorkingCalendar calendar)
    {
        var registration = state.Registration ?? throw new ArgumentException("A request that was never received has no row.", nameof(state));
        var clock = RequestClock.Read(state, calendar);
        return new(
            key.Office,
            key.Id,
            version,
            new(registration.Number, registration.NumberOrigin),
            registration.Channel,
            registration.ApplicantKind,
            registration.Dates.FiledOn,
            state.Receipt.On,
            clock.DueOn,
            clock.WarningDueOn,
            clock.Provisional,
            Waiting: state is { HasEnded: false, OpenSupplement: not null },
            Extended: state.CurrentExtension is not null,
            state.Result?.Ground,
            state.Result?.On,
            state.Result?.DocumentNumber,
            MissingFacts.Of(state),
            state.CarriedForward,
            state.NewInYear,
            state.Voiding is not null,
            !state.IsClosed,
            ReadModels.Waits.Of(state),
            state.Holder?.Unit,
            IdleSince.Of(state),
            ReadModels.Dues.Of(state, clock, calendar));
    }

    /// <summary>Equal in every column, the collections member by member.</summary>
    public bool SameAs(CaseRow other) =>
        this with { Missing = default, CarriedForward = default, Waits = default, Dues = default }
        == (other with { Missing = default, CarriedForward = default, Waits = default, Dues = default })
        && Dues.SequenceEqual(other.Dues)
        && Waits.SequenceEqual(other.Waits)
        && Missing.SequenceEqual(other.Missing)
        && CarriedForward.SequenceEqual(other.CarriedForward);
}
