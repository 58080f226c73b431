using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>告知申请人征求意见</summary>
[Needs(Right.Handle)]
public sealed class ConsultationNoticeModel(CaseDesk desk) : ConsultationActPage<ConsultationNoticeModel.Input>(desk)
{
    protected override string Done => "已登记告知申请人。";

    protected override bool IsPossible(Consultation asked) => asked.ApplicantToldOn is null;

    protected override void PrefillDates() => Form.ToldOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        TellApplicantOfConsultation.Decide(state, new(Form.Number ?? 0, Form.ToldOn.GetValueOrDefault()), today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.ConsultationNotice)]
        [Required(ErrorMessage = "请填写告知日期。")]
        public DateOnly? ToldOn { get; set; }
    }
}
