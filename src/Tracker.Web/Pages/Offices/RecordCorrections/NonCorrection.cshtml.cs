using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>审核不属实或者证据不足，不予更正 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class NonCorrectionModel(CorrectionDesk desk) : CorrectionActPage<NonCorrectionModel.Input>(desk)
{
    protected override string Done => "已登记不予更正，更正申请办结。";

    protected override void Prefill()
    {
        Form.DecidedOn = Today;
        Form.ToldOn = Today;
    }

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        DeclineRecordCorrection.Decide(
            state,
            new(Form.DecidedOn.GetValueOrDefault(), Form.ToldOn.GetValueOrDefault(), Form.Finding.GetValueOrDefault(), Form.DocumentNumber, Sealed.Text(Form.Reasons)),
            today);

    public sealed class Input
    {
        [About(FactDate.RecordFinding)]
        [Required(ErrorMessage = "请填写审核认定日期。")]
        public DateOnly? DecidedOn { get; set; }

        [About(FactDate.RecordNotice)]
        [Required(ErrorMessage = "请填写告知申请人日期。")]
        public DateOnly? ToldOn { get; set; }

        [Required(ErrorMessage = "请选择审核结论。")]
        public RecordFinding? Finding { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }

        [Required(ErrorMessage = "请写明不予更正的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reasons { get; set; }
    }
}
