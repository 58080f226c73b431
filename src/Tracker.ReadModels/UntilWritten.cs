using System.Collections.Concurrent;
using Npgsql;

namespace Tracker.ReadModels;

/// <summary>
/// What was read before, for as long as nobody has written anything: of two snapshots that PostgreSQL spells alike it shows the same rows.
/// Many look at the same list between two acts, and one person looks at it again and again.
/// </summary>
/// <param name="most">So many readings are kept.</param>
public sealed class UntilWritten<T>(int most)
    where T : class
{
    private const string Snapshot = "select pg_current_snapshot()::text";

    private readonly ConcurrentDictionary<string, (string Snapshot, T Value)> kept = [];

    /// <param name="database">Where it is read. No connection is held while <paramref name="read"/> takes its own.</param>
    /// <param name="asked">All that the reading depends on besides the rows. It is kept: no word out of a request belongs in it.</param>
    /// <param name="read">Reads anew.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<T> ReadAsync(NpgsqlDataSource database, string asked, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Snapshot);
        return await ReadAsync((string)(await command.ExecuteScalarAsync(cancellationToken))!, asked, read);
    }

    /// <param name="snapshot">As <c>pg_current_snapshot()</c> spelled it before: the reading may see more than this, never less.</param>
    /// <param name="asked">All that the reading depends on besides the rows.</param>
    /// <param name="read">Reads anew.</param>
    public async Task<T> ReadAsync(string snapshot, string asked, Func<Task<T>> read)
    {
        if (kept.TryGetValue(asked, out var before) && before.Snapshot == snapshot)
        {
            return before.Value;
        }

        var value = await read();
        if (kept.Count >= most)
        {
            kept.Clear();
        }

        kept[asked] = (snapshot, value);
        return value;
    }
}
