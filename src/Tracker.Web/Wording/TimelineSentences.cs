using System.Diagnostics;
using Tracker.Documents.Letters;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;

namespace Tracker.Web.Wording;

/// <summary>A fact as the case page tells it.</summary>
/// <param name="On">The legal day it happened on.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Detail">What somebody wrote about it, opened; none if nothing was written or its key is destroyed.</param>
/// <param name="RecordedAt">When it was recorded, as a Chinese wall clock shows it.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="IsLate">补登: recorded long after it happened.</param>
/// <param name="By">By whom, as the book names her.</param>
public sealed record TimelineEntry(DateOnly On, string Sentence, string? Detail, DateTime RecordedAt, long Version, bool IsLate, string By);

/// <summary>The one switch from facts to sentences.</summary>
public static class TimelineSentences
{
    public static TimelineEntry Of(Recorded<RequestEvent> recorded, Unsealer unsealer, WorkingCalendar calendar)
    {
        var (on, sentence, detail) = Tell(recorded.Event);
        var isLate = recorded.Source != Act.FromImport && recorded.Event is not RequestCarriedForward && LateEntry.Is(on, LegalDay.Of(recorded.RecordedAt), calendar);
        return new(on, sentence, unsealer.Open(detail), LegalDay.WallClock(recorded.RecordedAt), recorded.Version, isLate, recorded.UserName);
    }

    /// <summary>The sentence alone, for the page that tells what another clerk did meanwhile.</summary>
    public static string Sentence(RequestEvent happened) => Tell(happened).Sentence;

    private static (DateOnly On, string Sentence, Sealed<string>? Detail) Tell(RequestEvent happened) => happened switch
    {
        RequestReceived e => (
            ReceiptRule.Of(e.Channel, e.Dates).On,
            $"{(e.SplitOn is { } split ? $"{Words.Day(split)}从另一件申请中拆分，另立一件；" : "")}收到申请，登记编号 {e.Number}，申请方式：{Words.Of(e.Channel)}，提交日期：{Words.Day(e.Dates.FiledOn)}{(e.WrittenDownFor is true ? "；口头申请，由工作机构代为填写" : "")}。",
            null),
        SupplementNoticeIssued e => (
            e.IssuedOn,
            $"通知补正，{(e.PeriodEndsOn is { } end ? $"补正截止日期：{Words.Day(end)}" : "未记补正截止日期")}；办理期限停止计算。",
            e.Items),
        SupplementReceived e => (e.ReceivedOn, "收到补正，办理期限自次日起重新计算。", e.Supplement),
        AnswerTermExtended e => (
            e.ApprovedOn,
            $"批准延长答复期限 {e.WorkingDays} 个工作日{(e.NotifiedOn is { } told ? $"，{Words.Day(told)}告知申请人" : "")}。",
            e.Reason),
        RequestAnswered e => (
            e.LeftOn,
            $"{(e.OnTheSpot == true ? "当场答复" : "答复")}：{e.Ground.Label}{(e.DocumentNumber is { } number ? $"（{number}）" : "")}{(e.Delivery is { } way ? $"，送达方式：{AnswerWords.Of(way)}" : "")}{(e.TogetherWith is null ? "" : "，与另一件申请一并答复")}。",
            e.Statement),
        RequestWithdrawn e => (
            e.WithdrawnOn,
            $"申请人撤回申请{(e.DocumentNumber is { } number ? $"（{number}）" : "")}。",
            e.Statement),
        ConsultationOpened e => (
            e.SentOn,
            $"征求{Words.Of(e.Kind)}意见（第 {e.Number} 次）{(e.PartyReceivedOn is { } served ? $"，对方{Words.Day(served)}收到" : "")}；征求意见的时间不计入办理期限。",
            e.Matter),
        ConsultationServed e => (e.ReceivedOn, $"第 {e.Number} 次征求意见的函件送达被征求意见方。", null),
        ConsultationAnswered e => (e.ReceivedOn, $"收到第 {e.Number} 次征求意见的答复：{Words.Of(e.Opinion)}。", e.Text),
        ConsultationLapsed e => (e.EstablishedOn, $"认定第 {e.Number} 次征求意见逾期未提出意见。", null),
        ApplicantToldOfConsultation e => (e.ToldOn, $"告知申请人正在征求意见（第 {e.Number} 次）及所需时间不计入办理期限。", null),
        DisclosureOverObjectionDecided e => (
            e.DecidedOn,
            $"第三方不同意公开（第 {e.Number} 次征求意见），因不公开可能对公共利益造成重大影响，决定公开。",
            e.Reasons),
        ThirdPartyToldOfDisclosure e => (e.ToldOn, $"将决定公开的政府信息内容和理由书面告知第三方（第 {e.Number} 次征求意见）。", null),
        FeeNoticeIssued e => (
            e.IssuedOn,
            $"发出收费通知：{Words.Of(e.Scale)}，{Words.Of(e.Scale, e.Count)}，共 {e.Yuan} 元{(e.ReceivedOn is { } served ? $"，申请人{Words.Day(served)}收到" : "")}；办理期限停止计算。",
            e.CountReason),
        FeeNoticeServed e => (e.ReceivedOn, "申请人收到收费通知。", null),
        FeePaid e => (e.PaidOn, "申请人缴费，办理期限自次日起重新计算。", null),
        FeeWaived e => (e.WaivedOn, "减免信息处理费，办理期限自次日起重新计算。", e.Reason),
        ReasonsDemanded e => (e.DemandedOn, "因申请的数量、频次明显超过合理范围，要求申请人说明理由；办理期限照常计算。", e.Text),
        ReasonsJudged e => (e.JudgedOn, $"认定申请人说明的理由：{Words.Of(e.Judgement)}。", e.Text),
        LaterDateSet e => (e.ToldOn, $"告知申请人延迟答复，另行确定答复时间：{Words.Day(e.DueOn)}。", e.Reason),
        ExtensionProposed e => (e.ProposedOn, $"报请批准延长答复期限 {e.WorkingDays} 个工作日。", e.Reason),
        ExtensionReturned e => (e.ReturnedOn, "延期没有批准，退回。", e.Reason),
        ApplicantToldOfExtension e => (e.ToldOn, "告知申请人延期答复。", null),
        ReceiptConfirmed e => (e.ConfirmedOn, "与申请人确认收到申请。", null),
        ReceiptFactsCorrected e => (
            e.CorrectedOn,
            $"更正收到的事实：申请方式：{Words.Of(e.Channel)}，{string.Join("，", e.Dates.Known.Select(date => $"{Words.Of(date.Date)}：{Words.Day(date.On)}"))}；收到之日为{Words.Day(ReceiptRule.Of(e.Channel, e.Dates).On)}。",
            e.Reason),
        NoteAdded e => (e.NotedOn, "备注。", e.Text),
        DocumentAdded e => (e.AddedOn, $"添加附件（{DocumentWords.Of(e.Type)}，{DocumentWords.Size(e.Size)}）。", e.Name),
        DocumentRemoved e => (e.RemovedOn, "移除附件，内容已删除。", e.Reason),
        RequestClosedUnanswered e => (
            e.ConfirmedOn,
            $"办结（{e.Ground.Label}），不再处理{(e.DocumentNumber is { } number ? $"（{number}）" : "")}。",
            e.Statement),
        EntryTakenBack e => (e.TakenBackOn, $"撤销误登：“经过”中标明“已撤销”的一项视为没有登记。", e.Reason),
        RequestVoided e => (e.VoidedOn, "作废：这件登记不计入任何年度，登记编号保留，不再分配。", e.Reason),
        ApplicantCorrected e => (
            e.CorrectedOn,
            $"更正申请人：类别为{Words.Of(e.Kind)}{(e.Name is null ? "" : "，姓名或者名称已更正")}{(e.Contact is null ? "" : "，联系方式已更正")}{(e.Content is null ? "" : "，申请内容已更正")}。",
            e.Reason),
        HandlingResumed e => (e.ResumedOn, "恢复办理；已计入的办理结果不变。", e.Reason),
        ReAnswerOrdered e => (
            e.ServedOn,
            $"{Words.Of(e.By)}责令重新答复{(e.DocumentNumber is { } order ? $"（{order}）" : "")}，期限至{Words.Day(e.DueOn)}。",
            e.Source),
        RequestReAnswered e => (
            e.LeftOn,
            $"重新答复：{e.Ground.Label}{(e.DocumentNumber is { } number ? $"（{number}）" : "")}。",
            e.Statement),
        PartSplitOff e => (e.SplitOn, $"拆分：其中一部分另立为申请 {e.PartNumber}。", e.Reason),
        CaseLinked e => (e.LinkedOn, $"与申请 {e.OtherNumber} 关联。", e.Reason),
        CaseUnlinked e => (e.UnlinkedOn, $"取消与申请 {e.OtherNumber} 的关联。", e.Reason),
        RequestCarriedForward e => (new DateOnly(e.Year, 12, 31), $"{e.Year} 年度封账，结转下年度继续办理。", null),
        IdentityProofReceived e => (e.ReceivedOn, $"收到申请人的身份证明：{Words.Of(e.Document)}。", null),
        AgentAppointed e => (e.AppointedOn, $"申请人委托代理人，授权委托书{(e.AuthorisationOnFile ? "已收存" : "尚未提交")}。", e.Name),
        AgentEnded e => (e.EndedOn, "代理终止。", null),
        WantedFormChanged e => (e.ToldOn, $"申请人要求的形式：{Words.Of(e.Form)}。", e.Delivery),
        ApplicantJoined e => (e.JoinedOn, $"共同申请人加入（{Words.Of(e.Kind)}）；这件申请仍按第一申请人的类别统计。", e.Name),
        CaseAssigned e => (e.AssignedOn, $"交“{e.Unit}”承办。", e.Person),
        CaseSignedFor e => (e.SignedForOn, "承办单位签收。", null),
        CaseReturned e => (e.ReturnedOn, "承办单位退回。", e.Reason),
        PersonalDataErased e => (e.ErasedOn, "依法删除个人信息：姓名、联系方式和所写内容不可再读；办理记录和统计数字不变。", null),
        PartWithheld e => (e.DecidedOn, $"认定第 {e.Number} 部分不予提供：{e.Ground.Label}。", e.Part),
        WithheldPartRemoved e => (e.RemovedOn, $"撤销对第 {e.Number} 部分不予提供的认定。", e.Reason),
        AnswerDrafted e => (e.DraftedOn, $"拟稿：{e.Ground.Label}。", e.Draft),
        AnswerSubmitted e => (e.SubmittedOn, "答复稿送审。", null),
        AnswerReturned e => (e.ReturnedOn, "答复稿退回修改。", e.Reason),
        AnswerApproved e => (e.ApprovedOn, "答复稿审批通过。", null),
        AnswerIssued e => (e.IssuedOn, $"答复书印发{(e.DocumentNumber is { } number ? $"（{number}）" : "")}；以答复离开本机关之日为答复日期。", null),
        _ => throw new UnreachableException(),
    };
}
