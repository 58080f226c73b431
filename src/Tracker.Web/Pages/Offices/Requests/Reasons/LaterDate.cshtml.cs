using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Reasons;

/// <summary>另行确定答复时间</summary>
[Needs(Right.Handle)]
public sealed class LaterDateModel(CaseDesk desk) : CaseActPage<LaterDateModel.Input>(desk)
{
    protected override string Done => "已登记另行确定的答复时间。";

    protected override void Prefill() => Form.ToldOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        SetLaterDate.Decide(
            state, new(Form.ToldOn.GetValueOrDefault(), Form.DueOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), Calendar, today);

    public sealed class Input
    {
        [About(FactDate.LaterDateNotice)]
        [Required(ErrorMessage = "请填写告知日期。")]
        public DateOnly? ToldOn { get; set; }

        [About(FactDate.LaterDate)]
        [Required(ErrorMessage = "请填写另行确定的答复日期。")]
        [Ahead]
        public DateOnly? DueOn { get; set; }

        [Required(ErrorMessage = "请写明延迟答复的理由，它要告知申请人（条例第三十五条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
