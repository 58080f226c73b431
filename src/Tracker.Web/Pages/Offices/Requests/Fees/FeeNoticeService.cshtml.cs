using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Fees;

/// <summary>收费通知送达</summary>
[Needs(Right.Handle)]
public sealed class FeeNoticeServiceModel(CaseDesk desk) : CaseActPage<FeeNoticeServiceModel.Input>(desk)
{
    protected override string Done => "已登记申请人收到收费通知的日期。";

    protected override void Prefill() => Form.ReceivedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ServeFeeNotice.Decide(state, new(Form.ReceivedOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.FeeNoticeService)]
        [Required(ErrorMessage = "请填写申请人收到收费通知日期。")]
        public DateOnly? ReceivedOn { get; set; }
    }
}
