using Npgsql;

namespace Tracker.EventStore;

/// <summary>The stream's row. It is touched before any event is written: that takes the transaction's id, and the place in its queue.</summary>
internal static class StreamHead
{
    public const string Copy = "copy mt_streams (tenant_id, id, type, version) from stdin (format binary)";

    private const string Begin = "insert into mt_streams (tenant_id, id, type, version) values ($1, $2, $3, $4)";

    // Under another version than expected nothing is updated, and the event that follows meets one that is there already:
    // versions have no gaps, so the loser always meets the winner's.
    private const string Advance =
        "update mt_streams set version = $1, timestamp = now() where tenant_id = $2 and id = $3 and version = $4";

    public static NpgsqlBatchCommand Write(StreamKey key, string kind, long version, int added) => version == 0
        ? new(Begin)
        {
            Parameters =
            {
                new() { Value = key.Office },
                new() { Value = key.Id },
                new() { Value = kind },
                new() { Value = (long)added },
            },
        }
        : new(Advance)
        {
            Parameters =
            {
                new() { Value = version + added },
                new() { Value = key.Office },
                new() { Value = key.Id },
                new() { Value = version },
            },
        };
}
