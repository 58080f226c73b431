using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Article 33: received Monday 2026-03-02, due 2026-03-30.</summary>
internal static class ExtensionCases
{
    private static readonly (string, (string, string)[]) Proposed =
        ("extension-proposal", [("Form.ProposedOn", "2026-03-06"), ("Form.WorkingDays", "5"), ("Form.Reason", "检索工作量大")]);

    private static readonly (string, (string, string)[]) Approved = ("extension-approval", [("Form.ApprovedOn", "2026-03-09")]);

    public static readonly ActCase[] All =
    [
        new(
            "extension-proposal",
            Proposed.Item2,
            "已登记延期报批。答复期限：2026年3月30日。",
            typeof(ExtensionProposed),
            ("Form.WorkingDays", "21"),
            "延长的期限应为 1 至 20 个工作日（条例第三十三条），现填 21。"),
        new(
            "extension-approval",
            Approved.Item2,
            "已登记批准延期。答复期限：2026年4月7日。", // 31 March to 3 April, and 7 April after 清明节
            typeof(AnswerTermExtended),
            ("Form.ApprovedOn", "2026-03-05"),
            "延期批准日期不能早于前一环节的日期（2026年3月6日）。",
            "Form.ApprovedOn")
        { Before = [Proposed] },
        new(
            "extension-return",
            [("Form.ReturnedOn", "2026-03-09"), ("Form.Reason", "可以按期答复")],
            "已登记退回延期。答复期限：2026年3月30日。",
            typeof(ExtensionReturned),
            ("Form.Reason", ""),
            "请写明退回的理由。",
            "Form.Reason")
        { Before = [Proposed] },
        new(
            "extension-notice",
            [("Form.ToldOn", "2026-03-10")],
            "已登记告知申请人延期。答复期限：2026年4月7日。",
            typeof(ApplicantToldOfExtension),
            ("Form.ToldOn", "2026-03-06"),
            "延期告知日期不能早于批准日期（2026年3月9日）。",
            "Form.ToldOn")
        { IsPossibleWhenClosed = true, Before = [Proposed, Approved] },
    ];
}
