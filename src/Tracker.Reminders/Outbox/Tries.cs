using System.Collections.Immutable;

namespace Tracker.Reminders.Outbox;

/// <summary>How often a message is tried.</summary>
public static class Tries
{
    /// <summary>How long after each failed try the next one comes; after the last the message is parked.</summary>
    public static ImmutableArray<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
    ];

    public static int Most => Pauses.Length + 1;
}
