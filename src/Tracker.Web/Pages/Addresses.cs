using Tracker.Domain.AnnualReports;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using Tracker.ReadModels;
using Tracker.Web.Wording.Help;

namespace Tracker.Web.Pages;

/// <summary>Every address of the product, so that none is typed twice.</summary>
public static class Addresses
{
    public static string Home => "/";

    public static string SignIn => "/sign-in";

    public static string SignOut => "/sign-out";

    public static string Password => "/password";

    public static string Calendar => "/calendar";

    /// <summary>我的提醒方式</summary>
    public static string MyChannels => "/reminders/channels";

    /// <summary>日历订阅: a private address.</summary>
    public static string DueCalendar(string token) => $"/calendar/{token}.ics";

    /// <summary>帮助</summary>
    public static string Help => "/help";

    /// <summary>帮助 on one task.</summary>
    public static string HelpOn(HelpTopic topic) => $"{Help}/{topic.Key}";

    public static string People(string office) => $"/offices/{office}/people";

    public static string Person(string office, Guid account) => $"{People(office)}/{account}";

    public static string Audit(string office) => $"/offices/{office}/audit";

    /// <summary>管理: the list of an administrator's pages.</summary>
    public static string Administration(string office) => $"/offices/{office}/administration";

    /// <summary>机关资料</summary>
    public static string OfficeData(string office) => $"/offices/{office}/office-data";

    /// <summary>科室</summary>
    public static string Units(string office) => $"/offices/{office}/units";

    /// <summary>文号</summary>
    public static string LetterNumbers(string office) => $"/offices/{office}/letter-numbers";

    /// <summary>提醒: whoever looks is told of.</summary>
    public static string Reminders(string office) => $"/offices/{office}/reminders";

    /// <summary>One of them, to open what it speaks of.</summary>
    public static string Reminder(string office, Guid id) => $"{Reminders(office)}/{id}";

    /// <summary>提醒发送记录</summary>
    public static string ReminderRecord(string office) => $"{Reminders(office)}/record";

    /// <summary>What it holds of one case, from a day on.</summary>
    public static string ReminderRecord(string office, string number, DateOnly from) =>
        $"{ReminderRecord(office)}?number={Uri.EscapeDataString(number)}&from={from:yyyy-MM-dd}";

    /// <summary>提醒时点</summary>
    public static string ReminderTimes(string office) => $"/offices/{office}/reminder-times";

    /// <summary>提醒时点 of one matter.</summary>
    public static string ReminderTimes(string office, DueMatter matter) => $"{ReminderTimes(office)}/{matter}";

    /// <summary>What a deadline is about: the case, or what of the office itself.</summary>
    public static string Due(string office, Guid? caseId, DueMatter matter) => (caseId, matter) switch
    {
        ({ } id, _) => Case(office, id),
        (null, DueMatter.CalendarNotice) => Calendar,
        (null, _) => AnnualReports(office),
    };

    /// <summary>One unit, to close it.</summary>
    public static string Unit(string office, int number) => $"{Units(office)}/{number}";

    /// <summary>今日待办</summary>
    public static string Today(string office) => $"/offices/{office}/today";

    /// <summary>期限清单, to print.</summary>
    public static string PrintedDeadlines(string office) => $"{Today(office)}/print";

    /// <summary>发信服务器</summary>
    public static string Sending(string office) => $"/offices/{office}/sending";

    /// <summary>免打扰时段</summary>
    public static string QuietHours(string office) => $"/offices/{office}/quiet-hours";

    /// <summary>提醒渠道</summary>
    public static string ReminderChannels(string office) => $"/offices/{office}/reminder-channels";

    /// <summary>待发箱</summary>
    public static string Outbox(string office) => $"/offices/{office}/outbox";

    /// <summary>审批: what waits for approval.</summary>
    public static string Approvals(string office) => $"/offices/{office}/approvals";

    /// <summary>An office's own days.</summary>
    public static string OfficeCalendar(string office) => $"/offices/{office}/calendar";

    public static string Register(string office) => $"/offices/{office}/requests";

    /// <summary>The cases of one urgency today.</summary>
    public static string Register(string office, Urgency urgency) => $"{Register(office)}?due={urgency}";

    /// <summary>The cases a filter leaves, in an order.</summary>
    /// <param name="office">The office's code.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="order">By what they are sorted; none for the filter's own.</param>
    /// <param name="search">What stands for the words that are searched for.</param>
    public static string Register(string office, CaseFilter filter, CaseOrder? order = null, string? search = null) =>
        Register(office) + RegisterQuery(filter, order, search);

    /// <summary>The same behind the address of the register: empty, or from the question mark on.</summary>
    public static string RegisterQuery(CaseFilter filter, CaseOrder? order, string? search = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", search),
            ("number", filter.Number),
            ("state", $"{filter.State}"),
            ("due", $"{filter.Due}"),
            ("waits", $"{filter.Waits}"),
            ("idle", $"{filter.Idle}"),
            ("ground", filter.Ground?.Key),
            ("kind", $"{filter.Kind}"),
            ("channel", $"{filter.Channel}"),
            ("received", $"{filter.ReceivedIn}"),
            ("unit", filter.Unit),
            ("missing", filter.Missing ? "true" : null),
            ("sort", $"{order?.By}"),
            ("down", order is { Down: true } ? "true" : null),
        ];
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length > 0 ? $"?{query}" : "";
    }

    /// <summary>导出: the same list as a file.</summary>
    public static string RegisterExport(string office) => $"{Register(office)}/export";

    /// <summary>常用筛选</summary>
    public static string SavedFilters(string office) => $"/offices/{office}/saved-filters";

    public static string NewRequest(string office) => $"{Register(office)}/new";

    /// <summary>The next one after one that has just been registered.</summary>
    public static string NextRequest(string office, Guid after, Channel? channel) => $"{NewRequest(office)}?after={after}&channel={channel}";

    public static string Case(string office, Guid id) => $"{Register(office)}/{id}";

    /// <summary>登记回执, to print.</summary>
    public static string Acknowledgement(string office, Guid id) => $"{Case(office, id)}/acknowledgement";

    public static string SupplementNotice(string office, Guid id) => $"{Case(office, id)}/supplement-notice";

    public static string Supplement(string office, Guid id) => $"{Case(office, id)}/supplement";

    public static string Extension(string office, Guid id) => $"{Case(office, id)}/extension";

    public static string Answer(string office, Guid id) => $"{Case(office, id)}/answer";

    public static string Withdrawal(string office, Guid id) => $"{Case(office, id)}/withdrawal";

    public static string Consultation(string office, Guid id) => $"{Case(office, id)}/consultation";

    public static string ConsultationService(string office, Guid id, int number) => $"{Case(office, id)}/consultation-service?number={number}";

    public static string Opinion(string office, Guid id, int number) => $"{Case(office, id)}/opinion?number={number}";

    public static string ConsultationLapse(string office, Guid id, int number) => $"{Case(office, id)}/consultation-lapse?number={number}";

    public static string ConsultationNotice(string office, Guid id, int number) => $"{Case(office, id)}/consultation-notice?number={number}";

    public static string DisclosureDecision(string office, Guid id, int number) => $"{Case(office, id)}/disclosure-decision?number={number}";

    public static string DisclosureNotice(string office, Guid id, int number) => $"{Case(office, id)}/disclosure-notice?number={number}";

    public static string FeeNotice(string office, Guid id) => $"{Case(office, id)}/fee-notice";

    public static string FeeNoticeService(string office, Guid id) => $"{Case(office, id)}/fee-notice-service";

    public static string Payment(string office, Guid id) => $"{Case(office, id)}/payment";

    public static string FeeWaiver(string office, Guid id) => $"{Case(office, id)}/fee-waiver";

    public static string FeeOverdue(string office, Guid id) => $"{Case(office, id)}/fee-overdue";

    public static string ReasonsDemand(string office, Guid id) => $"{Case(office, id)}/reasons-demand";

    public static string ReasonsJudgement(string office, Guid id) => $"{Case(office, id)}/reasons-judgement";

    public static string LaterDate(string office, Guid id) => $"{Case(office, id)}/later-date";

    public static string SupplementOverdue(string office, Guid id) => $"{Case(office, id)}/supplement-overdue";

    public static string Cessation(string office, Guid id) => $"{Case(office, id)}/cessation";

    public static string ExtensionProposal(string office, Guid id) => $"{Case(office, id)}/extension-proposal";

    public static string ExtensionApproval(string office, Guid id) => $"{Case(office, id)}/extension-approval";

    public static string ExtensionReturn(string office, Guid id) => $"{Case(office, id)}/extension-return";

    public static string ExtensionNotice(string office, Guid id) => $"{Case(office, id)}/extension-notice";

    public static string Confirmation(string office, Guid id) => $"{Case(office, id)}/confirmation";

    public static string ReceiptCorrection(string office, Guid id) => $"{Case(office, id)}/receipt-correction";

    public static string Note(string office, Guid id) => $"{Case(office, id)}/note";

    /// <summary>添加附件</summary>
    public static string Document(string office, Guid id) => $"{Case(office, id)}/document";

    /// <summary>The list of 附件 on the case page.</summary>
    public static string Documents(string office, Guid id) => $"{Case(office, id)}#documents";

    public static string DocumentContent(string office, Guid id, Guid document) => $"{Case(office, id)}/documents/{document}";

    public static string DocumentRemoval(string office, Guid id, Guid document) => $"{Case(office, id)}/document-removal?document={document}";

    public static string Voiding(string office, Guid id) => $"{Case(office, id)}/voiding";

    public static string TakingBack(string office, Guid id) => $"{Case(office, id)}/taking-back";

    /// <summary>The same right after the entry was made.</summary>
    public static string Undo(string office, Guid id) => $"{TakingBack(office, id)}?undo=true";

    public static string ApplicantCorrection(string office, Guid id) => $"{Case(office, id)}/applicant-correction";

    public static string Resumption(string office, Guid id) => $"{Case(office, id)}/resumption";

    public static string ReAnswerOrder(string office, Guid id) => $"{Case(office, id)}/re-answer-order";

    public static string ReAnswer(string office, Guid id) => $"{Case(office, id)}/re-answer";

    public static string Split(string office, Guid id) => $"{Case(office, id)}/split";

    public static string RelatedCase(string office, Guid id) => $"{Case(office, id)}/related-case";

    /// <summary>The same with the other case named.</summary>
    public static string RelatedCase(string office, Guid id, string number) => $"{RelatedCase(office, id)}?number={Uri.EscapeDataString(number)}";

    public static string RelatedCaseRemoval(string office, Guid id, Guid other) => $"{Case(office, id)}/related-case-removal?other={other}";

    /// <summary>完整证件号码</summary>
    public static string Identity(string office, Guid id) => $"{Case(office, id)}/identity";

    public static string IdentityProof(string office, Guid id) => $"{Case(office, id)}/identity-proof";

    public static string Agent(string office, Guid id) => $"{Case(office, id)}/agent";

    public static string AgentEnd(string office, Guid id) => $"{Case(office, id)}/agent-end";

    public static string WantedForm(string office, Guid id) => $"{Case(office, id)}/wanted-form";

    public static string JointApplicant(string office, Guid id) => $"{Case(office, id)}/joint-applicant";

    public static string Assignment(string office, Guid id) => $"{Case(office, id)}/assignment";

    public static string AssignmentSignature(string office, Guid id) => $"{Case(office, id)}/assignment-signature";

    public static string AssignmentReturn(string office, Guid id) => $"{Case(office, id)}/assignment-return";
    /// <summary>The answer on one ground, with its fields.</summary>
    public static string Answer(string office, Guid id, string ground) => $"{Answer(office, id)}?ground={ground}";

    public static string AnswerOnTheSpot(string office, Guid id) => $"{Case(office, id)}/answer-on-the-spot";

    public static string AnswerDraft(string office, Guid id) => $"{Case(office, id)}/answer-draft";

    public static string AnswerSubmission(string office, Guid id) => $"{Case(office, id)}/answer-submission";

    public static string AnswerReturn(string office, Guid id) => $"{Case(office, id)}/answer-return";

    public static string AnswerApproval(string office, Guid id) => $"{Case(office, id)}/answer-approval";

    public static string AnswerIssue(string office, Guid id) => $"{Case(office, id)}/answer-issue";

    public static string WithheldPart(string office, Guid id) => $"{Case(office, id)}/withheld-part";

    public static string WithheldPartRemoval(string office, Guid id, int number) => $"{Case(office, id)}/withheld-part-removal?number={number}";

    /// <summary>更正申请 (art 41).</summary>
    public static string RecordCorrections(string office) => $"/offices/{office}/record-corrections";

    public static string RecordCorrections(string office, int page) => $"{RecordCorrections(office)}?p={page}";

    public static string NewRecordCorrection(string office) => $"{RecordCorrections(office)}/new";

    public static string RecordCorrection(string office, Guid id) => $"{RecordCorrections(office)}/{id}";

    public static string RecordCorrectionConfirmation(string office, Guid id) => $"{RecordCorrection(office, id)}/confirmation";

    public static string RecordEvidenceDemand(string office, Guid id) => $"{RecordCorrection(office, id)}/evidence-demand";

    public static string RecordEvidence(string office, Guid id) => $"{RecordCorrection(office, id)}/evidence";

    public static string RecordCorrected(string office, Guid id) => $"{RecordCorrection(office, id)}/correction";

    public static string RecordNotCorrected(string office, Guid id) => $"{RecordCorrection(office, id)}/non-correction";

    public static string RecordCorrectionTransfer(string office, Guid id) => $"{RecordCorrection(office, id)}/transfer";

    public static string RecordCorrectionReferral(string office, Guid id) => $"{RecordCorrection(office, id)}/referral";

    public static string RecordCorrectionWithdrawal(string office, Guid id) => $"{RecordCorrection(office, id)}/withdrawal";

    public static string RecordCorrectionNote(string office, Guid id) => $"{RecordCorrection(office, id)}/note";

    public static string RecordCorrectionVoiding(string office, Guid id) => $"{RecordCorrection(office, id)}/voiding";

    public static string AnnualReports(string office) => $"/offices/{office}/annual-reports";

    public static string SectionThree(string office, int year, string? form = null) =>
        $"{AnnualReports(office)}/{year}/section-three{(form is null ? "" : $"?form={form}")}";

    /// <summary>Exactly the cases a cell of section three counts.</summary>
    public static string Cell(string office, int year, string form, string row, ApplicantKind? column) =>
        $"{Register(office)}?year={year}&form={form}&row={row}{(column is { } kind ? $"&column={kind}" : "")}";

    /// <summary>Exactly the cases a line of the old annex counts, in the year or up to its end.</summary>
    public static string AnnexCell(string office, int year, string line, bool cumulative) =>
        $"{Register(office)}?year={year}&form={AnnexBefore2019.Key}&row={line}{(cumulative ? "&cumulative=true" : "")}";
}
