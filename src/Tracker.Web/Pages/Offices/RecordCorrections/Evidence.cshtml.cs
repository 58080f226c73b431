using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>收到补充证据 (art 41)</summary>
[Needs(Right.Handle)]
public sealed class EvidenceModel(CorrectionDesk desk) : CorrectionActPage<EvidenceModel.Input>(desk)
{
    protected override string Done => "已登记收到证据。";

    protected override void Prefill() => Form.ReceivedOn = Today;

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        ReceiveRecordEvidence.Decide(state, new(Form.ReceivedOn.GetValueOrDefault(), Sealed.Text(Form.Evidence)), today);

    public sealed class Input
    {
        [About(FactDate.Evidence)]
        [Required(ErrorMessage = "请填写收到补充证据日期。")]
        public DateOnly? ReceivedOn { get; set; }

        [Required(ErrorMessage = "请写明收到的证据。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Evidence { get; set; }
    }
}
