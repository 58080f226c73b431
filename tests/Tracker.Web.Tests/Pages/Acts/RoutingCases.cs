using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>承办 inside the office: due 2026-03-30 whoever holds the case.</summary>
internal static class RoutingCases
{
    private static readonly (string, (string, string)[]) Assigned =
        ("assignment", [("Form.AssignedOn", "2026-03-03"), ("Form.Unit", "样例一科"), ("Form.Person", "样例丁")]);

    public static readonly ActCase[] All =
    [
        new(
            "assignment",
            [("Form.AssignedOn", "2026-03-04"), ("Form.Unit", "样例二科"), ("Form.Person", "样例戊")],
            "已登记交办。答复期限：2026年3月30日。",
            typeof(CaseAssigned),
            ("Form.AssignedOn", "2026-03-02"),
            "交办日期不能早于前一环节的日期（2026年3月3日）。",
            "Form.AssignedOn")
        { Before = [Assigned] },
        new(
            "assignment",
            [("Form.AssignedOn", "2026-03-04"), ("Form.Unit", "样例一科"), ("Form.Person", "")],
            "已登记交办。答复期限：2026年3月30日。",
            typeof(CaseAssigned),
            ("Form.Unit", "样例\n一科"),
            "承办单位不能含有换行等控制字符。",
            "Form.Unit"),
        new(
            "assignment-signature",
            [("Form.SignedForOn", "2026-03-04")],
            "已登记签收。答复期限：2026年3月30日。",
            typeof(CaseSignedFor),
            ("Form.SignedForOn", "2026-03-02"),
            "承办单位签收日期不能早于前一环节的日期（2026年3月3日）。",
            "Form.SignedForOn")
        { Before = [Assigned] },
        new(
            "assignment-return",
            [("Form.ReturnedOn", "2026-03-04"), ("Form.Reason", "不属于本科职责")],
            "已登记退回。答复期限：2026年3月30日。",
            typeof(CaseReturned),
            ("Form.Reason", ""),
            "请写明退回的理由。",
            "Form.Reason")
        { Before = [Assigned] },
    ];
}
