using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Tracker.Web.Wiring;

/// <summary>
/// Reads a typed day: 2026-03-05 as a date picker sends it, or year, month and day as people write them. Whatever would have to
/// be guessed (3/4/2026) is not read.
/// </summary>
internal sealed class DayBinder : IModelBinderProvider, IModelBinder
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue?.Trim() ?? "";
        if (text.Length == 0)
        {
            bindingContext.Result = ModelBindingResult.Success(model: null);
        }
        else if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, ChineseBindingMessages.Unreadable);
        }

        return Task.CompletedTask;
    }
}
