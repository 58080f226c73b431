namespace Tracker.Domain.Requests;

/// <summary>One entry of a request that counts: all but those taken back, the latest first.</summary>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Event">What it says.</param>
/// <param name="Before">The entry before it that counts.</param>
public sealed record CourseEntry(long Version, RequestEvent Event, CourseEntry? Before)
{
    /// <summary>The entries from the latest back to the registration.</summary>
    public IEnumerable<CourseEntry> Backwards()
    {
        for (var entry = this; entry is not null; entry = entry.Before)
        {
            yield return entry;
        }
    }

    /// <summary>Equal as a place: what an entry says is not compared along the whole chain.</summary>
    public bool Equals(CourseEntry? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Version.GetHashCode();
}
