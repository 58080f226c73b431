using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Applicants;

/// <summary>共同申请人</summary>
[Needs(Right.Register)]
public sealed class JointApplicantModel(CaseDesk desk) : CaseActPage<JointApplicantModel.Input>(desk)
{
    protected override string Done => "已登记共同申请人。";

    protected override void Prefill() => Form.JoinedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        JoinApplicant.Decide(
            state,
            new(
                Form.JoinedOn.GetValueOrDefault(),
                Form.Kind.GetValueOrDefault(),
                Sealed.Text(Form.Name),
                Sealed.Text(Form.Contact),
                Form.IsAnother),
            today);

    public sealed class Input
    {
        [About(FactDate.Joining)]
        [Required(ErrorMessage = "请填写加入日期。")]
        public DateOnly? JoinedOn { get; set; }

        [Required(ErrorMessage = "请选择申请人类别。")]
        public ApplicantKind? Kind { get; set; }

        [Required(ErrorMessage = "请填写姓名或者名称。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Name { get; set; }

        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Contact { get; set; }

        public bool IsAnother { get; set; }
    }
}
