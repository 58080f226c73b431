using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Tracker.Web.Pages;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>Reads a typed day (<see cref="TypedDay"/>).</summary>
internal sealed class DayBinder(bool ahead) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue?.Trim() ?? "";
        var today = bindingContext.HttpContext.RequestServices.GetRequiredService<LegalClock>().Today;
        if (text.Length == 0)
        {
            bindingContext.Result = ModelBindingResult.Success(model: null);
        }
        else if (TypedDay.Read(text, today, ahead) is { } day)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, TypedDay.Unreadable);
        }

        return Task.CompletedTask;
    }

    /// <summary>Knows which fields are days.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.UnderlyingOrModelType == typeof(DateOnly)
                ? new DayBinder((context.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<AheadAttribute>().Any() == true)
                : null;
    }
}
