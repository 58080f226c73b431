namespace Tracker.LocalPostgres;

/// <summary>The names inside a data folder. The folder is the runner's; <c>pg</c> belongs to the server's account.</summary>
internal sealed record ClusterFiles(string DataFolder)
{
    public string Pg => Path.Combine(DataFolder, "pg");
    public string UnfinishedPg => Path.Combine(DataFolder, "pg.new");
    public string Settings => Path.Combine(DataFolder, "tracker.conf");

    public string MajorVersion => Path.Combine(Pg, "PG_VERSION");
    public string ControlFile => Path.Combine(Pg, "global", "pg_control");
    public string OwnSettings => Path.Combine(Pg, "postgresql.conf");
    public string PidFile => Path.Combine(Pg, "postmaster.pid");
    public string Log => Path.Combine(Pg, "server.log");

    /// <summary>Held briefly by whoever decides, starts or stops.</summary>
    public string StartLock => Path.Combine(DataFolder, "start.lock");

    /// <summary>Held shared by every user of the cluster for as long as it is used.</summary>
    public string UseLock => Path.Combine(DataFolder, "use.lock");

    /// <summary>Held by the server itself and its children, so that even one in another container is seen.</summary>
    public string ServerLock => Path.Combine(DataFolder, "server.lock");
}
