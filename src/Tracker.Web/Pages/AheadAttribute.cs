namespace Tracker.Web.Pages;

/// <summary>A day that lies ahead of the one it is typed on, as the end of a period does.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AheadAttribute : Attribute;
