namespace Tracker.LocalPostgres;

/// <summary>The account the server runs under. PostgreSQL refuses root, so root drops to an unprivileged one.</summary>
/// <param name="IsAnother">Whether this is not the account the tracker itself runs under.</param>
internal sealed record ServerAccount(string Name, int Uid, int Gid, bool IsAnother)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    public static async Task<ServerAccount> ForAsync(ClusterFiles files)
    {
        if (!Environment.IsPrivilegedProcess)
            return await SelfAsync();
        if (Directory.Exists(files.Pg))
            return await OwnerAsync(files.Pg); // whoever made the cluster keeps it, also after `postgres` has been installed
        foreach (var name in Candidates)
            if (await FindAsync(name) is { } account)
                return account;
        throw new LocalPostgresException("PostgreSQL 不能以 root 运行，而本机没有账户 postgres 或 nobody，请执行：useradd --system postgres");
    }

    /// <summary>Runs a program as this account.</summary>
    public Task<Finished> RunAsync(IReadOnlyList<string> command) => Tool.RunAsync(As(command));

    /// <summary>The command line that runs a program as this account.</summary>
    public IReadOnlyList<string> As(IReadOnlyList<string> command) =>
        IsAnother ? ["setpriv", $"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--", .. command] : command;

    private static async Task<ServerAccount> OwnerAsync(string folder)
    {
        var owner = await Ownership.OfAsync(folder);
        return owner.Uid == 0
            ? throw new LocalPostgresException($"目录 {folder} 属于 root，而 PostgreSQL 不能以 root 运行，请把该目录交给账户 postgres。")
            : new ServerAccount(owner.Name, owner.Uid, owner.Gid, IsAnother: true);
    }

    private static async Task<ServerAccount> SelfAsync()
    {
        var gid = (await Tool.RunAsync(["id", "-g"])).OrRefuse("无法读取当前账户。");
        return new ServerAccount(Environment.UserName, await Ownership.SelfAsync(), Ownership.Number(gid), IsAnother: false);
    }

    private static async Task<ServerAccount?> FindAsync(string name)
    {
        var uid = await Tool.RunAsync(["id", "-u", name]);
        var gid = await Tool.RunAsync(["id", "-g", name]);
        return uid.Succeeded && gid.Succeeded
            ? new ServerAccount(name, Ownership.Number(uid.Output), Ownership.Number(gid.Output), IsAnother: true)
            : null;
    }
}
