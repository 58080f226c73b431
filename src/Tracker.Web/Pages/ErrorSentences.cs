using System.Reflection;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>What the summary above a form says of a fault. At its field the sentence is read beside the label, here it is not.</summary>
internal static class ErrorSentences
{
    /// <summary>The sentence; of a day nobody can read, with the day's name, for a form may have several.</summary>
    public static string Of(object? page, string field, string sentence) =>
        sentence == TypedDay.Unreadable && NameOf(page, field) is { } name ? $"{name}：{sentence}" : sentence;

    private static string? NameOf(object? page, string field) =>
        field.Split('.') is ["Form", var day]
        && page?.GetType().GetProperty("Form")?.PropertyType.GetProperty(day)?.GetCustomAttribute<AboutAttribute>() is { Date: var date }
            ? Words.Of(date)
            : null;
}
