using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Applicants;

/// <summary>收到身份证明</summary>
[Needs(Right.Register)]
public sealed class IdentityProofModel(CaseDesk desk) : CaseActPage<IdentityProofModel.Input>(desk)
{
    protected override string Done => "已登记收到身份证明。";

    protected override void Prefill() => Form.ReceivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReceiveIdentityProof.Decide(
            state, new(Form.ReceivedOn.GetValueOrDefault(), Form.Document.GetValueOrDefault(), Sealed.Text(Form.Number)), today);

    public sealed class Input
    {
        [About(FactDate.IdentityProof)]
        [Required(ErrorMessage = "请填写收到身份证明日期。")]
        public DateOnly? ReceivedOn { get; set; }

        [Required(ErrorMessage = "请选择证件种类。")]
        public IdentityDocument? Document { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Number { get; set; }
    }
}
