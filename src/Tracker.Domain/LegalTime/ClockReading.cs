using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>What a request's clock is doing.</summary>
public enum ClockState
{
    /// <summary>尚未收到</summary>
    NotReceived,

    /// <summary>办理中</summary>
    Running,

    /// <summary>等待补正, the clock stands still.</summary>
    WaitingForSupplement,

    /// <summary>等待缴费, the clock stands still.</summary>
    WaitingForPayment,

    /// <summary>征求其他机关意见, whose end is unknown.</summary>
    ConsultingOtherAgency,

    /// <summary>已办结</summary>
    Closed,

    /// <summary>恢复办理, by the agency's own will: no term of law runs.</summary>
    Resumed,

    /// <summary>责令重新答复: the ordered term runs.</summary>
    ReAnswering,
}

/// <summary>What the clock says of a request.</summary>
/// <param name="State">What it is doing.</param>
/// <param name="ReceivedOn">收到申请之日; none before.</param>
/// <param name="DueOn">答复期限: the last day to answer, itself included. None while the clock stands still.</param>
/// <param name="Provisional">Computed with days no notice has spoken about yet.</param>
/// <param name="WarningDueOn">The earliest of the days a court might count to, if one lies before the due date.</param>
/// <param name="WarningReason">Why.</param>
/// <param name="Deadlines">The deadlines on the way.</param>
/// <param name="Flags">What was not done as the law asks, in the order in which it happened.</param>
public sealed record ClockReading(
    ClockState State,
    DateOnly? ReceivedOn,
    DateOnly? DueOn,
    bool Provisional,
    DateOnly? WarningDueOn,
    WarningReason? WarningReason,
    ImmutableArray<ClockDeadline> Deadlines,
    ImmutableArray<ClockFlag> Flags)
{
    internal Reckoning? Reckoning { get; init; }

    /// <summary>条例 the request is handled under.</summary>
    public Regulation Regulation => AnswerTerm.RegulationOf(ReceivedOn ?? AnswerTerm.InForceFrom);

    /// <summary>The kinds of <see cref="Flags"/>.</summary>
    public ImmutableArray<Departure> Departures => [.. Flags.Select(flag => flag.Departure)];

    /// <summary>Working days counted in the current term up to and including a day.</summary>
    public int WorkingDaysUsed(DateOnly asOf) => Reckoning?.Used(asOf) ?? 0;

    /// <summary>
    /// Working days left on a day: 0 on the due date, negative from the first working day after it. While another agency is being asked,
    /// those that will be left when it answers; none while the clock stands still.
    /// </summary>
    public int? WorkingDaysLeft(DateOnly asOf) => Reckoning?.Left(asOf);

    /// <summary>The account of the count, line by line; a count that has no end yet is told up to a day.</summary>
    public ImmutableArray<AccountLine> Account(DateOnly asOf) => Reckoning is null ? [] : new Account(Reckoning, asOf).Write();
}

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

    /// <summary>Supplemented after the period the notice gave (art 30).</summary>
    SupplementedLate,

    /// <summary>Another agency's opinion took more than 15 working days (art 34 knows no limit for it; a reminder).</summary>
    OtherAgencySlow,

    /// <summary>Fee notice after the handling period (国办函〔2020〕109号).</summary>
    FeeNoticeLate,

    /// <summary>Paid after the 20 working days (国办函〔2020〕109号).</summary>
    PaidLate,

    /// <summary>A later date told to the applicant after the due date (art 35 speaks of a request that cannot be answered in time).</summary>
    DelayToldLate,

    /// <summary>A later date set while the clock stood still: without effect, for a restart begins a fresh term.</summary>
    DelayedWhileStopped,

    /// <summary>Answered anew after the day a decision or judgment had set.</summary>
    ReAnsweredLate,
}

/// <summary>A departure with its days.</summary>
/// <param name="Departure">What.</param>
/// <param name="On">When it happened.</param>
/// <param name="Latest">The last day on which it would have been in order, where there is one.</param>
public sealed record ClockFlag(Departure Departure, DateOnly On, DateOnly? Latest);

/// <summary>What is due on the way to the answer.</summary>
public enum DeadlineKind
{
    /// <summary>补正告知: 7 working days from receipt (art 30).</summary>
    SupplementNotice,

    /// <summary>补正截止日期 (art 30)</summary>
    SupplementPeriod,

    /// <summary>第三方、共同制作机关提出意见: 15 working days from its receipt (arts 32, 34).</summary>
    PartyOpinion,

    /// <summary>其他机关意见: a reminder after 15 working days.</summary>
    OtherAgencyOpinion,

    /// <summary>缴费: 20 working days from the receipt of the notice (国办函〔2020〕109号).</summary>
    Payment,

    /// <summary>延期告知: an extension is approved and told by the due date it lengthens (art 33).</summary>
    ExtensionNotice,
}

/// <summary>A deadline on the way.</summary>
/// <param name="Kind">Which.</param>
/// <param name="On">The last day, itself included.</param>
/// <param name="Id">The consultation it belongs to.</param>
/// <param name="Provisional">Computed with days no notice has spoken about yet.</param>
public sealed record ClockDeadline(DeadlineKind Kind, DateOnly On, string? Id = null, bool Provisional = false);
