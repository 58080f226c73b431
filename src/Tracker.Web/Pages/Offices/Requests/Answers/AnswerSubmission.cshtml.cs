using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>送审</summary>
[Needs(Right.Handle)]
public sealed class AnswerSubmissionModel(CaseDesk desk) : CaseActPage<AnswerSubmissionModel.Input>(desk)
{
    protected override string Done => "已登记送审。";

    protected override void Prefill() => Form.SubmittedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        SubmitAnswer.Decide(state, new(Form.SubmittedOn.GetValueOrDefault()), today);

    public sealed class Input
    {
        [About(FactDate.Submission)]
        [Required(ErrorMessage = "请填写送审日期。")]
        public DateOnly? SubmittedOn { get; set; }
    }
}
