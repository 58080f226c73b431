using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Extensions;

/// <summary>退回延期</summary>
[Needs(Right.Approve)]
public sealed class ExtensionReturnModel(CaseDesk desk) : CaseActPage<ExtensionReturnModel.Input>(desk)
{
    protected override string Done => "已登记退回延期。";

    protected override void Prefill() => Form.ReturnedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReturnExtension.Decide(state, new(Form.ReturnedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.ExtensionReturn)]
        [Required(ErrorMessage = "请填写延期退回日期。")]
        public DateOnly? ReturnedOn { get; set; }

        [Required(ErrorMessage = "请写明退回的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
