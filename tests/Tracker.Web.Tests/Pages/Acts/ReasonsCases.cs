using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Article 35: received Monday 2026-03-02, due 2026-03-30.</summary>
internal static class ReasonsCases
{
    private static readonly (string, (string, string)[]) Demanded =
        ("reasons-demand", [("Form.DemandedOn", "2026-03-04"), ("Form.Text", "请说明理由")]);

    private static readonly (string, (string, string)[]) Reasonable =
        ("reasons-judgement", [("Form.JudgedOn", "2026-03-09"), ("Form.Judgement", "Reasonable"), ("Form.Text", "理由如下")]);

    public static readonly ActCase[] All =
    [
        new(
            "reasons-demand",
            Demanded.Item2,
            "已登记要求说明理由。答复期限：2026年3月30日。",
            typeof(ReasonsDemanded),
            ("Form.DemandedOn", "2026-03-11"),
            "要求说明理由日期不能晚于今天（2026年3月10日）。",
            "Form.DemandedOn"),
        new(
            "reasons-judgement",
            Reasonable.Item2,
            "已登记理由的认定。答复期限：2026年3月30日。",
            typeof(ReasonsJudged),
            ("Form.JudgedOn", "2026-03-03"),
            "认定理由日期不能早于前一环节的日期（2026年3月4日）。",
            "Form.JudgedOn")
        { Before = [Demanded] },
        new(
            "later-date",
            [("Form.ToldOn", "2026-03-10"), ("Form.DueOn", "2026-05-29"), ("Form.Reason", "申请数量多")],
            "已登记另行确定的答复时间。答复期限：2026年5月29日。",
            typeof(LaterDateSet),
            ("Form.DueOn", "2026-03-30"),
            "另行确定的答复日期应当晚于2026年3月30日，不能是2026年3月30日（条例第三十五条）。",
            "Form.DueOn")
        { Before = [Demanded, Reasonable] },
    ];
}
