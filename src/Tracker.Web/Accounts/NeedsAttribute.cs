namespace Tracker.Web.Accounts;

/// <summary>The right a page needs: to be looked at, and to do what it does. A page that does not say opens to nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right, Right post) : Attribute
{
    public NeedsAttribute(Right right)
        : this(right, right)
    {
    }

    /// <summary>To look at it.</summary>
    public Right Right { get; } = right;

    /// <summary>To do what it does.</summary>
    public Right Post { get; } = post;
}
