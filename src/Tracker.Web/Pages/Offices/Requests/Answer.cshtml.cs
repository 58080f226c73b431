using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>答复</summary>
public sealed class AnswerModel(RequestStore requests, Calendars calendars, LegalClock clock)
    : CaseActPage(requests, calendars, clock)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    /// <summary>The grounds of an answer a clerk may choose today, under the headings of the annual table.</summary>
    public IEnumerable<IGrouping<string, Ground>> Choices => Grounds.All
        .Where(ground => !Grounds.WithoutAnswer.Contains(ground) && (ground.RetiredOn is null || ground.RetiredOn > Today))
        .GroupBy(ground => ReportForm.Of2021.Row(ground.Row2021).Heading.Split('（', 3)[1]);

    protected override string Done => "已登记答复，申请办结。";

    protected override object Typed => Form;

    protected override bool CanForesee => Form.LeftOn is not null;

    protected override void Prefill() => Form.LeftOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today)
    {
        // A new form has no ground yet; whether the case can be answered at all does not depend on which.
        var ground = Grounds.Find(Form.Ground ?? "") ?? Grounds.Other;
        return AnswerRequest.Decide(
            state, new(ground, Form.LeftOn!.Value, Trimmed(Form.DocumentNumber), Sealed.Text(Form.Statement)), today);
    }

    protected override string? InputOf(FactDate about) => about == FactDate.Answer ? "Form.LeftOn" : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Input : IValidatableObject
    {
        [Required(ErrorMessage = "请选择办理结果。")]
        public string? Ground { get; set; }

        [Required(ErrorMessage = "请填写答复日期。")]
        public DateOnly? LeftOn { get; set; }

        [StringLength(InputLimits.DocumentNumber, ErrorMessage = InputLimits.DocumentNumberTooLong)]
        public string? DocumentNumber { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Grounds.Find(Ground ?? "") is not { } ground)
            {
                yield return new("没有这种办理结果，请重新选择。", [nameof(Ground)]);
            }
            else if (ground == Grounds.Other && string.IsNullOrWhiteSpace(Statement))
            {
                yield return new("选择“其他”时，请写明具体情形。", [nameof(Statement)]);
            }

            if (DocumentNumber?.Any(char.IsControl) == true)
            {
                yield return new("答复文号不能含有换行等控制字符。", [nameof(DocumentNumber)]);
            }
        }
    }
}
