using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Reasons;

/// <summary>认定理由</summary>
[Needs(Right.Handle)]
public sealed class ReasonsJudgementModel(CaseDesk desk) : CaseActPage<ReasonsJudgementModel.Input>(desk)
{
    protected override string Done => "已登记理由的认定。";

    protected override void Prefill() => Form.JudgedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        JudgeReasons.Decide(
            state, new(Form.JudgedOn.GetValueOrDefault(), Form.Judgement.GetValueOrDefault(), Sealed.Text(Form.Text)), today);

    public sealed class Input
    {
        [About(FactDate.ReasonsJudgement)]
        [Required(ErrorMessage = "请填写认定日期。")]
        public DateOnly? JudgedOn { get; set; }

        [Required(ErrorMessage = "请选择认定的结论。")]
        public ReasonsJudgement? Judgement { get; set; }

        [Required(ErrorMessage = "请写明申请人的理由和认定的依据。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Text { get; set; }
    }
}
