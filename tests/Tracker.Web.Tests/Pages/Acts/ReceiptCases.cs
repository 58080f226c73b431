using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Article 31 after the registration, and notes: filed Monday 2026-03-02.</summary>
internal static class ReceiptCases
{
    public static readonly ActCase[] All =
    [
        new(
            "confirmation",
            [("Form.ConfirmedOn", "2026-03-04")],
            "已登记与申请人确认收到。答复期限：2026年4月1日。",
            typeof(ReceiptConfirmed),
            ("Form.ConfirmedOn", "2026-03-01"),
            "确认日期不能早于提交日期（2026年3月2日）。",
            "Form.ConfirmedOn")
        { Channel = "Online" },
        new(
            "receipt-correction",
            [("Form.Channel", "SignedMail"), ("Form.FiledOn", "2026-03-02"), ("Form.SignedForOn", "2026-03-04"), ("Form.Reason", "登记时看错了邮戳")],
            "已登记更正。答复期限：2026年4月1日。",
            typeof(ReceiptFactsCorrected),
            ("Form.SignedForOn", "2026-03-01"),
            "签收日期不能早于提交日期（2026年3月2日）。",
            "Form.SignedForOn")
        { IsPossibleWhenClosed = true },
        new(
            "note",
            [("Form.NotedOn", "2026-03-09"), ("Form.Text", "申请人来电")],
            "已登记备注。答复期限：2026年3月30日。",
            typeof(NoteAdded),
            ("Form.NotedOn", "2026-03-11"),
            "备注日期不能晚于今天（2026年3月10日）。",
            "Form.NotedOn")
        { IsPossibleWhenClosed = true },
    ];
}
