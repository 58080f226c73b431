using System.Diagnostics;
using Tracker.Documents.AnnualReports;
using Tracker.Documents.Clocks;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;

namespace Tracker.Web.Wording;

/// <summary>One sentence for every refusal, as a clerk reads it.</summary>
public static class RefusalSentences
{
    public static string Of(Refusal refusal) => refusal switch
    {
        RequestRefusal reason => Of(reason),
        ReportingYearRefusal reason => Of(reason),
        OfficeRefusal reason => Of(reason),
        CalendarRefusal reason => Of(reason),
        RecordCorrectionRefusal reason => RecordCorrectionSentences.Of(reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>The date a refusal is about, so that the sentence can stand at its field.</summary>
    public static FactDate? FieldOf(Refusal refusal) => refusal switch
    {
        InTheFuture reason => reason.Date,
        BeforeTheCalendar reason => reason.Date,
        ArrivalBeforeFiling reason => reason.Date,
        BeforeAnEarlierStep reason => reason.Date,
        SupplementPeriodEndsBeforeNotice => FactDate.SupplementPeriod,
        NotifiedBeforeApproval => FactDate.ExtensionNotice,
        BeforeTheConsultation reason => reason.Date,
        ConsultationAlreadyOpened => FactDate.Consultation,
        OpinionStillAwaited => FactDate.ConsultationLapse,
        BeforeTheFeeNotice reason => reason.Date,
        PaymentStillAwaited or SupplementStillAwaited => FactDate.Closing,
        LaterDateNotLater => FactDate.LaterDate,
        ExtensionOnDayOfLaterDate => FactDate.Extension,
        TooFarAhead reason => reason.Date,
        OrderedTermEndsBeforeService => FactDate.OrderedTerm,
        IdentityProofAlreadyReceived => FactDate.IdentityProof,
        ApplicantAlreadyJoined => FactDate.Joining,
        NotTheDayOfReceipt => FactDate.Answer,
        FiledBeforeTheAnswer => FactDate.Filed,
        ConfirmedAfterAStep => FactDate.Confirmed,
        EvidenceAlreadyReceived => FactDate.Evidence,
        ToldBeforeItWasDone => FactDate.RecordNotice,
        SearchedAfterTheAnswer => FactDate.Search,
        _ => null,
    };

    private static string Of(RequestRefusal refusal) => refusal switch
    {
        AlreadyRegistered => "这件申请已经登记，不能重复登记。",
        NotRegistered => "没有这件申请。",
        InTheFuture r => $"{Words.Of(r.Date)}不能晚于今天（{Words.Day(r.Today)}）。",
        BeforeTheCalendar r => $"{Words.Of(r.Date)}不能早于{Words.Day(r.FirstDay)}：工作日历从该日开始。",
        ArrivalBeforeFiling r => $"{Words.Of(r.Date)}不能早于提交日期（{Words.Day(r.FiledOn)}）。",
        BeforeAnEarlierStep r => $"{Words.Of(r.Date)}不能早于前一环节的日期（{Words.Day(r.EarlierStepOn)}）。",
        BeingHandledAgain r => $"这件申请已于{Words.Day(r.On)}恢复办理或者被责令重新答复，不能登记这一环节。",
        TooFarAhead r => $"{Words.Of(r.Date)}（{Words.Day(r.On)}）太远，不能晚于{Words.Day(r.Latest)}，请核对。",
        AlreadyClosed r => $"这件申请已于{Words.Day(r.On)}办结（{r.Ground.Label}），不能再办理。",
        SupplementNoticeAlreadyOpen r => $"{Words.Day(r.IssuedOn)}的补正通知尚未收到补正，不能再次通知补正。",
        SupplementPeriodEndsBeforeNotice r => $"补正截止日期不能早于补正通知日期（{Words.Day(r.IssuedOn)}）。",
        NoSupplementAsked => "没有待补正的通知，不能登记收到补正。",
        ExtensionAlreadyUsed r => $"本期限内已于{Words.Day(r.ApprovedOn)}批准延期，不能再次延期（条例第三十三条）。",
        ExtensionLengthNotAllowed r => $"延长的期限应为 1 至 {r.AtMost} 个工作日（条例第三十三条），现填 {r.WorkingDays}。",
        NotifiedBeforeApproval r => $"延期告知日期不能早于批准日期（{Words.Day(r.ApprovedOn)}）。",
        GroundRetired r => $"“{r.Ground.Label}”已停用，请选择其他办理结果。",
        WithdrawalIsNoAnswer => "申请人撤回不是答复，请用“登记撤回”。",
        StillOpen => "这件申请还没有办结（恢复办理的也是），不能删除个人信息。",
        PersonalDataAlreadyErased r => $"这件申请的个人信息已于{Words.Day(r.On)}删除。",
        NoSuchConsultation => "没有这一次征求意见，请重新选择。",
        ConsultationAlreadyOpened r => $"{Words.Day(r.SentOn)}已经登记过征求{Words.Of(r.Kind)}意见；如果是同日征求的另一方，请勾选“同日征求的另一方”。",
        BeforeTheConsultation r => $"{Words.Of(r.Date)}不能早于征求意见发出日期（{Words.Day(r.SentOn)}）。",
        ConsultationAlreadyServed r => $"被征求意见方已于{Words.Day(r.On)}收到，不能再次登记。",
        ConsultationAlreadyClosed r => $"这一次征求意见已于{Words.Day(r.On)}结束，不能再次登记。",
        OpinionStillAwaited r => $"提出意见的期限到{Words.Day(r.Until)}为止，次日起才能认定逾期未提出意见（条例第三十二条、第三十四条）。",
        NoTermToLapse => "征求其他机关意见没有法定期限，不能认定逾期（条例第三十四条）。",
        ApplicantAlreadyToldOfConsultation r => $"已于{Words.Day(r.On)}告知申请人这一次征求意见，不能再次登记。",
        NoObjection => "只有第三方不同意或者只部分同意公开时，才需要作这项决定（条例第三十二条）。",
        DisclosureAlreadyDecided r => $"已于{Words.Day(r.On)}决定公开，不能再次登记。",
        DisclosureNotDecided => "还没有登记第三方不同意而决定公开的决定，不能登记告知第三方。",
        ThirdPartyAlreadyTold r => $"已于{Words.Day(r.On)}书面告知第三方，不能再次登记。",
        FeeNoticeAlreadyOpen r => $"{Words.Day(r.IssuedOn)}的收费通知尚未缴费，不能再次发出收费通知。",
        FeeScaleAlreadyChosen r => $"这件申请已选定{Words.Of(r.Scale)}；按件、按量只能选一种（国办函〔2020〕109号）。",
        FeeCountNotAllowed r => $"计收的数量应为 1 至 {r.AtMost}，不能是 {r.Count}。",
        NothingToCharge r => $"{Words.Of(r.Scale, r.Count)}不收费（国办函〔2020〕109号），不需要收费通知。",
        RequestsInMonthMissing => "按件计收的，请填写该申请人当月的申请件数。",
        FeeCountNeedsReason r => $"计收 {r.Count} 件与当月申请 {r.RequestsInMonth} 件不同，请写明理由。",
        BeforeTheFeeNotice r => $"{Words.Of(r.Date)}不能早于收费通知日期（{Words.Day(r.IssuedOn)}）。",
        FeeNoticeAlreadyServed r => $"申请人已于{Words.Day(r.On)}收到收费通知，不能再次登记。",
        NoFeeAsked => "没有待缴费的收费通知。",
        FeeNoticeNotServed => "还不知道申请人何时收到收费通知，不能认定逾期未缴费；请先登记收到日期。",
        PaymentStillAwaited r => $"缴费期限到{Words.Day(r.Until)}为止，次日起才能按逾期未缴费办结（国办函〔2020〕109号）。",
        NoSupplementAwaited => "没有待补正的通知，不能按逾期不补正办结。",
        SupplementStillAwaited r => $"补正期限到{Words.Day(r.Until)}为止，次日起才能按逾期不补正办结（条例第三十条）。",
        ReasonsAlreadyDemanded r => $"已于{Words.Day(r.On)}要求申请人说明理由，不能再次登记。",
        ReasonsNotDemanded => "还没有要求申请人说明理由，不能认定（条例第三十五条）。",
        ReasonsAlreadyJudged r => $"已于{Words.Day(r.On)}认定申请人的理由，不能再次登记。",
        ReasonsNotFoundReasonable => "只有认定申请人的理由合理的，才能另行确定答复时间（条例第三十五条）。",
        LaterDateNotLater r => $"另行确定的答复日期应当晚于{Words.Day(r.After)}，不能是{Words.Day(r.DueOn)}（条例第三十五条）。",
        ExtensionOnDayOfLaterDate r => $"{Words.Day(r.On)}已告知申请人另行确定的答复时间，同日不能再批准延期。",
        ExtensionAlreadyProposed r => $"{Words.Day(r.On)}的延期报批还没有批准或者退回，不能再次报批。",
        NoExtensionProposed => "没有待批准的延期，不能批准或者退回。",
        NoExtensionToTell => "本期限内没有批准过延期，不能登记告知。",
        ApplicantAlreadyToldOfExtension r => $"已于{Words.Day(r.On)}告知申请人延期，不能再次登记。",
        NothingToConfirm => "按这件申请的申请方式，收到之日不取决于与申请人确认（条例第三十一条）。",
        ReceiptAlreadyConfirmed r => $"已于{Words.Day(r.On)}与申请人确认，不能再次确认；日期记错的，请用“更正收到的事实”。",
        NothingCorrected => "与已登记的相同，没有可以更正的。",
        ReceiptContradictsFact r => $"按这些日期，{Words.Day(r.On)}的事项不可能发生：{ImpossibilityWords.Of(r.Why)}。",
        EntryVoid r => $"这件登记已于{Words.Day(r.On)}作废，不能再办理。",
        NotTheLatestEntry => "只能撤销最近一步登记；请返回申请件重新打开本页。",
        RegistrationIsVoidedInstead => "收到申请的登记不能撤销；登记本身有误的，请用“作废”。",
        SplitIsNotTakenBack => "拆分不能撤销；拆出的申请有误的，请将那一件作废。",
        SomethingIsAwaited => "尚在等待补正、缴费或者被征求意见方的意见，有结果后才能拆分。",
        NoResultYet => "这件申请还没有办结，不需要恢复办理或者重新答复。",
        AlreadyReopened r => $"这件申请已于{Words.Day(r.On)}恢复办理，还没有重新答复。",
        NotReopened => "这件申请没有恢复办理，也没有被责令重新答复，不能登记重新答复。",
        OrderedTermEndsBeforeService r => $"重新答复的期限（{Words.Day(r.DueOn)}）不能早于收到决定书或者判决书之日（{Words.Day(r.ServedOn)}）。",
        NotOpenAtYearEnd r => $"这件申请在 {r.Year} 年 12 月 31 日已经办结或者尚未收到，不能结转。",
        WrittenDownOnlyInPerson => "只有当面口头提出的申请才由工作机构代为填写（条例第二十九条）。",
        IdentityProofAlreadyReceived r => $"{Words.Day(r.On)}已经登记收到{Words.Of(r.Document)}，不能再次登记。",
        AgentStillActing r => $"{Words.Day(r.Since)}委托的代理人仍在代理；更换代理人的，请先登记代理终止。",
        NoAgent => "现在没有代理人，不能登记代理终止。",
        FormAlreadyWanted r => $"申请人要求的形式已经是“{Words.Of(r.Form)}”，没有变更。",
        ApplicantAlreadyJoined r => $"{Words.Day(r.On)}已经登记过一名共同申请人（{Words.Of(r.Kind)}）；如果是同日加入的另一名，请勾选“同日加入的另一名”。",
        AlreadyAssigned r => $"{Words.Day(r.On)}已经交“{r.Unit}”承办，不能再次交办；更换承办人的，请填写承办人。",
        NotAssigned => "这件申请现在没有承办单位，不能签收或者退回。",
        AlreadySignedFor r => $"承办单位已于{Words.Day(r.On)}签收，不能再次登记。",
        GroundNotForPart r => $"“{r.Ground.Label}”不能作为不予提供某一部分的理由，请选择其他办理结果。",
        NoSuchPart r => $"没有登记过第 {r.Number} 部分，或者它已经撤销。",
        AnswerAlreadySubmitted r => $"答复稿已于{Words.Day(r.On)}送审或者审批，退回修改以后才能重新拟稿、送审。",
        NoAnswerDrafted => "没有可以送审的答复稿，请先拟稿。",
        NoAnswerSubmitted => "没有送审的答复稿，不能审批或者退回。",
        AnswerAlreadyApproved r => $"答复稿已于{Words.Day(r.On)}审批通过，不能再次审批或者退回。",
        AnswerNotApproved => "答复稿还没有审批通过，不能印发。",
        LetterNumberOfCounter r => $"“{r.Number}”属于系统顺序编排的文号，不能手工填写；请留空自动编号，以免重号、跳号。",
        AnswerAlreadyIssued r => $"答复书已于{Words.Day(r.On)}印发，不能重新拟稿、送审或者再次印发；误登的请用“撤销误登”。",
        NotTheDayOfReceipt r => $"当场答复应当在收到申请之日（{Words.Day(r.ReceivedOn)}）作出；其他日期答复的，请用“登记答复”。",
        StepsAlreadyTaken => "这件申请已经办理过其他环节，不是当场答复，请用“登记答复”。",
        LinkedToItself => "这就是本件申请，不能与自身关联。",
        AlreadyLinked r => $"{Words.Day(r.On)}已经与申请 {r.Number} 关联，不能再次关联。",
        NotLinked => "与那件申请没有关联，或者已经取消。",
        NoDocumentChosen => "请选择文件。",
        DocumentNameNotValid => "文件名中有控制字符、不可见字符或者改变书写方向的字符，没有保存；请改名后再添加。",
        DocumentNameTooLong r => $"文件名不能超过 {r.AtMost} 个字，请改名后再添加。",
        DocumentTypeNotAccepted => $"不接受这种文件。可以添加 {DocumentWords.Accepted}；压缩包请解压以后逐个添加。",
        DocumentContentNotOfType r => $"文件的内容不是 {DocumentWords.Of(r.Type)}，与文件名不符，没有保存；请用原来的程序另存后再添加。",
        DocumentEmpty => "文件是空的，没有保存。",
        DocumentTooLarge r => $"文件太大，没有保存：每个附件不能超过 {DocumentWords.Size(r.AtMost)}。",
        CaseDocumentsTooLarge r => $"没有保存：一件申请的附件合计不能超过 {DocumentWords.Size(r.AtMost)}。",
        DocumentAlreadyAdded r => $"{Words.Day(r.On)}已经添加过内容相同的文件，没有重复保存。",
        NoSuchDocument => "没有这个附件，或者它已经移除。",
        SearchedAfterTheAnswer r => $"检索日期不能晚于答复日期（{Words.Day(r.LeftOn)}）。",
        _ => throw new UnreachableException(),
    };

    private static string Of(ReportingYearRefusal refusal) => refusal switch
    {
        YearNotOver r => $"{r.Year} 年度尚未结束，{r.Year + 1} 年 1 月 1 日起才能封账（今天是{Words.Day(r.Today)}）。",
        YearAlreadyClosed r => $"{r.Year} 年度已经封账，不能再次封账。",
        TableDoesNotBalance r => $"勾稽关系不成立，不能封账：{string.Join("；", r.Broken.Select(check => ReportWords.Rule(check.Identity)))}。",
        _ => throw new UnreachableException(),
    };

    private static string Of(CalendarRefusal refusal) => refusal switch
    {
        NoticeAlreadyAdopted r => $"{r.Year} 年的这份安排已经采用，内容相同，没有写入任何内容。",
        NoticeYearOutOfTurn r => $"不能采用 {r.Year} 年的放假安排：工作日历现在可以采用 {r.First} 年至 {r.Next} 年的，中间不能缺年份。",
        NationalNoticeMissing r => $"还没有采用 {r.Year} 年的国务院办公厅放假安排，不能先采用本机关自有的安排。",
        NoticeFaulty r => $"{r.Year} 年的安排有 {r.Faults.Length} 处不对，没有采用。",
        _ => throw new UnreachableException(),
    };

    private static string Of(OfficeRefusal refusal) => refusal switch
    {
        OfficeCodeNotValid => $"机关代码应为{OfficeCode.Rule}。",
        OfficeNameMissing => $"机关名称不能为空，也不能超过 {OpenOffice.LongestName} 个字或者含有换行等控制字符。",
        OfficeAlreadyOpen r => $"该代码已用于“{r.Name}”。",
        OfficeNotOpen => "这个机关还没有启用。",
        OfficeDayOutOfRange r when r.First == DateOnly.MinValue => $"日期不能晚于今天（{Words.Day(r.Today)}）。",
        OfficeDayOutOfRange r => $"日期不能早于{Words.Day(r.First)}，也不能晚于今天（{Words.Day(r.Today)}）。",
        OfficeDataUnchanged => "与现在登记的完全相同，没有写入任何内容。",
        UnitNameMissing => $"科室名称不能为空，也不能超过 {OpenUnit.LongestName} 个字或者含有换行等控制字符。",
        UnitAlreadyOpen r => $"“{r.Name}”已经在科室名单中（{Words.Day(r.Since)}起）。",
        UnitNotOpen => "这个科室不在科室名单中，或者已经撤销。",
        LetterCodeNotValid => $"机关代字应为{LetterCode.Rule}，不带年份、括号和序号。",
        QuietHoursNotOvernight => "免打扰时段从傍晚到次日早晨：开始要晚于结束，例如 18:00 至 08:30；两个都不填就是不设。",
        LetterNumbersBegun r => $"{r.Year} 年度的文号已经由系统编到第 {r.Last} 号，不能再改从第几号编起。",
        LetterNumberRepeated r => $"“{r.Number}”已经用过，自动编号会与它重复：请把此前已用到的序号填为不小于 {r.Place} 的数；系统已经开始编号的年度，请换一个代字。",
        ReminderStepsNotValid => $"提前的工作日数应为 0 至 {ReminderTimes.Earliest} 的整数，用顿号或者逗号隔开，最多 {ReminderTimes.Most} 个。",
        NobodyReminded => "至少要有一个提醒的时点：填写提前的工作日数，或者选择逾期后每个工作日提醒。",
        EscalationNeverReached => "按所设的时点，到不了同时告知的那一步：请增加更晚的提前天数或者当日，或者选逾期后每个工作日也提醒。",
        EscalationNotValid => "公开机构负责人不能早于科室负责人收到提醒。",
        TooManyUnits r => $"科室最多 {r.Most} 个；请先撤销不再使用的。",
        _ => throw new UnreachableException(),
    };
}
