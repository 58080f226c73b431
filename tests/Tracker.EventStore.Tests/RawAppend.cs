using Npgsql;

namespace Tracker.EventStore.Tests;

/// <summary>
/// An append taken apart: as the store does it (stream first, which takes the transaction id; then the place), but with the test
/// deciding what happens between the steps and when it ends.
/// </summary>
internal sealed class RawAppend : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly Guid stream = Guid.CreateVersion7();

    private RawAppend(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    public static async Task<RawAppend> BeginAsync(Book book)
    {
        var opened = await book.Database.OpenConnectionAsync();
        return new(opened, await opened.BeginTransactionAsync());
    }

    public Task TouchStreamAsync() => ExecuteAsync(
        "insert into mt_streams (tenant_id, id, type, version) values ($1, $2, 'request', 1) returning 1");

    /// <summary>Answers the place in the global order.</summary>
    public Task<long> InsertAsync() => ExecuteAsync(
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name)
        select nextval('mt_events_sequence'), gen_random_uuid(), $2, 1, '{"year":2025}', 'request_carried_forward', now(), $1,
          gen_random_uuid()::text, '', '{"hash":"","prev":"","source":"page"}', 'system:test'
        returning seq_id
        """);

    public Task CommitAsync() => transaction.CommitAsync();

    public Task RollbackAsync() => transaction.RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<long> ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction)
        {
            Parameters = { new() { Value = Given.Office }, new() { Value = stream } },
        };
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
