using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>征求意见函送达</summary>
[Needs(Right.Handle)]
public sealed class ConsultationServiceModel(CaseDesk desk) : ConsultationActPage<ConsultationServiceModel.Input>(desk)
{
    protected override string Done => "已登记被征求意见方收到日期。";

    protected override bool IsPossible(Consultation asked) => asked is { IsOpen: true, PartyReceivedOn: null };

    protected override void PrefillDates() => Form.ReceivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ServeConsultation.Decide(state, new(Form.Number ?? 0, Form.ReceivedOn.GetValueOrDefault()), today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.ConsultationService)]
        [Required(ErrorMessage = "请填写被征求意见方收到日期。")]
        public DateOnly? ReceivedOn { get; set; }
    }
}
