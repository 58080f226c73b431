namespace Tracker.LocalPostgres;

/// <summary>
/// The private database could not be found, made, started or stopped. The message is one Chinese sentence for the person
/// at the terminal; where the server's own log helps, its last lines follow on lines of their own.
/// </summary>
public sealed class LocalPostgresException(string message, Exception? innerException = null)
    : Exception(message, innerException);
