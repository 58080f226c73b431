using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Domain.LegalTime;

/// <summary>The count while it runs, and what is left of it for the account.</summary>
internal sealed class Reckoning
{
    private readonly WorkingCalendar calendar;
    private readonly List<Term> terms = [];
    private readonly List<ConsultationOpenedFact> open = [];
    private readonly Pauses closed = new();
    private readonly List<(Term Term, (DateOnly From, WarningReason Reason)? EarlierStart)> stoppedByLateNotice = [];
    private readonly ImmutableArray<ClockFlag>.Builder flags = ImmutableArray.CreateBuilder<ClockFlag>();
    private readonly int allowance;
    private int notices;
    private SupplementNoticeFact? supplementNotice;
    private FeeNoticeFact? feeNotice;
    private EndFact? end;
    private (DateOnly From, WarningReason Reason)? earlierStart;

    public Reckoning(ReceiptFact receipt, WorkingCalendar calendar)
    {
        this.calendar = calendar;
        Receipt = receipt;
        allowance = AnswerTerm.WorkingDays(receipt.On);
        terms.Add(new(TermStart.Receipt, receipt.On, allowance));
        earlierStart = EarlierStart(receipt.Channel, receipt.Dates) is var (from, reason) && from < receipt.On ? (from, reason) : null;
        if (IsOf2019)
        {
            FlagReceipt(receipt.Channel, receipt.Dates);
        }
    }

    public ReceiptFact Receipt { get; }

    public WorkingCalendar Calendar => calendar;

    /// <summary>The regulation of 2007 set no day for confirming a request or for asking for a supplement, and none is made up for it.</summary>
    private bool IsOf2019 => AnswerTerm.RegulationOf(Receipt.On) == Regulation.Of2019;

    public IReadOnlyList<Term> Terms => terms;

    public Term Current => terms[^1];

    public DateOnly? EndedOn => end?.On;

    public void Count(ClockFact fact)
    {
        switch (fact)
        {
            case SupplementNoticeFact notice:
                CountNotice(notice);
                break;
            case SupplementFact supplement:
                Flag(Departure.SupplementedLate, supplement.On, supplementNotice?.PeriodEndsOn);
                supplementNotice = null;
                Restart(TermStart.Supplement, supplement.On);
                break;
            case ConsultationOpenedFact opened:
                open.Add(opened);
                break;
            case ConsultationClosedFact answered:
                Close(answered);
                break;
            case FeeNoticeFact notice:
                Flag(Departure.FeeNoticeLate, notice.On, Due());
                feeNotice = notice;
                Stop(notice.On, ClockState.WaitingForPayment);
                break;
            case FeePaidFact paid:
                Flag(Departure.PaidLate, paid.On, feeNotice is null || paid.Waived ? null : PaymentDue(feeNotice));
                feeNotice = null;
                Restart(paid.Waived ? TermStart.Waiver : TermStart.Payment, paid.On);
                break;
            case ExtensionFact extension:
                Extend(extension);
                break;
            case DelayFact delay:
                Delay(delay);
                break;
            case EndFact ended:
                end = ended;
                Current.EndedOn = ended.On;
                break;
            case ReopenedFact reopened:
                Reopen(reopened);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public ClockReading Read()
    {
        var due = Due();
        FlagEnd();

        var warning = Warning();
        if (warning?.On >= due)
        {
            warning = null; // no earlier day, no warning
        }

        var isComputed = Current.Delay is not { ExtendedBy: 0 };
        var provisional = (isComputed && due is { } day && calendar.IsProvisional(day)) || (warning is { } early && calendar.IsProvisional(early.On));
        return new(State(), Receipt.On, due, provisional, warning?.On, warning?.Reason, Deadlines(), flags.ToImmutable()) { Reckoning = this };
    }

    /// <summary>The current term's due date, or none while it stands still.</summary>
    public DateOnly? Due() => Current.Stop is not null ? null : Due(Current);

    /// <summary>
    /// A term's due date as if nothing had stopped it. A date set under art 35 waits for no consultation, and an extension granted later
    /// is added to it: the cautious reading [?].
    /// </summary>
    public DateOnly? Due(Term term) => term.Delay is var (on, extendedBy)
        ? calendar.AddWorkingDays(on, extendedBy)
        : Counted(term.StartsOn, term.WorkingDays);

    /// <summary>
    /// The working day that is the nth outside every consultation; none when it lies behind another agency's, of which nobody knows how
    /// long it takes.
    /// </summary>
    public DateOnly? Counted(DateOnly from, int workingDays) => Pauses().AddWorkingDays(calendar, from, workingDays);

    /// <summary>Every consultation, an open one to its limit, and to the end of time where it has none.</summary>
    public Pauses Pauses()
    {
        if (open.Count == 0)
        {
            return closed;
        }

        var all = new Pauses();
        all.AddAll(closed);
        foreach (var consultation in open)
        {
            all.Add(new(consultation.On, Limit(consultation) ?? DateOnly.MaxValue, consultation.Kind));
        }

        return all;
    }

    public int Used(DateOnly asOf)
    {
        var day = Earliest(asOf, end?.On);
        if (Current is { Stop: null, Delay: var (on, extendedBy) })
        {
            // As the account tells it: the days up to the date that was set, and those it was extended by afterwards.
            var after = day > on ? Math.Min(extendedBy, calendar.WorkingDaysBetween(on, day)) : 0;
            return Used(Earliest(day, on), Current.WorkingDays - extendedBy) + after;
        }

        return Used(Earliest(day, Current.Stop?.On), Current.WorkingDays);
    }

    private int Used(DateOnly until, int most) =>
        until > Current.StartsOn ? Math.Min(most, Pauses().WorkingDaysBetween(calendar, Current.StartsOn, until)) : 0;

    public int? Left(DateOnly asOf)
    {
        if (Current.Stop is not null)
        {
            return null;
        }

        var day = Earliest(asOf, end?.On);
        return Due() is not { } due ? Current.WorkingDays - Used(day)
            : day > due ? -calendar.WorkingDaysBetween(due, day)
            : Current.Delay is not null ? calendar.WorkingDaysBetween(day, due)
            : Current.WorkingDays - Used(day);
    }

    private static DateOnly Earliest(DateOnly day, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
        {
            day = other < day ? other.Value : day;
        }

        return day;
    }

    private void CountNotice(SupplementNoticeFact notice)
    {
        if (++notices == 2 && IsOf2019)
        {
            flags.Add(new(Departure.SecondNotice, notice.On, Latest: null));
        }

        var latest = calendar.AddWorkingDays(Current.StartsOn, AnswerTerm.SupplementNoticeWorkingDays);
        if (notice.On > latest && IsOf2019)
        {
            flags.Add(new(Departure.NoticeIssuedLate, notice.On, latest));
            if (Current.Stop is null)
            {
                stoppedByLateNotice.Add((Current, earlierStart)); // its due date is counted at the end: opinions may still come
            }
        }

        supplementNotice = notice;
        Stop(notice.On, ClockState.WaitingForSupplement);
    }

    private void Stop(DateOnly on, ClockState awaits)
    {
        Current.Stop ??= (on, awaits);
        earlierStart = null; // the fresh term that follows counts from its own day for everybody
    }

    private void Restart(TermStart start, DateOnly on)
    {
        terms.Add(new(start, on, allowance));
        if (feeNotice is not null || supplementNotice is not null)
        {
            Stop(on, feeNotice is not null ? ClockState.WaitingForPayment : ClockState.WaitingForSupplement); // the other one is still awaited
        }
    }

    private void Extend(ExtensionFact extension)
    {
        if (Current.Stop is not null)
        {
            flags.Add(new(Departure.ExtendedWhileStopped, extension.On, Latest: null));
            return;
        }

        if (Due() is { } due && (extension.On > due || extension.NotifiedOn > due))
        {
            flags.Add(new(Departure.ExtendedLate, extension.On > due ? extension.On : extension.NotifiedOn!.Value, due));
        }

        Current.ExtensionDays += extension.WorkingDays;
        if (Current.Delay is var (on, extendedBy))
        {
            Current.Delay = (on, extendedBy + extension.WorkingDays);
        }
    }

    private void Delay(DelayFact delay)
    {
        if (Current.Stop is not null)
        {
            flags.Add(new(Departure.DelayedWhileStopped, delay.On, Latest: null));
            return;
        }

        Flag(Departure.DelayToldLate, delay.On, Due());
        Current.Delay = (delay.DueOn, 0);
    }

    /// <summary>Answered while the clock stood still it was not late.</summary>
    private void FlagEnd()
    {
        if (end is { Withdrawn: false })
        {
            Flag(Current.Start == TermStart.Reopening ? Departure.ReAnsweredLate : Departure.AnsweredLate, end.On, Due());
        }
    }

    /// <summary>What was awaited before the result is awaited no more; only an ordered term runs from here.</summary>
    private void Reopen(ReopenedFact reopened)
    {
        FlagEnd();
        end = null;
        supplementNotice = null;
        feeNotice = null;
        earlierStart = null;
        stoppedByLateNotice.Clear();
        foreach (var asked in open)
        {
            closed.Add(new(asked.On, Limit(asked) is { } limit && limit < reopened.On ? limit : reopened.On, asked.Kind));
        }

        open.Clear();
        terms.Add(new(TermStart.Reopening, reopened.On, 0)
        {
            Delay = reopened.DueOn is { } due ? (due, 0) : null,
            Stop = reopened.DueOn is null ? (reopened.On, ClockState.Resumed) : null,
        });
    }

    private void Close(ConsultationClosedFact answered)
    {
        if (open.Find(consultation => consultation.Id == answered.Id) is not { } opened)
        {
            return;
        }

        open.Remove(opened);
        var limit = Limit(opened);
        closed.Add(new(opened.On, limit < answered.On ? limit.Value : answered.On, opened.Kind));
        if (opened.Kind == ConsultationKind.OtherAgency)
        {
            Flag(Departure.OtherAgencySlow, answered.On, OpinionDue(opened));
        }
    }

    private void Flag(Departure departure, DateOnly on, DateOnly? latest)
    {
        if (on > latest)
        {
            flags.Add(new(departure, on, latest));
        }
    }

    private void FlagReceipt(Channel channel, ReceiptDates dates)
    {
        if (IsConfirmedRemotely(channel) && !dates.AutoAcknowledged && dates.ConfirmedOn is { } confirmed)
        {
            Flag(Departure.ConfirmedLate, confirmed, calendar.AddWorkingDays(dates.FiledOn, 1));
        }

        if (channel == Channel.UnsignedMail && dates.ConfirmedOn is { } answered)
        {
            Flag(Departure.MailConfirmedLate, answered, dates.ArrivedOn);
        }
    }

    private ClockState State() => end is not null ? ClockState.Closed
        : Current.Stop is var (_, awaits) ? awaits
        : Current.Start == TermStart.Reopening ? ClockState.ReAnswering
        : Due() is null ? ClockState.ConsultingOtherAgency
        : ClockState.Running;

    private ImmutableArray<ClockDeadline> Deadlines()
    {
        var deadlines = ImmutableArray.CreateBuilder<ClockDeadline>();
        if (Current.Start == TermStart.Reopening)
        {
            return [];
        }

        if (IsOf2019)
        {
            Add(DeadlineKind.SupplementNotice, calendar.AddWorkingDays(Current.StartsOn, AnswerTerm.SupplementNoticeWorkingDays));
        }

        if (supplementNotice?.PeriodEndsOn is { } ends)
        {
            deadlines.Add(new(DeadlineKind.SupplementPeriod, ends)); // as the notice says, never provisional
        }

        foreach (var consultation in open)
        {
            var kind = consultation.Kind == ConsultationKind.OtherAgency ? DeadlineKind.OtherAgencyOpinion : DeadlineKind.PartyOpinion;
            Add(kind, OpinionDue(consultation), consultation.Id);
        }

        if (feeNotice is not null)
        {
            Add(DeadlineKind.Payment, PaymentDue(feeNotice));
        }

        if (Current is { Stop: null, Delay: var (set, _) })
        {
            deadlines.Add(new(DeadlineKind.ExtensionNotice, set)); // as it was set, never provisional
        }
        else if (Current.Stop is null && Counted(Current.StartsOn, Current.BaseDays) is { } due)
        {
            Add(DeadlineKind.ExtensionNotice, due);
        }

        return deadlines.DrainToImmutable();

        void Add(DeadlineKind kind, DateOnly on, string? id = null) => deadlines.Add(new(kind, on, id, calendar.IsProvisional(on)));
    }

    /// <summary>The earliest of the warning dates that apply.</summary>
    private (DateOnly On, WarningReason Reason)? Warning()
    {
        var earliest = CountedFrom(earlierStart, Current);
        foreach (var (term, start) in stoppedByLateNotice)
        {
            if (Due(term) is { } due && !(earliest?.On <= due))
            {
                earliest = (due, WarningReason.NoticeIssuedLate);
            }

            if (CountedFrom(start, term) is { } warning && !(earliest?.On <= warning.On))
            {
                earliest = warning;
            }
        }

        return earliest;
    }

    private (DateOnly On, WarningReason Reason)? CountedFrom((DateOnly From, WarningReason Reason)? start, Term term) =>
        start is var (from, reason) && Counted(from, term.WorkingDays) is { } on ? (on, reason) : null;

    private DateOnly? Limit(ConsultationOpenedFact consultation) =>
        consultation.Kind == ConsultationKind.OtherAgency ? null : OpinionDue(consultation);

    private DateOnly OpinionDue(ConsultationOpenedFact consultation) =>
        calendar.AddWorkingDays(consultation.PartyReceivedOn ?? consultation.On, AnswerTerm.OpinionWorkingDays);

    private DateOnly PaymentDue(FeeNoticeFact notice) => Fees.LastDayToPay(notice.ReceivedOn ?? notice.On, calendar);

    private static (DateOnly From, WarningReason Reason)? EarlierStart(Channel channel, ReceiptDates dates) =>
        IsConfirmedRemotely(channel) ? (dates.FiledOn, WarningReason.CountedFromFiling)
        : channel == Channel.SignedMail && (dates.MailRoomOn ?? dates.SignedForOn) is { } mailRoom
            ? (mailRoom, WarningReason.CountedFromMailRoom)
        : null;

    private static bool IsConfirmedRemotely(Channel channel) => channel is Channel.Online or Channel.Fax or Channel.Email;
}
