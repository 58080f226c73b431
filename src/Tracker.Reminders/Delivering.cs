using System.Collections.Immutable;
using Npgsql;

namespace Tracker.Reminders;

/// <summary>
/// Plans how what a sweep recorded just now reaches its recipients, inside the sweep's own transaction: both are there, or neither.
/// </summary>
/// <param name="connection">With the sweep's transaction open.</param>
/// <param name="recorded">Of one office, none of them recorded before.</param>
/// <param name="now">The sweep's time.</param>
/// <param name="cancellationToken">Ends the planning, and with it the sweep.</param>
public delegate Task PlanDelivery(NpgsqlConnection connection, string office, ImmutableArray<Reminder> recorded, DateTimeOffset now, CancellationToken cancellationToken);

/// <summary>A reminder as a message may tell it: number, state and days left, and nothing of a person.</summary>
/// <param name="Reminder">Which.</param>
/// <param name="Number">登记编号; none if the deadline is the office's.</param>
/// <param name="Stands">Whether the deadline still stands on this very day: the state decides when a message goes out, nothing is ever cancelled.</param>
public sealed record ReminderLine(Reminder Reminder, string? Number, bool Stands);

/// <summary>Reads reminders as they stand now, for whoever writes a message about them.</summary>
public delegate Task<ImmutableArray<ReminderLine>> ReadReminderLines(string office, ImmutableArray<Guid> reminders, CancellationToken cancellationToken);
