using Npgsql;
using Tracker.EventStore;

namespace Tracker.ReadModels.Rebuilding;

/// <summary>Keeps a second rebuild out. The lock belongs to a session, so it dies with a process that is killed.</summary>
internal sealed class OnlyRebuild : IAsyncDisposable
{
    private readonly NpgsqlConnection session;

    private OnlyRebuild(NpgsqlConnection session) => this.session = session;

    /// <exception cref="BookException">Another rebuild is under way.</exception>
    public static async Task<OnlyRebuild> BeginAsync(Book owner, CancellationToken cancellationToken)
    {
        var opened = await owner.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await CallAsync(opened, "pg_try_advisory_lock", cancellationToken)
                ? new(opened)
                : throw new BookException("另一次重新生成正在进行，请等它结束。");
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A session goes back to the pool as it is, so the lock must be given up by hand.
            await CallAsync(session, "pg_advisory_unlock", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The session is gone, and its lock with it; what broke it is on its way to the caller already.
        }

        await session.DisposeAsync();
    }

    private static async Task<bool> CallAsync(NpgsqlConnection session, string function, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {function}({AdvisoryLocks.Family}, {AdvisoryLocks.Rebuild})", session);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
