using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>逾期未提出意见</summary>
[Needs(Right.Handle)]
public sealed class ConsultationLapseModel(CaseDesk desk) : ConsultationActPage<ConsultationLapseModel.Input>(desk)
{
    protected override string Done => "已登记逾期未提出意见。";

    protected override bool IsPossible(Consultation asked) => asked is { IsOpen: true, Kind: not ConsultationKind.OtherAgency };

    protected override void PrefillDates() => Form.EstablishedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        LetConsultationLapse.Decide(state, new(Form.Number ?? 0, Form.EstablishedOn.GetValueOrDefault()), Calendar, today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.ConsultationLapse)]
        [Required(ErrorMessage = "请填写认定日期。")]
        public DateOnly? EstablishedOn { get; set; }
    }
}
