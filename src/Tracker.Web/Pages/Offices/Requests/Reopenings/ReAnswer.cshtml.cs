using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Web.Pages.Offices.Requests.Reopenings;

/// <summary>重新答复</summary>
public sealed class ReAnswerModel(CaseDesk desk) : CaseActPage<ReAnswerModel.Input>(desk)
{
    public IEnumerable<Ground> Choices => Grounds.All
        .Where(ground => !Grounds.WithoutAnswer.Contains(ground) && (ground.RetiredOn is null || ground.RetiredOn > Today));

    protected override string Done => "已登记重新答复。";

    protected override void Prefill() => Form.LeftOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => ReAnswerRequest.Decide(
        state,
        new(
            Grounds.Find(Form.Ground ?? "") ?? Grounds.Other,
            Form.LeftOn.GetValueOrDefault(),
            string.IsNullOrWhiteSpace(Form.DocumentNumber) ? null : Form.DocumentNumber.Trim(),
            Sealed.Text(Form.Statement)),
        today);

    public sealed class Input : IValidatableObject
    {
        [Required(ErrorMessage = "请选择办理结果。")]
        public string? Ground { get; set; }

        [About(FactDate.Answer)]
        [Required(ErrorMessage = "请填写答复日期。")]
        public DateOnly? LeftOn { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }

        [Required(ErrorMessage = "请写明答复载明的内容。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Grounds.Find(Ground ?? "") is not { } ground || Grounds.WithoutAnswer.Contains(ground))
            {
                yield return new("没有这种办理结果，请重新选择。", [nameof(Ground)]);
            }
        }
    }
}
