using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>要求补充证据 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class EvidenceDemandModel(CorrectionDesk desk) : CorrectionActPage<EvidenceDemandModel.Input>(desk)
{
    protected override string Done => "已登记要求补充证据。";

    protected override void Prefill() => Form.AskedOn = Today;

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        AskForRecordEvidence.Decide(state, new(Form.AskedOn.GetValueOrDefault(), Sealed.Text(Form.Items)), today);

    public sealed class Input
    {
        [About(FactDate.EvidenceDemand)]
        [Required(ErrorMessage = "请填写要求补充证据日期。")]
        public DateOnly? AskedOn { get; set; }

        [Required(ErrorMessage = "请写明需要补充的证据。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Items { get; set; }
    }
}
