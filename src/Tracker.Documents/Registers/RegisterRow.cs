using System.Globalization;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Registers;

/// <summary>One request as a register file states it: well-formed, but not yet judged against the law.</summary>
/// <param name="Row">The row a person sees in a spreadsheet; the headings are row 1.</param>
/// <param name="ArrivedOn">收件日期: signed for, or arrived, as the channel has it.</param>
/// <param name="ExtensionWorkingDays">延长工作日数, in working days.</param>
/// <param name="AnsweredOn">答复日期: the day the answer left the office, or the request was withdrawn.</param>
public sealed record RegisterRow(
    int Row,
    string Number,
    Channel Channel,
    DateOnly FiledOn,
    DateOnly? ArrivedOn,
    DateOnly? ConfirmedOn,
    ApplicantKind ApplicantKind,
    string? ApplicantName,
    string? Contact,
    string? Content,
    DateOnly? NoticeOn,
    DateOnly? NoticePeriodEndsOn,
    DateOnly? SupplementOn,
    DateOnly? ExtensionApprovedOn,
    int? ExtensionWorkingDays,
    Ground? Ground,
    DateOnly? AnsweredOn,
    string? DocumentNumber)
{
    /// <summary>The row's number alone: a careless line in a log must not show a person.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"第 {Row} 行");
}
