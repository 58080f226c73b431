using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Corrections, a split, and what happens after the result.</summary>
internal static class CorrectionCases
{
    private static readonly (string, (string, string)[]) Answered =
        ("answer?ground=disclosed", [("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-03-05"), ("Form.Statement", "随函附上")]);

    private static readonly (string, (string, string)[]) Resumed =
        ("resumption", [("Form.ResumedOn", "2026-03-06"), ("Form.Reason", "漏寄附件")]);

    public static readonly ActCase[] All =
    [
        new(
            "voiding",
            [("Form.VoidedOn", "2026-03-10"), ("Form.Reason", "重复登记")],
            "已作废。",
            typeof(RequestVoided),
            ("Form.VoidedOn", "2026-03-01"),
            "作废日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.VoidedOn")
        { IsPossibleWhenClosed = true },
        new(
            "taking-back",
            [("Form.TakenBackOn", "2026-03-09"), ("Form.Reason", "登记错了申请件")],
            "已撤销误登。答复期限：2026年3月30日。",
            typeof(EntryTakenBack),
            ("Form.TakenBackOn", "2026-03-11"),
            "撤销日期不能晚于今天（2026年3月10日）。",
            "Form.TakenBackOn")
        {
            Before = [("supplement-notice", [("Form.IssuedOn", "2026-03-03"), ("Form.PeriodEndsOn", "2026-03-20"), ("Form.Items", "请写明年份")])],
            IsPossibleWhenClosed = true,
        },
        new(
            "applicant-correction",
            [("Form.Kind", "CommercialEnterprise"), ("Form.Name", "样例公司"), ("Form.Content", "样例改正的内容"), ("Form.Reason", "以公司名义申请")],
            "已更正。答复期限：2026年3月30日。",
            typeof(ApplicantCorrected),
            ("Form.Kind", "Nobody"),
            "填写的内容无法识别")
        { IsPossibleWhenClosed = true },
        new(
            "split",
            [("Form.SplitOn", "2026-03-09"), ("Form.Content", "第二项信息"), ("Form.Reason", "要求两项信息")],
            "已拆分，拆出的部分另立一件，见“经过”。答复期限：2026年3月30日。",
            typeof(PartSplitOff),
            ("Form.SplitOn", "2026-03-01"),
            "拆分日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.SplitOn"),
        new(
            "resumption",
            Resumed.Item2,
            "已恢复办理。答复期限：恢复办理，没有法定期限。",
            typeof(HandlingResumed),
            ("Form.ResumedOn", "2026-03-04"),
            "恢复办理日期不能早于前一环节的日期（2026年3月5日）。",
            "Form.ResumedOn")
        { Before = [Answered] },
        new(
            "re-answer-order",
            [
                ("Form.By", "Court"), ("Form.ServedOn", "2026-03-09"), ("Form.DueOn", "2026-03-24"), ("Form.DocumentNumber", "（2026）例01行初1号"),
                ("Form.Source", "判决生效后十五日内重新答复"),
            ],
            "已登记责令重新答复。答复期限：2026年3月24日。",
            typeof(ReAnswerOrdered),
            ("Form.DueOn", "2026-03-08"),
            "重新答复的期限（2026年3月8日）不能早于收到决定书或者判决书之日（2026年3月9日）。",
            "Form.DueOn")
        { Before = [Answered] },
        new(
            "re-answer?ground=partial",
            [("Form.Ground", "partial"), ("Form.LeftOn", "2026-03-10"), ("Form.DocumentNumber", "例公复〔2026〕2号"), ("Form.Statement", "补寄附件")],
            "已登记重新答复。",
            typeof(RequestReAnswered),
            ("Form.LeftOn", "2026-03-05"),
            "答复日期不能早于前一环节的日期（2026年3月6日）。",
            "Form.LeftOn")
        { Before = [Answered, Resumed] },
    ];
}
