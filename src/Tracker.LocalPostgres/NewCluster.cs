namespace Tracker.LocalPostgres;

/// <summary>
/// Makes the cluster folder. initdb works in <c>pg.new</c>, which becomes <c>pg</c> by one rename once it is complete; so
/// an interrupted initdb is simply swept away, and nothing ever deletes a <c>pg</c>.
/// </summary>
internal static class NewCluster
{
    /// <summary>The superuser of the cluster. It has no password: whoever reaches the socket is trusted.</summary>
    public const string Superuser = "tracker";

    /// <summary>Under the start lock, with no server or initdb running.</summary>
    public static async Task CreateAsync(ClusterFiles files, ServerAccount account, PostgresBinaries binaries)
    {
        if (Directory.Exists(files.UnfinishedPg))
            Directory.Delete(files.UnfinishedPg, recursive: true);
        await Folders.CreatePrivateAsync(files.UnfinishedPg, account);
        var initdb = await Tool.RunAsync(Server.UnderServerLock(files, account.As(
        [
            binaries.Initdb, "--pgdata", files.UnfinishedPg, "--username", Superuser, "--encoding=UTF8", "--locale=C.UTF-8",
            "--data-checksums", "--auth-local=trust", "--auth-host=reject", "--no-instructions",
        ])));
        initdb.OrRefuse($"无法在 {files.DataFolder} 建立数据库。");
        Directory.Move(files.UnfinishedPg, files.Pg);
        // Without this a power cut could bring the old name back after facts have been written under the new one.
        (await Tool.RunAsync(["sync", "--", files.DataFolder])).OrRefuse($"无法把 {files.DataFolder} 写入磁盘。");
    }

    /// <summary>The major version of the cluster that is there, or null when there is none yet.</summary>
    public static async Task<int?> MajorVersionAsync(ClusterFiles files)
    {
        if (!Directory.Exists(files.Pg))
            return null;
        if (!File.Exists(files.MajorVersion) || !File.Exists(files.ControlFile))
            throw new LocalPostgresException($"{files.Pg} 不是完整的数据库目录，为免丢失数据未作任何改动，请恢复备份或移走该目录。");
        return Ownership.Number(await File.ReadAllTextAsync(files.MajorVersion));
    }
}
