using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>拟稿</summary>
[Needs(Right.Handle)]
public sealed class AnswerDraftModel(CaseDesk desk) : CaseActPage<AnswerDraftModel.Input>(desk)
{
    protected override string Done => "已登记拟稿。";

    protected override void Prefill()
    {
        Form.DraftedOn = Today;
        Form.Ground = State.Draft?.Ground.Key;
        Form.Draft = Opened(State.Draft?.Text);
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        DraftAnswer.Decide(state, new(Form.Chosen ?? Grounds.Other, Form.DraftedOn.GetValueOrDefault(), Sealed.Text(Form.Draft)), today);

    public sealed class Input : GroundInput
    {
        [About(FactDate.Draft)]
        [Required(ErrorMessage = "请填写拟稿日期。")]
        public DateOnly? DraftedOn { get; set; }

        [Written]
        public string? Draft { get; set; }
    }
}
