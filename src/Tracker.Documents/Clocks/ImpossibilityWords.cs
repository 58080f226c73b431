using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Clocks;

/// <summary>Why a fact of a file cannot have happened.</summary>
public static class ImpossibilityWords
{
    /// <summary>supplement_received（2026-03-09）：没有通知过补正，不会收到补正。</summary>
    public static string Sentence(ClockFact? fact, Impossibility why) =>
        $"{FactsFile.Name(fact)}{(fact is null ? "" : $"（{fact.On:yyyy-MM-dd}）")}：{Of(why)}。";

    public static string Of(Impossibility why) => why switch
    {
        Impossibility.NotReceived => "没有收到申请的事实",
        Impossibility.ReceivedTwice => "一件申请只收到一次",
        Impossibility.BeforeTheCalendar => "早于工作日历的第一天",
        Impossibility.InTheFuture => "日期在今天以后，还没有发生",
        Impossibility.ArrivedBeforeFiling => "到达、签收或者确认不会早于提交",
        Impossibility.ArrivalOutOfOrder => "信函先签收、再转到公开机构、到达以后才能确认，日期的先后不对",
        Impossibility.BeforeReceipt => "早于收到申请之日或者来信到达之日",
        Impossibility.AfterTheEnd => "申请已经办结，不会再有后续事项",
        Impossibility.NoticeAlreadyOpen => "上一份通知还没有结果，不能再次通知",
        Impossibility.PeriodEndsBeforeNotice => "补正截止日期早于通知日期",
        Impossibility.NoSupplementAsked => "没有通知过补正，不会收到补正",
        Impossibility.ConsultationIdUsed => "这个 id 已经用于另一次征求意见",
        Impossibility.NoSuchConsultation => "没有这个 id 的征求意见，或者它已经结束",
        Impossibility.ReceivedBeforeSending => "对方收到早于发出",
        Impossibility.ExtendedTwice => "同一期限只能延长一次（条例第三十三条）",
        Impossibility.ExtensionLength => "延长的工作日数不在条例第三十三条允许的范围内",
        Impossibility.NotifiedBeforeApproval => "告知申请人早于批准",
        Impossibility.NoPaymentAsked => "没有发过收费通知，不会有缴费",
        Impossibility.DelayNotLater => "另行确定的日期不晚于现在的答复期限，或者告知时已经过去",
    };
}
