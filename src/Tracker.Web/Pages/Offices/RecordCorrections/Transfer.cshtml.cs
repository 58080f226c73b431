using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>转送有权更正的行政机关处理并告知申请人 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class TransferModel(CorrectionDesk desk) : CorrectionActPage<TransferModel.Input>(desk)
{
    protected override string Done => "已登记转送，更正申请办结。";

    protected override void Prefill()
    {
        Form.TransferredOn = Today;
        Form.ToldOn = Today;
    }

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        TransferRecordCorrection.Decide(
            state,
            new(Form.TransferredOn.GetValueOrDefault(), Form.ToldOn.GetValueOrDefault(), Form.Agency?.Trim() ?? "", Form.DocumentNumber, Sealed.Text(Form.Statement)),
            today);

    public sealed class Input
    {
        [About(FactDate.Transfer)]
        [Required(ErrorMessage = "请填写转送日期。")]
        public DateOnly? TransferredOn { get; set; }

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
