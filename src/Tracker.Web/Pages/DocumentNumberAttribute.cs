using System.ComponentModel.DataAnnotations;

namespace Tracker.Web.Pages;

/// <summary>文号: of bounded length, on one line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DocumentNumberAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        string { Length: > InputLimits.DocumentNumber } => Wrong(InputLimits.DocumentNumberTooLong, validationContext),
        string number when number.Any(char.IsControl) => Wrong("文号不能含有换行等控制字符。", validationContext),
        _ => ValidationResult.Success,
    };

    private static ValidationResult Wrong(string sentence, ValidationContext context) => new(sentence, [context.MemberName!]);
}
