using System.ComponentModel.DataAnnotations;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>One ground is chosen.</summary>
public abstract class GroundInput : IValidatableObject
{
    [Required(ErrorMessage = "请选择办理结果。")]
    public string? Ground { get; set; }

    internal Ground? Chosen => Grounds.Find(Ground ?? "");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Chosen is null)
        {
            yield return new("没有这种办理结果，请重新选择。", [nameof(Ground)]);
        }
    }
}
