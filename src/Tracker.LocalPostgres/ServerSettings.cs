namespace Tracker.LocalPostgres;

/// <summary>
/// The server's settings, in a file of our own that is made to say the same at each start. The file that initdb made (and perhaps
/// a person has tuned) is included first, so that ours win.
/// </summary>
internal static class ServerSettings
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void Write(ClusterFiles files, string socketFolder)
    {
        var text = Text(files, socketFolder);
        // Unchanged settings are left alone: on a full disk nothing could be written in their place.
        if (!File.Exists(files.Settings) || File.ReadAllText(files.Settings) != text)
            File.WriteAllText(files.Settings, text);
        File.SetUnixFileMode(files.Settings, Readable); // whatever the umask; nothing in it is secret
    }

    // GMT is UTC under the one name PostgreSQL knows without tzdata.
    // A message of level error may quote a value (invalid input syntax for type date: "…"), hence log_min_messages.
    private static string Text(ClusterFiles files, string socketFolder) =>
        $"""
        # Written anew by the tracker at each start. Your own settings belong into pg/postgresql.conf.
        include {Quoted(files.OwnSettings)}

        # No TCP: the only door is a socket in a folder closed to other accounts.
        listen_addresses = ''
        port = 5432
        unix_socket_directories = {Quoted(socketFolder)}
        unix_socket_permissions = 0700

        # A fact that was accepted is on the disk.
        fsync = on
        full_page_writes = on
        synchronous_commit = on

        timezone = 'GMT'
        log_timezone = 'GMT'

        # The log never holds a value out of the book.
        logging_collector = off
        log_destination = 'stderr'
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_statement = none
        log_duration = off
        log_min_duration_statement = -1
        log_min_duration_sample = -1
        log_transaction_sample_rate = 0
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0
        log_checkpoints = off

        """;

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
