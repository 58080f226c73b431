using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>审核属实，予以更正并告知申请人 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class CorrectionModel(CorrectionDesk desk) : CorrectionActPage<CorrectionModel.Input>(desk)
{
    protected override string Done => "已登记更正，更正申请办结。";

    protected override void Prefill()
    {
        Form.CorrectedOn = Today;
        Form.ToldOn = Today;
    }

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        CorrectRecord.Decide(
            state, new(Form.CorrectedOn.GetValueOrDefault(), Form.ToldOn.GetValueOrDefault(), Form.DocumentNumber, Sealed.Text(Form.Statement)), today);

    public sealed class Input
    {
        [About(FactDate.Correction)]
        [Required(ErrorMessage = "请填写更正日期。")]
        public DateOnly? CorrectedOn { get; set; }

        [About(FactDate.RecordNotice)]
        [Required(ErrorMessage = "请填写告知申请人日期。")]
        public DateOnly? ToldOn { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }

        [Required(ErrorMessage = "请写明更正的情况。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }
    }
}
