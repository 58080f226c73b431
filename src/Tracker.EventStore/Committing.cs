using Npgsql;

namespace Tracker.EventStore;

/// <summary>The one moment of an act after which it may stand in the book although nobody said so.</summary>
public static class Committing
{
    /// <summary>Commits, or sends a batch that is a transaction of its own.</summary>
    /// <exception cref="OutcomeUnknownException">It was cut short, and nobody can tell on which side of the commit.</exception>
    public static async Task RunAsync(Func<Task> commit)
    {
        try
        {
            await commit();
        }
        catch (Exception fault) when (LeavesOpen(fault))
        {
            throw new OutcomeUnknownException(fault);
        }
    }

    private static bool LeavesOpen(Exception fault) => fault switch
    {
        // An error has rolled the transaction back. What ends the session (FATAL) or the server (PANIC) may come after the commit.
        PostgresException answer => answer.InvariantSeverity != "ERROR",
        NpgsqlException => true,
        OperationCanceledException { InnerException: PostgresException answer } => LeavesOpen(answer),
        OperationCanceledException => true,
        _ => false,
    };
}
