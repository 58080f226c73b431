using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Applicants;

/// <summary>委托代理人</summary>
[Needs(Right.Register)]
public sealed class AgentModel(CaseDesk desk) : CaseActPage<AgentModel.Input>(desk)
{
    protected override string Done => "已登记代理人。";

    protected override void Prefill() => Form.AppointedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        AppointAgent.Decide(
            state,
            new(Form.AppointedOn.GetValueOrDefault(), Form.AuthorisationOnFile, Sealed.Text(Form.Name), Sealed.Text(Form.Contact)),
            today);

    public sealed class Input
    {
        [About(FactDate.AgentAppointment)]
        [Required(ErrorMessage = "请填写委托日期。")]
        public DateOnly? AppointedOn { get; set; }

        [Required(ErrorMessage = "请填写代理人。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Name { get; set; }

        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Contact { get; set; }

        public bool AuthorisationOnFile { get; set; }
    }
}
