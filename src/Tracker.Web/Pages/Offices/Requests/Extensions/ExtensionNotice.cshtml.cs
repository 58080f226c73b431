using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Extensions;

/// <summary>告知延期</summary>
[Needs(Right.Handle)]
public sealed class ExtensionNoticeModel(CaseDesk desk) : CaseActPage<ExtensionNoticeModel.Input>(desk)
{
    protected override string Done => "已登记告知申请人延期。";

    protected override void Prefill() => Form.ToldOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        TellApplicantOfExtension.Decide(state, new(Form.ToldOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.ExtensionNotice)]
        [Required(ErrorMessage = "请填写告知日期。")]
        public DateOnly? ToldOn { get; set; }
    }
}
