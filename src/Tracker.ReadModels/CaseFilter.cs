using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Searches;

namespace Tracker.ReadModels;

/// <summary>状态 of a request.</summary>
public enum CaseState
{
    /// <summary>在办: without its result, or taken up again after it.</summary>
    Open,

    /// <summary>办结</summary>
    Ended,

    /// <summary>作废</summary>
    Voided,
}

/// <summary>筛选: which cases of an office a list shows; every part that is given must hold. Nothing sealed can be asked for.</summary>
public sealed record CaseFilter
{
    /// <summary>Part of the 登记编号.</summary>
    public string? Number { get; init; }

    /// <summary>在办、办结或者作废</summary>
    public CaseState? State { get; init; }

    public Urgency? Due { get; init; }

    public Awaited? Waits { get; init; }

    public Idle? Idle { get; init; }

    public Ground? Ground { get; init; }

    public ApplicantKind? Kind { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>收到年份: the calendar year of the day of receipt, also of a part that was split off later.</summary>
    public int? ReceivedIn { get; init; }

    /// <summary>承办单位</summary>
    public string? Unit { get; init; }

    /// <summary>数据不完整的申请件: something the record should hold is missing. What is void is counted nowhere and lacks nothing.</summary>
    public bool Missing { get; init; }

    /// <summary>What such a list is sorted by where nobody chose: what has to be done by its due date, the rest newest first.</summary>
    public CaseOrder Order => this is { State: CaseState.Open } or { Due: not null and not Urgency.Closed } or { Waits: not null } or { Idle: not null }
        ? CaseOrder.Urgent
        : CaseOrder.Newest;

    /// <summary>No number holds a control character, and PostgreSQL takes no text with some of them.</summary>
    internal bool HasReadableNumber => !string.IsNullOrEmpty(Number) && !Number.Any(char.IsControl);

    /// <summary>The condition over <c>case_rows</c>; its values go to the parameters.</summary>
    internal string Sql(CaseParameters given, WorkingCalendar calendar, DateOnly today)
    {
        var parts = new List<string>();
        if (HasReadableNumber)
        {
            parts.Add($"number like {given.Text(NumberParts.Pattern(Number!))}");
        }
        else if (!string.IsNullOrEmpty(Number))
        {
            parts.Add("false");
        }

        if (State is { } state)
        {
            parts.Add(state switch
            {
                CaseState.Open => "in_hand",
                CaseState.Ended => "not in_hand and not voided",
                CaseState.Voided => "voided",
            });
        }

        if (Due is { } due)
        {
            parts.Add(Urgencies.Sql(due, given.Day(today), given.Day(Urgencies.SoonUntil(calendar, today))));
        }

        if (Waits is { } awaited)
        {
            parts.Add($"{Desk.Waiting} and {given.Text(awaited.ToString())} = any(waits)");
        }

        if (Idle is { } idle)
        {
            parts.Add(Idling.Sql(idle, given.Day(Idling.LatestSince(idle, calendar, today))));
        }

        if (Ground is not null)
        {
            parts.Add($"ground = {given.Text(Ground.Key)}");
        }

        if (Kind is { } kind)
        {
            parts.Add($"applicant_kind = {given.Text(kind.ToString())}");
        }

        if (Channel is { } channel)
        {
            parts.Add($"channel = {given.Text(channel.ToString())}");
        }

        if (ReceivedIn is { } year)
        {
            parts.Add($"received_on between {given.Day(new(year, 1, 1))} and {given.Day(new(year, 12, 31))}");
        }

        if (Unit is not null)
        {
            parts.Add($"unit = {given.Text(Unit)}");
        }

        if (Missing)
        {
            parts.Add("not voided and missing <> '{}'");
        }

        return string.Join(" and ", parts.Prepend($"tenant_id = {given.Office}"));
    }
}
