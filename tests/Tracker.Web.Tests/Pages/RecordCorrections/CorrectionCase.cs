using Tracker.Domain.RecordCorrections;

namespace Tracker.Web.Tests.Pages.RecordCorrections;

/// <summary>One act on a 更正申请 as a clerk does it: what is typed, what is read, what stands in the book.</summary>
/// <param name="Noun">The page, the last part of its address.</param>
/// <param name="Typed">What is filled in.</param>
/// <param name="Banner">The sentence that says it is done.</param>
/// <param name="Recorded">The fact it records.</param>
/// <param name="Wrong">What is typed instead, to be refused.</param>
/// <param name="Sentence">The refusal.</param>
/// <param name="Field">Where it stands.</param>
/// <param name="Standing">What the case page then says.</param>
internal sealed record CorrectionCase(
    string Noun,
    (string Name, string Value)[] Typed,
    string Banner,
    Type Recorded,
    (string Name, string Value) Wrong,
    string Sentence,
    string Field,
    string Standing)
{
    private static readonly (string, string) Told = ("Form.ToldOn", "2026-03-06");

    public string Channel { get; init; } = "InPerson";

    public bool IsPossibleAfterTheEnd { get; init; }

    public static readonly CorrectionCase[] All =
    [
        new(
            "confirmation",
            [("Form.ConfirmedOn", "2026-03-04")],
            "已登记与申请人确认。",
            typeof(RecordCorrectionConfirmed),
            ("Form.ConfirmedOn", "2026-03-01"),
            "确认日期不能早于提交日期（2026年3月2日）。",
            "Form.ConfirmedOn",
            "收到后第 6 日")
        { Channel = "Email" },
        new(
            "evidence-demand",
            [("Form.AskedOn", "2026-03-05"), ("Form.Items", "请提供户口簿复印件")],
            "已登记要求补充证据。",
            typeof(RecordEvidenceAskedFor),
            ("Form.AskedOn", "2026-03-11"),
            "要求补充证据日期不能晚于今天（2026年3月10日）。",
            "Form.AskedOn",
            "收到后第 8 日，待补充证据"),
        new(
            "evidence",
            [("Form.ReceivedOn", "2026-03-05"), ("Form.Evidence", "户口簿复印件一份")],
            "已登记收到证据。",
            typeof(RecordEvidenceReceived),
            ("Form.ReceivedOn", "2026-03-01"),
            "收到补充证据日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.ReceivedOn",
            "收到后第 8 日"),
        new(
            "correction",
            [("Form.CorrectedOn", "2026-03-05"), Told, ("Form.DocumentNumber", "例更〔2026〕1号"), ("Form.Statement", "已改正")],
            "已登记更正，更正申请办结。",
            typeof(RecordCorrected),
            ("Form.ToldOn", "2026-03-04"),
            "告知申请人日期不能早于更正日期（2026年3月5日）。",
            "Form.ToldOn",
            "属实，已更正（历时 4 日）"),
        new(
            "non-correction",
            [("Form.DecidedOn", "2026-03-05"), Told, ("Form.Finding", "NotProven"), ("Form.DocumentNumber", "例更〔2026〕2号"), ("Form.Reasons", "没有凭证")],
            "已登记不予更正，更正申请办结。",
            typeof(RecordNotCorrected),
            ("Form.Finding", ""),
            "请选择审核结论。",
            "Form.Finding",
            "不予更正（历时 4 日）"),
        new(
            "transfer",
            [("Form.TransferredOn", "2026-03-05"), Told, ("Form.Agency", "样例市样例局"), ("Form.DocumentNumber", "例转〔2026〕1号"), ("Form.Statement", "由该局管理")],
            "已登记转送，更正申请办结。",
            typeof(RecordCorrectionTransferred),
            ("Form.Agency", " "),
            "请填写有权更正的行政机关。",
            "Form.Agency",
            "转送有权更正的行政机关（历时 4 日）"),
        new(
            "referral",
            [Told, ("Form.Agency", "样例市样例局"), ("Form.DocumentNumber", "例告〔2026〕1号"), ("Form.Statement", "由该局管理")],
            "已登记告知，更正申请办结。",
            typeof(RecordCorrectionReferred),
            ("Form.ToldOn", "2026-03-01"),
            "告知申请人日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.ToldOn",
            "告知向有权更正的行政机关提出（历时 4 日）"),
        new(
            "withdrawal",
            [("Form.WithdrawnOn", "2026-03-06"), ("Form.Statement", "来信撤回")],
            "已登记申请人撤回，更正申请办结。",
            typeof(RecordCorrectionWithdrawn),
            ("Form.WithdrawnOn", "2026-03-11"),
            "撤回日期不能晚于今天（2026年3月10日）。",
            "Form.WithdrawnOn",
            "申请人撤回（历时 4 日）"),
        new(
            "note",
            [("Form.NotedOn", "2026-03-06"), ("Form.Text", "来电询问")],
            "已登记备注。",
            typeof(RecordCorrectionNoted),
            ("Form.Text", ""),
            "请填写备注内容。",
            "Form.Text",
            "收到后第 8 日")
        { IsPossibleAfterTheEnd = true },
        new(
            "voiding",
            [("Form.VoidedOn", "2026-03-06"), ("Form.Reason", "重复登记")],
            "已作废。",
            typeof(RecordCorrectionVoided),
            ("Form.VoidedOn", "2026-03-01"),
            "作废日期不能早于前一环节的日期（2026年3月2日）。",
            "Form.VoidedOn",
            "作废")
        { IsPossibleAfterTheEnd = true },
    ];

    public override string ToString() => Noun;
}
