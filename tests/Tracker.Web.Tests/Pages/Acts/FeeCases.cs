using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>信息处理费: received Monday 2026-03-02.</summary>
internal static class FeeCases
{
    private static readonly (string, (string, string)[]) Asked =
        ("fee-notice", [("Form.Scale", "ByPage"), ("Form.Count", "68"), ("Form.IssuedOn", "2026-03-04")]);

    public static readonly ActCase[] All =
    [
        new(
            "fee-notice",
            [("Form.Scale", "ByItem"), ("Form.Count", "12"), ("Form.RequestsInMonth", "12"), ("Form.IssuedOn", "2026-03-04")],
            "已登记收费通知，办理期限停止计算。答复期限：暂停计算。",
            typeof(FeeNoticeIssued),
            ("Form.Count", "13"),
            "计收 13 件与当月申请 12 件不同，请写明理由。"),
        new(
            "fee-notice-service",
            [("Form.ReceivedOn", "2026-03-06")],
            "已登记申请人收到收费通知的日期。答复期限：暂停计算。",
            typeof(FeeNoticeServed),
            ("Form.ReceivedOn", "2026-03-03"),
            "申请人收到收费通知日期不能早于收费通知日期（2026年3月4日）。",
            "Form.ReceivedOn")
        { Before = [Asked] },
        new(
            "payment",
            [("Form.PaidOn", "2026-03-09")],
            "已登记缴费，办理期限重新计算。答复期限：2026年4月7日。", // 20 working days from 10 March; 4月6日 is 清明节's day off
            typeof(FeePaid),
            ("Form.PaidOn", "2026-03-11"),
            "缴费日期不能晚于今天（2026年3月10日）。",
            "Form.PaidOn")
        { Before = [Asked] },
        new(
            "fee-waiver",
            [("Form.WaivedOn", "2026-03-09"), ("Form.Reason", "经济困难")],
            "已登记减免，办理期限重新计算。答复期限：2026年4月7日。",
            typeof(FeeWaived),
            ("Form.Reason", ""),
            "请写明减免的理由。",
            "Form.Reason")
        { Before = [Asked] },
        new(
            "fee-overdue",
            [("Form.ConfirmedOn", "2026-03-10"), ("Form.DocumentNumber", "例公告〔2026〕2号"), ("Form.Statement", "收费通知及其期限")],
            "已按逾期未缴费办结。",
            typeof(RequestClosedUnanswered),
            ("Form.ConfirmedOn", "2026-02-05"),
            "缴费期限到2026年2月5日为止，次日起才能按逾期未缴费办结（国办函〔2020〕109号）。", // received Thursday 8 January
            "Form.ConfirmedOn")
        {
            ReceivedOn = "2026-01-05",
            Before = [("fee-notice", [("Form.Scale", "ByPage"), ("Form.Count", "68"), ("Form.IssuedOn", "2026-01-07"), ("Form.ReceivedOn", "2026-01-08")])],
        },
    ];
}
