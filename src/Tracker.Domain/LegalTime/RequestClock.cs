using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Domain.LegalTime;

/// <summary>What the clock says of a request, whatever the day it is read on.</summary>
/// <param name="DueOn">答复期限: the last day to answer, itself included. None while the clock stands still.</param>
/// <param name="Provisional">Computed with days no notice has spoken about yet.</param>
/// <param name="WarningDueOn">An earlier day a court might count to, if any.</param>
/// <param name="WarningReason">Why.</param>
/// <param name="Departures">What was not done as the law asks.</param>
public sealed record ClockReading(
    DateOnly? DueOn,
    bool Provisional,
    DateOnly? WarningDueOn,
    WarningReason? WarningReason,
    ImmutableArray<Departure> Departures);

/// <summary>Why an earlier day is shown beside the due date.</summary>
public enum WarningReason
{
    /// <summary>Counted from filing: the Supreme Court's guiding case 26 took the successful filing date.</summary>
    CountedFromFiling,

    /// <summary>Counted from the mail room's signature, which courts follow.</summary>
    CountedFromMailRoom,

    /// <summary>The notice came after day 7: the term that ran before it.</summary>
    NoticeIssuedLate,
}

/// <summary>A departure from the law that was recorded as it happened.</summary>
public enum Departure
{
    /// <summary>Confirmed more than one working day after filing (art 31).</summary>
    ConfirmedLate,

    /// <summary>Unsigned mail confirmed after the day it arrived (art 31).</summary>
    MailConfirmedLate,

    /// <summary>Supplement notice after the seventh working day (art 30).</summary>
    NoticeIssuedLate,

    /// <summary>A second supplement notice (art 30 knows one).</summary>
    SecondNotice,

    /// <summary>Extension approved, or told to the applicant, after the due date (art 33).</summary>
    ExtendedLate,

    /// <summary>Extended while the clock stood still: without effect, for a restart begins a fresh term.</summary>
    ExtendedWhileStopped,

    /// <summary>Answered after the due date (art 33).</summary>
    AnsweredLate,
}

/// <summary>
/// 办理期限: from a request's facts and the calendar to its due date. The term counts from the day after receipt (art 33),
/// stops with a supplement notice, starts afresh with the supplement (art 30), and is lengthened by an extension (art 33).
/// </summary>
public static class RequestClock
{
    public static ClockReading Read(RequestState state, WorkingCalendar calendar)
    {
        var reading = new Reading(state, calendar);
        foreach (var fact in state.TermFacts)
        {
            reading.Count(fact);
        }

        return reading.Close(state.Result);
    }

    /// <summary>The count while it runs.</summary>
    private sealed class Reading
    {
        private readonly WorkingCalendar calendar;
        private readonly int term;
        private readonly ImmutableArray<Departure>.Builder departures = ImmutableArray.CreateBuilder<Departure>();
        private DateOnly termStartsOn;
        private DateOnly? due;
        private DateOnly lastDue;
        private int notices;
        private (DateOnly On, WarningReason Reason)? earlierCount;
        private (DateOnly On, WarningReason Reason)? lateNotice;

        public Reading(RequestState state, WorkingCalendar calendar)
        {
            var (channel, dates) = (state.Registration!.Channel, state.Registration.Dates);
            this.calendar = calendar;
            termStartsOn = state.Receipt.On;
            term = AnswerTerm.WorkingDays(termStartsOn);
            lastDue = calendar.AddWorkingDays(termStartsOn, term);
            due = lastDue;
            earlierCount = EarlierStart(channel, dates) is var (from, reason) && from < termStartsOn
                ? (calendar.AddWorkingDays(from, term), reason)
                : null;

            if (IsConfirmedRemotely(channel) && !dates.AutoAcknowledged && dates.ConfirmedOn > calendar.AddWorkingDays(dates.FiledOn, 1))
            {
                departures.Add(Departure.ConfirmedLate);
            }

            if (channel == Channel.UnsignedMail && dates.ConfirmedOn > dates.ArrivedOn)
            {
                departures.Add(Departure.MailConfirmedLate);
            }
        }

        public void Count(RequestEvent fact)
        {
            switch (fact)
            {
                case SupplementNoticeIssued notice:
                    Stop(notice.IssuedOn);
                    break;
                case SupplementReceived supplement:
                    termStartsOn = supplement.ReceivedOn;
                    lastDue = calendar.AddWorkingDays(termStartsOn, term);
                    due = lastDue;
                    break;
                case AnswerTermExtended extension:
                    Extend(extension);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        /// <summary>A closed request keeps the date it was due; answered while the clock stood still it was not late.</summary>
        public ClockReading Close(RequestResult? result)
        {
            if (result is not null && result.Ground != Grounds.Withdrawn && result.On > due)
            {
                departures.Add(Departure.AnsweredLate);
            }

            var warning = lateNotice ?? earlierCount;
            if (warning?.On >= due)
            {
                warning = null; // no earlier day, no warning
            }

            var provisional = (due is { } day && calendar.IsProvisional(day))
                || (warning is { } early && calendar.IsProvisional(early.On));
            return new(due, provisional, warning?.On, warning?.Reason, departures.ToImmutable());
        }

        private void Stop(DateOnly issuedOn)
        {
            if (++notices == 2)
            {
                departures.Add(Departure.SecondNotice);
            }

            if (issuedOn > calendar.AddWorkingDays(termStartsOn, AnswerTerm.SupplementNoticeWorkingDays))
            {
                departures.Add(Departure.NoticeIssuedLate);
                lateNotice ??= earlierCount?.On < lastDue ? earlierCount : (lastDue, WarningReason.NoticeIssuedLate);
            }

            earlierCount = null; // the fresh term after the supplement counts from its own day for everybody
            due = null;
        }

        private void Extend(AnswerTermExtended extension)
        {
            if (due is not { } before)
            {
                departures.Add(Departure.ExtendedWhileStopped);
                return;
            }

            if (extension.ApprovedOn > before || extension.NotifiedOn > before)
            {
                departures.Add(Departure.ExtendedLate);
            }

            lastDue = calendar.AddWorkingDays(before, extension.WorkingDays);
            due = lastDue;
            if (earlierCount is var (on, reason))
            {
                earlierCount = (calendar.AddWorkingDays(on, extension.WorkingDays), reason);
            }
        }

        private static (DateOnly From, WarningReason Reason)? EarlierStart(Channel channel, ReceiptDates dates) =>
            IsConfirmedRemotely(channel) ? (dates.FiledOn, WarningReason.CountedFromFiling)
            : channel == Channel.SignedMail && (dates.MailRoomOn ?? dates.SignedForOn) is { } mailRoom
                ? (mailRoom, WarningReason.CountedFromMailRoom)
            : null;

        private static bool IsConfirmedRemotely(Channel channel) => channel is Channel.Online or Channel.Fax or Channel.Email;
    }
}
