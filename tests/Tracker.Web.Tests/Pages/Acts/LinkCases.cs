using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>关联申请, with the request that is there from the beginning.</summary>
internal static class LinkCases
{
    private static readonly (string, string)[] Linked =
        [("Form.Number", "2026-0001"), ("Form.LinkedOn", "2026-03-09"), ("Form.Reason", "同一事项")];

    public static readonly ActCase[] All =
    [
        new(
            "related-case",
            Linked,
            "已关联。答复期限：2026年3月30日。",
            typeof(CaseLinked),
            ("Form.Number", "2099-0001"),
            "没有这个登记编号的申请。",
            "Form.Number")
        { IsPossibleWhenClosed = true },
        new(
            "related-case-removal",
            [("Form.UnlinkedOn", "2026-03-10"), ("Form.Reason", "并非同一事项")],
            "已取消关联。答复期限：2026年3月30日。",
            typeof(CaseUnlinked),
            ("Form.UnlinkedOn", "2026-03-08"),
            "取消关联日期不能早于前一环节的日期（2026年3月9日）。",
            "Form.UnlinkedOn")
        { Before = [("related-case", Linked)], IsPossibleWhenClosed = true },
    ];
}
