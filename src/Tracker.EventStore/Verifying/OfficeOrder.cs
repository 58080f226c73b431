using Npgsql;

namespace Tracker.EventStore;

/// <summary>
/// The order in which this database sorts its cases: offices as its collation has it, which no other program can be asked about, then
/// uuids byte by byte.
/// </summary>
public sealed class OfficeOrder
{
    private readonly Dictionary<string, int> places;

    private OfficeOrder(Dictionary<string, int> places) => this.places = places;

    /// <summary>Of every office that has a stream, or a row left over.</summary>
    public static async Task<OfficeOrder> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(array_agg(tenant_id order by tenant_id), '{}')
            from (select tenant_id from mt_streams union select tenant_id from case_rows) as offices
            """,
            connection)
        {
            CommandTimeout = 0,
        };
        var offices = (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
        return new(offices.Index().ToDictionary(office => office.Item, office => office.Index));
    }

    /// <summary>Less than zero: the first case comes first.</summary>
    public int Compare(StreamKey one, StreamKey other) => places[one.Office] - places[other.Office] is not 0 and var byOffice
        ? byOffice
        : one.Id.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(other.Id.ToByteArray(bigEndian: true));
}
