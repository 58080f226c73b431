using System.Net.Sockets;
using Npgsql;

namespace Tracker.EventStore;

/// <summary>What can be the matter with a database whose program is in order. Each passes, or somebody must make room.</summary>
public enum DatabaseFault
{
    /// <summary>磁盘已满</summary>
    DiskFull,

    /// <summary>连接数已满</summary>
    TooManyConnections,

    /// <summary>The server is on its way down or up.</summary>
    Restarting,

    /// <summary>A connection that stood was cut.</summary>
    ConnectionLost,

    /// <summary>No answer, or no free connection, within the time allowed.</summary>
    TimedOut,

    /// <summary>No connection could be made.</summary>
    Unreachable,
}

/// <summary>Recognises a fault of the database by its type and SqlState; a message is for people and may change.</summary>
public static class DatabaseFaults
{
    /// <summary>The fault, or none if it is another kind of trouble. A framework may have wrapped it.</summary>
    public static DatabaseFault? Of(Exception fault) => fault switch
    {
        PostgresException answer => Of(answer.SqlState),
        NpgsqlException { InnerException: SocketException } => DatabaseFault.Unreachable,
        NpgsqlException { InnerException: TimeoutException } => DatabaseFault.TimedOut,
        NpgsqlException => DatabaseFault.ConnectionLost,
        { InnerException: { } cause } => Of(cause),
        _ => null,
    };

    private static DatabaseFault? Of(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => DatabaseFault.DiskFull,
        PostgresErrorCodes.TooManyConnections => DatabaseFault.TooManyConnections,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            DatabaseFault.Restarting,
        _ when state.StartsWith(ConnectionExceptions, StringComparison.Ordinal) => DatabaseFault.ConnectionLost,
        _ => null,
    };

    private const string ConnectionExceptions = "08";
}
