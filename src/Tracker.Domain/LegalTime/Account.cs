using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>Why a day is counted or not.</summary>
public enum AccountReason
{
    /// <summary>收到申请之日, which is not counted.</summary>
    DayOfReceipt,

    /// <summary>收到补正之日, which is not counted; a fresh term begins.</summary>
    DayOfSupplement,

    /// <summary>缴费之日, which is not counted; a fresh term begins.</summary>
    DayOfPayment,

    /// <summary>减免之日, which is not counted; a fresh term begins.</summary>
    DayOfWaiver,

    /// <summary>工作日</summary>
    WorkingDay,

    /// <summary>调休上班: a weekend day that a notice makes a working day.</summary>
    WorkedInExchange,

    /// <summary>周末</summary>
    Weekend,

    /// <summary>法定节假日放假 by a notice.</summary>
    Holiday,

    /// <summary>征求第三方意见</summary>
    ThirdParty,

    /// <summary>征求共同制作机关意见</summary>
    CoAuthor,

    /// <summary>征求其他机关意见</summary>
    OtherAgency,

    /// <summary>等待补正</summary>
    WaitingForSupplement,

    /// <summary>等待缴费</summary>
    WaitingForPayment,

    /// <summary>另行确定的答复时间</summary>
    Delay,

    /// <summary>收到决定书、判决书之日</summary>
    DayOfReopening,

    /// <summary>恢复办理之日</summary>
    DayOfResumption,

    /// <summary>恢复办理, without a term of law.</summary>
    Resumed,

    /// <summary>责令重新答复的期限</summary>
    OrderedTerm,
}

/// <summary>A day or a stretch of days.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Counted">Whether its working days count.</param>
/// <param name="WorkingDays">How many do; 0 where it does not count.</param>
/// <param name="Reason">Why.</param>
/// <param name="Extended">Counted only because the term was extended (art 33).</param>
/// <param name="Holiday">The holiday a notice names.</param>
/// <param name="Notice">The notice that says so.</param>
/// <param name="Provisional">No notice has spoken about these days yet.</param>
/// <param name="Spent">Of a term that a restart has ended.</param>
public sealed record AccountLine(
    DateOnly From,
    DateOnly To,
    bool Counted,
    int WorkingDays,
    AccountReason Reason,
    bool Extended = false,
    string? Holiday = null,
    HolidayNotice? Notice = null,
    bool Provisional = false,
    bool Spent = false)
{
    internal bool Continues(AccountLine before) =>
        this with { From = before.From, To = before.To, WorkingDays = before.WorkingDays } == before && From == before.To.AddDays(1);
}

/// <summary>Writes the account of a count, term after term, day after day, equal days in one line.</summary>
internal sealed class Account(Reckoning reckoning, DateOnly asOf)
{
    private readonly List<AccountLine> lines = [];

    public ImmutableArray<AccountLine> Write()
    {
        for (var place = 0; place < reckoning.Terms.Count; place++)
        {
            var next = place + 1 < reckoning.Terms.Count ? reckoning.Terms[place + 1] : null;
            Write(reckoning.Terms[place], next is { Start: not TermStart.Reopening } ? next.StartsOn : null);
        }

        return [.. lines];
    }

    /// <summary>The days of a term up to its due date, or to its stop and from there to the restart.</summary>
    private void Write(Term term, DateOnly? restartsOn)
    {
        var spent = restartsOn is not null;
        lines.Add(new(term.StartsOn, term.StartsOn, Counted: false, WorkingDays: 0, Start(term), Spent: spent)); // a line of its own, always
        if (term.Stop is var (stopped, awaits))
        {
            // Up to the day before the restart; the day of the restart belongs to the term it starts.
            var until = restartsOn?.AddDays(-1) ?? term.EndedOn ?? Today;
            var counted = spent && until < stopped ? until : stopped;
            WriteDays(term.StartsOn, counted, reckoning.Pauses(), term.BaseDays, spent);
            AddStretch(counted, until, Awaiting(awaits), spent);
        }
        else if (term.Delay is var (on, extendedBy))
        {
            var counted = reckoning.Counted(term.StartsOn, term.WorkingDays - extendedBy) is { } last && last < on ? last : on;
            WriteDays(term.StartsOn, counted, reckoning.Pauses(), term.BaseDays, spent);
            AddStretch(counted, on, term.Start == TermStart.Reopening ? AccountReason.OrderedTerm : AccountReason.Delay, spent);
            WriteDays(on, reckoning.Due(term)!.Value, new Pauses(), ordinaryDays: 0, spent);
        }
        else
        {
            WriteDays(term.StartsOn, reckoning.Counted(term.StartsOn, term.WorkingDays) ?? term.EndedOn ?? Today, reckoning.Pauses(), term.BaseDays, spent);
        }
    }

    /// <summary>The day a count without an end is told up to: the day asked about, or that of the end.</summary>
    private DateOnly Today => reckoning.EndedOn < asOf ? reckoning.EndedOn.Value : asOf;

    private void AddStretch(DateOnly after, DateOnly until, AccountReason reason, bool spent)
    {
        if (until > after)
        {
            Add(new(after.AddDays(1), until, Counted: false, WorkingDays: 0, reason, Spent: spent));
        }
    }

    /// <summary>The days after one up to another; what counts beyond the ordinary days counts because of an extension.</summary>
    private void WriteDays(DateOnly after, DateOnly last, Pauses pauses, int ordinaryDays, bool spent)
    {
        var counted = 0;
        for (var day = after; day < last;) // never a day beyond the last: there may be none
        {
            day = day.AddDays(1);
            var line = pauses.Covering(day) is { } pause ? Uncounted(day, Reason(pause.Kind)) : Ordinary(day);
            counted += line.WorkingDays;
            Add(line with { Spent = spent, Extended = line.Counted && counted > ordinaryDays });
        }
    }

    private AccountLine Ordinary(DateOnly day)
    {
        var (named, calendar) = (reckoning.Calendar.Named(day), reckoning.Calendar);
        var line = (named, calendar.IsWorkingDay(day)) switch
        {
            ({ Off: false }, _) when day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday => Counted(day, AccountReason.WorkedInExchange),
            ({ Off: false }, _) => Counted(day, AccountReason.WorkingDay),
            ({ Off: true }, _) => Uncounted(day, AccountReason.Holiday),
            (null, true) => Counted(day, AccountReason.WorkingDay),
            (null, false) => Uncounted(day, AccountReason.Weekend),
        };
        return line with
        {
            Holiday = line.Reason is AccountReason.WorkedInExchange or AccountReason.Holiday ? named!.Name : null,
            Notice = line.Reason is AccountReason.WorkedInExchange or AccountReason.Holiday ? calendar.NoticeOf(day) : null,
            Provisional = calendar.IsProvisional(day),
        };
    }

    private static AccountLine Counted(DateOnly day, AccountReason reason) => new(day, day, Counted: true, WorkingDays: 1, reason);

    private static AccountLine Uncounted(DateOnly day, AccountReason reason) => new(day, day, Counted: false, WorkingDays: 0, reason);

    private void Add(AccountLine line)
    {
        if (lines is [.., var before] && line.Continues(before))
        {
            lines[^1] = before with { To = line.To, WorkingDays = before.WorkingDays + line.WorkingDays };
        }
        else
        {
            lines.Add(line);
        }
    }

    private static AccountReason Start(Term term) => term.Start switch
    {
        TermStart.Receipt => AccountReason.DayOfReceipt,
        TermStart.Supplement => AccountReason.DayOfSupplement,
        TermStart.Payment => AccountReason.DayOfPayment,
        TermStart.Waiver => AccountReason.DayOfWaiver,
        TermStart.Reopening => term.Delay is null ? AccountReason.DayOfResumption : AccountReason.DayOfReopening,
    };

    private static AccountReason Awaiting(ClockState awaits) => awaits switch
    {
        ClockState.WaitingForPayment => AccountReason.WaitingForPayment,
        ClockState.Resumed => AccountReason.Resumed,
        ClockState.WaitingForSupplement => AccountReason.WaitingForSupplement,
        ClockState.NotReceived or ClockState.Running or ClockState.ConsultingOtherAgency or ClockState.Closed or ClockState.ReAnswering =>
            throw new System.Diagnostics.UnreachableException("Nothing stops a clock but what is awaited."),
    };

    private static AccountReason Reason(ConsultationKind kind) => kind switch
    {
        ConsultationKind.ThirdParty => AccountReason.ThirdParty,
        ConsultationKind.CoAuthor => AccountReason.CoAuthor,
        ConsultationKind.OtherAgency => AccountReason.OtherAgency,
    };
}
