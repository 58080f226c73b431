using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Closed without an answer.</summary>
internal static class ClosingCases
{
    private static readonly (string, (string, string)[]) Asked =
        ("supplement-notice", [("Form.IssuedOn", "2026-03-03"), ("Form.PeriodEndsOn", "2026-03-06"), ("Form.Items", "请写明年份")]);

    public static readonly ActCase[] All =
    [
        new(
            "supplement-overdue",
            [("Form.ConfirmedOn", "2026-03-09"), ("Form.DocumentNumber", "例公告〔2026〕3号"), ("Form.Statement", "补正通知及其期限")],
            "已按逾期不补正办结。",
            typeof(RequestClosedUnanswered),
            ("Form.ConfirmedOn", "2026-03-06"),
            "补正期限到2026年3月6日为止，次日起才能按逾期不补正办结（条例第三十条）。",
            "Form.ConfirmedOn")
        { Before = [Asked] },
        new(
            "cessation",
            [("Form.ConfirmedOn", "2026-03-09"), ("Form.DocumentNumber", ""), ("Form.Statement", "注销登记")],
            "已按申请人死亡或者终止办结。",
            typeof(RequestClosedUnanswered),
            ("Form.DocumentNumber", "例\n1号"),
            "文号不能含有换行等控制字符。",
            "Form.DocumentNumber"),
    ];
}
