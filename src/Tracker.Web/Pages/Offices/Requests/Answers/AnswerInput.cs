using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>What is written down of every answer.</summary>
public abstract class AnswerInput : StatementInput, IValidatableObject
{
    [Required(ErrorMessage = "请选择办理结果。")]
    public string? Ground { get; set; }

    [About(FactDate.Answer)]
    [Required(ErrorMessage = "请填写答复日期。")]
    public DateOnly? LeftOn { get; set; }

    [DocumentNumber]
    public string? DocumentNumber { get; set; }

    [Written]
    public string? Statement { get; set; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Grounds.Find(Ground ?? "") is not { } ground)
        {
            yield return new("没有这种办理结果，请重新选择。", [nameof(Ground)]);
        }
        else if (ground == Grounds.Other && string.IsNullOrWhiteSpace(SubReason) && string.IsNullOrWhiteSpace(Statement))
        {
            yield return new("选择“其他”时，请写明具体情形。", [nameof(SubReason)]);
        }
    }

    /// <summary>The command; a new form has no ground yet, and whether the case can be answered at all does not depend on which.</summary>
    public virtual AnswerRequest ToCommand() => new(
        Grounds.Find(Ground ?? "") ?? Grounds.Other,
        LeftOn.GetValueOrDefault(),
        string.IsNullOrWhiteSpace(DocumentNumber) ? null : DocumentNumber.Trim(),
        Sealed.Text(Statement))
    {
        Stated = Stated(),
    };
}
