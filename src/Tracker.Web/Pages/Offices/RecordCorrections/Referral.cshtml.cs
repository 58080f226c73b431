using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>告知申请人向有权更正的行政机关提出 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class ReferralModel(CorrectionDesk desk) : CorrectionActPage<ReferralModel.Input>(desk)
{
    protected override string Done => "已登记告知，更正申请办结。";

    protected override void Prefill() => Form.ToldOn = Today;

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        ReferRecordCorrection.Decide(
            state, new(Form.ToldOn.GetValueOrDefault(), Form.Agency?.Trim() ?? "", Form.DocumentNumber, Sealed.Text(Form.Statement)), today);

    public sealed class Input
    {
        [About(FactDate.RecordNotice)]
        [Required(ErrorMessage = "请填写告知申请人日期。")]
        public DateOnly? ToldOn { get; set; }

        [Required(ErrorMessage = "请填写有权更正的行政机关。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        [RegularExpression(@"[^\p{Cc}]*", ErrorMessage = "行政机关的名称不能含有换行等控制字符。")]
        public string? Agency { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }
    }
}
