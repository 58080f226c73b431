using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages;

/// <summary>The date a refusal may be about, so that its sentence stands at this field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AboutAttribute(FactDate date) : Attribute
{
    public FactDate Date => date;
}

/// <summary>What the fields of an act's form say about themselves.</summary>
/// <typeparam name="TInput">The page's own input.</typeparam>
internal static class ActInput<TInput>
{
    /// <summary>Days and numbers an act cannot do without; texts move no due date.</summary>
    private static readonly PropertyInfo[] Moving =
        [.. typeof(TInput).GetProperties().Where(field => field.PropertyType != typeof(string) && field.IsDefined(typeof(RequiredAttribute)))];

    private static readonly Dictionary<FactDate, string> Fields = typeof(TInput).GetProperties()
        .Select(field => (field.Name, About: field.GetCustomAttribute<AboutAttribute>()))
        .Where(field => field.About is not null)
        .ToDictionary(field => field.About!.Date, field => $"Form.{field.Name}");

    public static bool CanForesee(TInput form) => Array.TrueForAll(Moving, field => field.GetValue(form) is not null);

    public static string? FieldOf(FactDate about) => Fields.GetValueOrDefault(about);
}
