using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>A row as it stands in <c>case_rows</c>, which anybody may have written.</summary>
/// <param name="Key">Whose row it is.</param>
/// <param name="Version">The version it says it was computed at.</param>
/// <param name="Row">What it says; none if it cannot be read, or is not spelled as it would have been written.</param>
internal sealed record StoredCaseRow(StreamKey Key, long Version, CaseRow? Row);

/// <summary>The rows of a snapshot, one after the other in the database's own order.</summary>
internal sealed class StoredCaseRows : IAsyncDisposable
{
    private readonly NpgsqlCommand command;
    private readonly NpgsqlDataReader reader;

    private StoredCaseRows(NpgsqlCommand command, NpgsqlDataReader reader)
    {
        this.command = command;
        this.reader = reader;
    }

    public static async Task<StoredCaseRows> OpenAsync(BookSnapshot snapshot, CancellationToken cancellationToken)
    {
        var connection = await snapshot.OpenAsync(cancellationToken);
        var select = new NpgsqlCommand($"select {CaseRowColumns.Names} from case_rows order by tenant_id, id", connection) { CommandTimeout = 0 };
        return new(select, await select.ExecuteReaderAsync(cancellationToken));
    }

    /// <summary>The next row; none after the last.</summary>
    public async Task<StoredCaseRow?> NextAsync(CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken) ? new(new(reader.GetString(0), reader.GetGuid(1)), reader.GetInt64(2), Read()) : null;

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }

    private CaseRow? Read()
    {
        try
        {
            var row = CaseRowColumns.Read(reader);
            return CaseRowColumns.IsSpelledAs(reader, row) ? row : null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidCastException or OverflowException or FormatException)
        {
            return null; // a name this program does not know, a day outside its calendar, nothing where something must be
        }
    }
}
