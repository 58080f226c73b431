using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Tracker.Web.Wiring;

/// <summary>Reads what is typed into a field in one of several ways; what was typed stays there.</summary>
/// <param name="read">Reads it, once it is not empty; none if it cannot be read.</param>
/// <param name="unreadable">What is said at the field then.</param>
internal sealed class TypedBinder<T>(Func<string, HttpContext, T?> read, string unreadable) : IModelBinder
    where T : struct
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue))
        {
            bindingContext.Result = ModelBindingResult.Success(model: null);
        }
        else if (read(typed.FirstValue.Trim(), bindingContext.HttpContext) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, unreadable);
        }

        return Task.CompletedTask;
    }
}
