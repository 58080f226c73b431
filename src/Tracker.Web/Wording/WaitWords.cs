using Tracker.ReadModels;
using Tracker.Web.Pages;
using Tracker.Web.Pages.Offices.Requests;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Pages.Offices.Requests.Consultations;
using Tracker.Web.Pages.Offices.Requests.Extensions;
using Tracker.Web.Pages.Offices.Requests.Fees;
using Tracker.Web.Pages.Offices.Requests.Reopenings;
using Tracker.Web.Pages.Offices.Requests.Routing;

namespace Tracker.Web.Wording;

/// <summary>What a case waits for, in words, and by which act it goes on.</summary>
public static class WaitWords
{
    public static string Of(Awaited awaited) => awaited switch
    {
        Awaited.Supplement => "待补正",
        Awaited.Payment => "待缴费",
        Awaited.Opinion => "征求意见中",
        Awaited.ExtensionApproval => "待批准延期",
        Awaited.AnswerApproval => "待审批答复",
        Awaited.Issue => "待印发",
        Awaited.Dispatch => "已印发未寄出",
        Awaited.Signature => "待签收",
    };

    public static string Of(Idle idle) => idle switch
    {
        Idle.Untouched => $"满 {Idling.WorkingDays(idle)} 个工作日未办理",
        Idle.SilentParty => $"被征求意见方满 {Idling.WorkingDays(idle)} 个工作日未答复",
        Idle.Unsent => $"审批或者印发后满 {Idling.WorkingDays(idle)} 个工作日未寄出",
    };

    public static string Of(DeskPart part) => part switch
    {
        DeskPart.Late => DeadlineWords.Of(Urgency.Late),
        DeskPart.Today => DeadlineWords.Of(Urgency.Today),
        DeskPart.Soon => DeadlineWords.Of(Urgency.Soon),
        DeskPart.Mine => "待我办理",
        DeskPart.Stopped => "等待申请人和其他方面",
        DeskPart.Idle => "久未办理",
    };

    /// <summary>What a case waits for, from the first to the last; in hand where it waits for nobody.</summary>
    public static string Of(CaseRow row) => row.Waits.IsEmpty
        ? row.Ground is null ? "办理中" : "恢复办理"
        : string.Join("、", row.Waits.Select(Of));

    /// <summary>The act that ends the waiting.</summary>
    /// <param name="awaited">What is waited for.</param>
    /// <param name="office">The office's code.</param>
    /// <param name="id">The case.</param>
    /// <param name="again">Whether it is handled again after its result.</param>
    public static CaseAct Act(Awaited awaited, string office, Guid id, bool again) => awaited switch
    {
        Awaited.Supplement => CaseActs.Act<SupplementModel>("登记收到补正", Addresses.Supplement(office, id)),
        Awaited.Payment => CaseActs.Act<PaymentModel>("登记缴费", Addresses.Payment(office, id)),
        Awaited.Opinion => CaseActs.Act<OpinionModel>("办理征求意见", Addresses.Case(office, id)), // which of them is said there
        Awaited.ExtensionApproval => CaseActs.Act<ExtensionApprovalModel>("审批延期", Addresses.ExtensionApproval(office, id)),
        Awaited.AnswerApproval => CaseActs.Act<AnswerApprovalModel>("审批答复", Addresses.AnswerApproval(office, id)),
        Awaited.Issue => CaseActs.Act<AnswerIssueModel>("印发", Addresses.AnswerIssue(office, id)),
        Awaited.Dispatch => Answer(office, id, again),
        Awaited.Signature => CaseActs.Act<AssignmentSignatureModel>("登记承办单位签收", Addresses.AssignmentSignature(office, id)),
    };

    /// <summary>What can be done next about a case on the desk, the likeliest first.</summary>
    public static IEnumerable<CaseAct> Next(CaseRow row, DeskPart part)
    {
        var first = part == DeskPart.Stopped ? Waits.OnOthers : Waits.Inside;
        var again = row.Ground is not null;
        return row.Waits.OrderBy(awaited => !first.Contains(awaited)).Select(awaited => Act(awaited, row.Office, row.Id, again)).Append(
            row.Since.Untouched is null
                ? Answer(row.Office, row.Id, again)
                : CaseActs.Act<AnswerDraftModel>("拟稿", Addresses.AnswerDraft(row.Office, row.Id)));
    }

    private static CaseAct Answer(string office, Guid id, bool again) => again
        ? CaseActs.Act<ReAnswerModel>("登记重新答复", Addresses.ReAnswer(office, id))
        : CaseActs.Act<AnswerModel>("登记答复", Addresses.Answer(office, id));
}
