using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>收到意见</summary>
[Needs(Right.Handle)]
public sealed class OpinionModel(CaseDesk desk) : ConsultationActPage<OpinionModel.Input>(desk)
{
    protected override string Done => "已登记收到意见。";

    protected override bool IsPossible(Consultation asked) => asked.IsOpen;

    protected override void PrefillDates() => Form.ReceivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => ReceiveOpinion.Decide(
        state, new(Form.Number ?? 0, Form.ReceivedOn.GetValueOrDefault(), Form.Opinion.GetValueOrDefault(), Sealed.Text(Form.Text)), today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.Opinion)]
        [Required(ErrorMessage = "请填写收到意见日期。")]
        public DateOnly? ReceivedOn { get; set; }

        [Required(ErrorMessage = "请选择对方的意见。")]
        public Opinion? Opinion { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Text { get; set; }
    }
}
