using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Tracker.Web.Pages;

namespace Tracker.Web.Wiring;

/// <summary>
/// Reads what somebody wrote. What nobody can see is no text: a name of nothing else is missing. From a line (a name, a contact, a unit)
/// such characters are taken out, so that the same name is found again; a text keeps them, and neither may hold control characters.
/// </summary>
internal sealed class TextBinder(bool isLine, bool saysItself) : IModelBinder
{
    private const string ControlInLine = "不能含有换行等控制字符。";
    private const string ControlInText = "不能含有控制字符。";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue ?? "";
        var seen = WithoutUnseen(text);
        if (string.IsNullOrWhiteSpace(seen))
        {
            bindingContext.Result = ModelBindingResult.Success(model: null);
        }
        else if (!saysItself && text.Any(isLine ? IsControl : sign => IsControl(sign) && sign is not ('\r' or '\n' or '\t' or '\u2028' or '\u2029')))
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, isLine ? ControlInLine : ControlInText);
        }
        else
        {
            bindingContext.Result = ModelBindingResult.Success(isLine ? seen : text);
        }

        return Task.CompletedTask;
    }

    private static bool IsControl(char sign) => char.IsControl(sign) || sign is '\u2028' or '\u2029';

    private static string WithoutUnseen(string text) =>
        string.Concat(text.EnumerateRunes().Where(sign => Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format && !IsNoncharacter(sign)));

    /// <summary>U+FDD0 to U+FDEF, and the last two of each plane, are no characters for ever.</summary>
    private static bool IsNoncharacter(Rune sign) => (sign.Value & 0xFFFE) == 0xFFFE || sign.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Knows a line by its limit. A password is taken as it is.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context)
        {
            if (context.Metadata.ModelType != typeof(string)
                || (context.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes is not { } rules
                || rules.OfType<DataTypeAttribute>().Any(rule => rule.DataType == DataType.Password))
            {
                return null;
            }

            var saysItself = rules.Any(rule => rule is RegularExpressionAttribute or DocumentNumberAttribute);
            return rules.OfType<DocumentNumberAttribute>().Any() ? new TextBinder(isLine: true, saysItself)
                : rules.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength switch
                {
                    <= InputLimits.Contact => new TextBinder(isLine: true, saysItself),
                    InputLimits.Text => new TextBinder(isLine: false, saysItself),
                    _ => null,
                };
        }
    }
}
