using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Tracker.Web.Pages;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>Knows which fields are days (<see cref="TypedDay"/>), and which times of day (<see cref="TypedTime"/>).</summary>
internal sealed class TypedBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.Metadata.UnderlyingOrModelType == typeof(DateOnly))
        {
            var ahead = (context.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<AheadAttribute>().Any() == true;
            return new TypedBinder<DateOnly>(
                (text, http) => TypedDay.Read(text, http.RequestServices.GetRequiredService<LegalClock>().Today, ahead), TypedDay.Unreadable);
        }

        return context.Metadata.UnderlyingOrModelType == typeof(TimeOnly)
            ? new TypedBinder<TimeOnly>((text, _) => TypedTime.Read(text), TypedTime.Unreadable)
            : null;
    }
}
