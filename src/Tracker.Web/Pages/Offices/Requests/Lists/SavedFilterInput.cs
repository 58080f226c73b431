using System.ComponentModel.DataAnnotations;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Lists;

/// <summary>What a filter shall be called.</summary>
public sealed class SavedFilterInput : IValidatableObject
{
    [Required(ErrorMessage = "请填写名称。")]
    [StringLength(SavedFilters.LongestName, ErrorMessage = "名称不能超过 20 个字。")]
    public string? Name { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name?.Any(char.IsControl) == true)
        {
            yield return new("名称中有不能识别的字符。", [nameof(Name)]);
        }
    }
}
