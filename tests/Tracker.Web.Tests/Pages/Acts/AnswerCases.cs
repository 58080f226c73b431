using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>The answer, what goes before it and what is withheld: received Monday 2026-03-02.</summary>
internal static class AnswerCases
{
    public static readonly (string Noun, (string, string)[] Typed) Drafted =
        ("answer-draft", [("Form.Ground", "not_existing"), ("Form.DraftedOn", "2026-03-05"), ("Form.Draft", "样例答复稿")]);

    public static readonly (string Noun, (string, string)[] Typed) Submitted = ("answer-submission", [("Form.SubmittedOn", "2026-03-06")]);

    public static readonly (string Noun, (string, string)[] Typed) Approved = ("answer-approval", [("Form.ApprovedOn", "2026-03-09")]);

    public static readonly (string Noun, (string, string)[] Typed) Withheld =
        ("withheld-part", [("Form.Ground", "third_party_rights"), ("Form.DecidedOn", "2026-03-06"), ("Form.Part", "样例附表"), ("Form.Reasons", "样例理由")]);

    public static readonly (string, string)[] Search =
    [
        ("Form.SearchedBy", "样例科"),
        ("Form.SearchedIn", "档案室、业务系统"),
        ("Form.SearchedFor", "样例关键词"),
        ("Form.SearchedOn", "2026-03-05"),
        ("Form.SearchRecord", "例检〔2026〕1号"),
    ];

    public static readonly ActCase[] All =
    [
        new(
            "answer?ground=not_existing",
            [.. Search, ("Form.Ground", "not_existing"), ("Form.LeftOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕1号"), ("Form.Evidence", "例邮1号")],
            "已登记答复，申请办结。",
            typeof(RequestAnswered),
            ("Form.SearchedOn", "2026-03-10"),
            "检索日期不能晚于答复日期（2026年3月9日）。",
            "Form.SearchedOn"),
        new(
            "answer-on-the-spot?ground=disclosed",
            [("Form.Ground", "disclosed"), ("Form.LeftOn", "2026-03-10"), ("Form.Given", "样例文件一份")],
            "已登记当场答复，申请办结。",
            typeof(RequestAnswered),
            ("Form.LeftOn", "2026-03-09"),
            "当场答复应当在收到申请之日（2026年3月10日）作出；其他日期答复的，请用“登记答复”。",
            "Form.LeftOn")
        { ReceivedOn = "2026-03-10" },
        new(
            "answer-draft",
            Drafted.Typed,
            "已登记拟稿。答复期限：2026年3月30日。",
            typeof(AnswerDrafted),
            ("Form.Ground", "sold"),
            "没有这种办理结果，请重新选择。",
            "Form.Ground"),
        new(
            "answer-submission",
            Submitted.Typed,
            "已登记送审。答复期限：2026年3月30日。",
            typeof(AnswerSubmitted),
            ("Form.SubmittedOn", "2026-03-04"),
            "送审日期不能早于前一环节的日期（2026年3月5日）。",
            "Form.SubmittedOn")
        { Before = [Drafted] },
        new(
            "answer-return",
            [("Form.ReturnedOn", "2026-03-09"), ("Form.Reason", "请补充检索范围")],
            "已登记退回修改。答复期限：2026年3月30日。",
            typeof(AnswerReturned),
            ("Form.Reason", ""),
            "请写明退回的理由。",
            "Form.Reason")
        { Before = [Drafted, Submitted] },
        new(
            "answer-approval",
            Approved.Typed,
            "已登记审批通过。答复期限：2026年3月30日。",
            typeof(AnswerApproved),
            ("Form.ApprovedOn", "2026-03-05"),
            "审批日期不能早于前一环节的日期（2026年3月6日）。",
            "Form.ApprovedOn")
        { Before = [Drafted, Submitted] },
        new(
            "answer-issue",
            [("Form.IssuedOn", "2026-03-09"), ("Form.DocumentNumber", "例公复〔2026〕1号")],
            "已登记印发。答复期限：2026年3月30日。",
            typeof(AnswerIssued),
            ("Form.IssuedOn", "2026-03-11"),
            "落款日期不能晚于今天（2026年3月10日）。",
            "Form.IssuedOn")
        { Before = [Drafted, Submitted, Approved] },
        new(
            "withheld-part",
            Withheld.Typed,
            "已登记不予提供的部分。答复期限：2026年3月30日。",
            typeof(PartWithheld),
            ("Form.Ground", "partial"),
            "“部分公开”不能作为不予提供某一部分的理由，请选择其他办理结果。"),
        new(
            "withheld-part-removal?number=1",
            [("Form.Number", "1"), ("Form.RemovedOn", "2026-03-09"), ("Form.Reason", "第三方已同意公开")],
            "已登记撤销。答复期限：2026年3月30日。",
            typeof(WithheldPartRemoved),
            ("Form.Number", "2"),
            "没有登记过第 2 部分，或者它已经撤销。")
        { Before = [Withheld] },
    ];
}
