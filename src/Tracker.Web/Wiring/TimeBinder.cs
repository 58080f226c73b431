using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>Reads a typed time of day (<see cref="TypedTime"/>).</summary>
internal sealed class TimeBinder : IModelBinder
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
        else if (TypedTime.Read(typed.FirstValue) is { } time)
        {
            bindingContext.Result = ModelBindingResult.Success(time);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, TypedTime.Unreadable);
        }

        return Task.CompletedTask;
    }

    /// <summary>Knows which fields are times.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? new TimeBinder() : null;
    }
}
