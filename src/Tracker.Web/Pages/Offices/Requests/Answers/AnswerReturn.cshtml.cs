using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>退回修改</summary>
[Needs(Right.Approve)]
public sealed class AnswerReturnModel(CaseDesk desk) : CaseActPage<AnswerReturnModel.Input>(desk)
{
    protected override string Done => "已登记退回修改。";

    protected override void Prefill() => Form.ReturnedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReturnAnswer.Decide(state, new(Form.ReturnedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.AnswerReturn)]
        [Required(ErrorMessage = "请填写退回修改日期。")]
        public DateOnly? ReturnedOn { get; set; }

        [Required(ErrorMessage = "请写明退回的理由。")]
        [Written]
        public string? Reason { get; set; }
    }
}
