namespace Tracker.EventStore;

/// <summary>The tracker's PostgreSQL advisory locks: (family, purpose).</summary>
public static class AdvisoryLocks
{
    public const int Family = 711;

    /// <summary>Held while migrations run and the master key is settled.</summary>
    public const int Migration = 1;

    /// <summary>Every append holds it shared; closing a year and swapping rebuilt rows hold it alone.</summary>
    public const int Appends = 2;

    /// <summary>Held by the one sealer at work.</summary>
    public const int Seals = 3;

    /// <summary>Held by the one rebuild of the read models, from its beginning to its end.</summary>
    public const int Rebuild = 4;

    /// <summary>A family of its own: held by the one sweep of an office for reminders, by the hash of the office's code.</summary>
    public const int ReminderSweeps = 712;
}
