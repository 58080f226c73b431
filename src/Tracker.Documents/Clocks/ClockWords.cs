using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Clocks;

/// <summary>The clock's account, flags and deadlines in words, each with the article or notice it rests on.</summary>
public static class ClockWords
{
    private const string OrderedBy = "行政复议法第六十四条、第六十六条，行政诉讼法第七十条、第七十二条；期限以决定或者判决为准";
    private const string Notice109 = "国办函〔2020〕109号";

    // 国务院令第492号, of 2007.
    private const string OldTerm = "旧条例第二十四条";
    private const string OldSupplement = "旧条例第二十一条";

    public static string Of(ClockState state) => state switch
    {
        ClockState.NotReceived => "尚未收到",
        ClockState.Running => "办理中",
        ClockState.WaitingForSupplement => "等待补正，停止计算",
        ClockState.WaitingForPayment => "等待缴费，停止计算",
        ClockState.ConsultingOtherAgency => "正在征求其他机关意见，收到意见后再计算期限",
        ClockState.Closed => "已办结",
        ClockState.Resumed => "恢复办理，没有法定期限",
        ClockState.ReAnswering => "责令重新答复，办理中",
    };

    public static string Of(Departure departure) => departure switch
    {
        Departure.ConfirmedLate => "确认晚于提交一个工作日以上",
        Departure.MailConfirmedLate => "平信未在到达当日与申请人确认",
        Departure.NoticeIssuedLate => "补正通知晚于第七个工作日",
        Departure.SecondNotice => "第二次通知补正",
        Departure.ExtendedLate => "延期批准或者告知申请人时已过答复期限",
        Departure.ExtendedWhileStopped => "停止计算期间批准的延期无效果",
        Departure.AnsweredLate => "逾期答复",
        Departure.SupplementedLate => "补正晚于通知的期限",
        Departure.OtherAgencySlow => "征求其他机关意见超过十五个工作日",
        Departure.FeeNoticeLate => "收费通知晚于答复期限",
        Departure.PaidLate => "缴费晚于二十个工作日",
        Departure.DelayToldLate => "告知另行确定的答复时间时已过答复期限",
        Departure.DelayedWhileStopped => "停止计算期间另行确定答复时间，不起作用",
        Departure.ReAnsweredLate => "重新答复晚于决定或者判决确定的期限",
    };

    /// <param name="departure">What.</param>
    /// <param name="regulation">The one the request is handled under. That of 2007 knew no day for confirming, asking for a supplement or a later date.</param>
    public static string Article(Departure departure, Regulation regulation) => departure switch
    {
        Departure.ExtendedLate or Departure.AnsweredLate or Departure.ExtendedWhileStopped when regulation == Regulation.Of2007 => OldTerm,
        Departure.SupplementedLate when regulation == Regulation.Of2007 => OldSupplement,
        Departure.ConfirmedLate or Departure.MailConfirmedLate => "条例第三十一条",
        Departure.NoticeIssuedLate or Departure.SecondNotice or Departure.SupplementedLate => "条例第三十条",
        Departure.ExtendedLate or Departure.AnsweredLate => "条例第三十三条",
        Departure.ExtendedWhileStopped => "条例第三十条、第三十三条",
        Departure.OtherAgencySlow => "条例第三十四条",
        Departure.FeeNoticeLate or Departure.PaidLate => Notice109,
        Departure.DelayToldLate or Departure.DelayedWhileStopped => "条例第三十五条",
        Departure.ReAnsweredLate => OrderedBy,
    };

    /// <summary>逾期答复：2023年4月6日，最迟应为2023年4月3日（条例第三十三条）</summary>
    public static string Sentence(ClockFlag flag, Regulation regulation) =>
        $"{Of(flag.Departure)}：{Detail(flag)}（{Article(flag.Departure, regulation)}）";

    public static string Detail(ClockFlag flag) =>
        $"{Day(flag.On)}{(flag.Latest is { } latest ? $"，最迟应为{Day(latest)}" : "")}";

    public static string Of(WarningReason reason) => reason switch
    {
        WarningReason.CountedFromFiling => "从提交之日起算（最高人民法院指导案例26号以成功提交之日为收到之日）",
        WarningReason.CountedFromMailRoom => "从收发室签收之日起算（法院通常以此为准）",
        WarningReason.NoticeIssuedLate => "补正通知超过七个工作日发出，原答复期限",
    };

    public static string Of(DeadlineKind kind, Regulation regulation) => kind switch
    {
        DeadlineKind.SupplementPeriod when regulation == Regulation.Of2007 => $"补正截止日期（{OldSupplement}）",
        DeadlineKind.PartyOpinion when regulation == Regulation.Of2007 => "被征求意见方提出意见的最后一日（旧条例第二十三条）",
        DeadlineKind.ExtensionNotice when regulation == Regulation.Of2007 => $"批准并告知延期的最后一日（{OldTerm}）",
        DeadlineKind.SupplementNotice => "通知补正的最后一日（条例第三十条）",
        DeadlineKind.SupplementPeriod => "补正截止日期（条例第三十条）",
        DeadlineKind.PartyOpinion => "被征求意见方提出意见的最后一日（条例第三十二条、第三十四条）",
        DeadlineKind.OtherAgencyOpinion => "征求其他机关意见满十五个工作日",
        DeadlineKind.Payment => $"缴费的最后一日（{Notice109}）",
        DeadlineKind.ExtensionNotice => "批准并告知延期的最后一日（条例第三十三条）",
    };

    /// <summary>Why a line is counted or not.</summary>
    public static string Why(AccountLine line) => line.Reason switch
    {
        AccountReason.DayOfReceipt => "收到申请之日不计入",
        AccountReason.DayOfSupplement => "收到补正之日不计入，期限自次日起重新计算",
        AccountReason.DayOfPayment => "缴费之日不计入，期限自次日起重新计算",
        AccountReason.DayOfWaiver => "减免之日不计入，期限自次日起重新计算",
        AccountReason.WorkingDay => line.Extended ? "工作日（延长期限）" : "工作日",
        AccountReason.WorkedInExchange => $"{line.Holiday}调休上班{(line.Extended ? "（延长期限）" : "")}",
        AccountReason.Weekend => "周末",
        AccountReason.Holiday => $"{line.Holiday}放假",
        AccountReason.ThirdParty => "征求第三方意见，不计入期限",
        AccountReason.CoAuthor => "征求共同制作机关意见，不计入期限",
        AccountReason.OtherAgency => "征求其他机关意见，不计入期限",
        AccountReason.WaitingForSupplement => "等待补正，停止计算",
        AccountReason.WaitingForPayment => "等待缴费，停止计算",
        AccountReason.Delay => "已告知申请人另行确定的答复时间",
        AccountReason.DayOfReopening => "收到决定书或者判决书之日不计入",
        AccountReason.DayOfResumption => "本机关恢复办理之日",
        AccountReason.Resumed => "本机关恢复办理期间",
        AccountReason.OrderedTerm => "决定或者判决确定的重新答复期限",
    } + (line.Provisional ? "（放假安排尚未公布，只扣周末）" : "");

    /// <summary>What it rests on: an article, or the address of the notice.</summary>
    public static string Source(AccountLine line, Regulation regulation) => line.Reason switch
    {
        AccountReason.DayOfReceipt when regulation == Regulation.Of2007 => $"{FirstDay(line.From)}；{OldTerm}",
        AccountReason.DayOfSupplement when regulation == Regulation.Of2007 => $"{FirstDay(line.From)}；{OldSupplement}",
        AccountReason.WaitingForSupplement when regulation == Regulation.Of2007 => OldSupplement,
        AccountReason.WorkingDay when regulation == Regulation.Of2007 => OldTerm,
        AccountReason.ThirdParty when regulation == Regulation.Of2007 => "旧条例第二十三条、第二十四条",
        AccountReason.DayOfReceipt => $"{FirstDay(line.From)}；条例第三十一条、第三十三条",
        AccountReason.DayOfSupplement => $"{FirstDay(line.From)}；条例第三十条",
        AccountReason.DayOfPayment or AccountReason.DayOfWaiver or AccountReason.WaitingForPayment => Notice109,
        AccountReason.WorkingDay => "条例第三十三条",
        AccountReason.WorkedInExchange or AccountReason.Holiday => string.Join(" ", line.Notice?.Sources ?? []),
        AccountReason.Weekend => "国务院关于职工工作时间的规定第七条",
        AccountReason.ThirdParty => "条例第三十二条、第三十三条",
        AccountReason.CoAuthor => "条例第三十三条、第三十四条",
        AccountReason.OtherAgency => "条例第三十三条、第三十四条",
        AccountReason.WaitingForSupplement => "条例第三十条",
        AccountReason.Delay => "条例第三十五条",
        AccountReason.DayOfReopening or AccountReason.OrderedTerm => OrderedBy,
        AccountReason.DayOfResumption or AccountReason.Resumed => "法律没有规定期限",
    };

    /// <summary>Where it stood on that day that the first day of a term is not counted.</summary>
    private static string FirstDay(DateOnly day) =>
        day < new DateOnly(2017, 10, 1) ? "民法通则第一百五十四条"
        : day < new DateOnly(2021, 1, 1) ? "民法总则第二百零一条"
        : "民法典第二百零一条";

    /// <summary>2026年3月5日, 2026年3月5日至9日, 2026年3月30日至4月3日, 2026年12月31日至2027年1月4日</summary>
    public static string Span(DateOnly from, DateOnly to) => Day(from) + (to == from ? ""
        : to.Year != from.Year ? $"至{Day(to)}"
        : to.Month != from.Month ? $"至{to.Month}月{to.Day}日"
        : $"至{to.Day}日");

    /// <summary>2026年3月5日</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
