using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>不予提供的部分</summary>
[Needs(Right.Handle)]
public sealed class WithheldPartModel(CaseDesk desk) : CaseActPage<WithheldPartModel.Input>(desk)
{
    protected override string Done => "已登记不予提供的部分。";

    public IEnumerable<IGrouping<string, Ground>> Choices => GroundChoices.On(Today)
        .SelectMany(group => group.Where(WithholdPart.IsForPart).Select(ground => (group.Key, ground)))
        .GroupBy(choice => choice.Key, choice => choice.ground);

    protected override void Prefill() => Form.DecidedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => WithholdPart.Decide(
        state,
        new(Form.Chosen ?? Grounds.Other, Form.DecidedOn.GetValueOrDefault(), Sealed.Text(Form.Part), Sealed.Text(Form.Reasons)),
        today);

    public sealed class Input : GroundInput
    {
        [About(FactDate.WithheldPart)]
        [Required(ErrorMessage = "请填写认定日期。")]
        public DateOnly? DecidedOn { get; set; }

        [Required(ErrorMessage = "请写明不予提供的内容。")]
        [Written]
        public string? Part { get; set; }

        [Required(ErrorMessage = "请写明不予提供的理由（条例第三十七条）。")]
        [Written]
        public string? Reasons { get; set; }
    }
}
