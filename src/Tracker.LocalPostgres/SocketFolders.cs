using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tracker.LocalPostgres;

/// <summary>
/// Chooses the folder of the server's socket. It is the only door to a server that trusts whoever comes in, so it is open
/// to the server's account alone; and it is short, because the kernel takes no more than 107 bytes for a socket's path.
/// </summary>
internal static class SocketFolders
{
    private const string RootsParent = "/run/tracker";
    private const int LongestSocketPath = 107;

    public static async Task<string> PrepareAsync(ClusterFiles files, ServerAccount account)
    {
        var folder = await ChooseAsync(files, account);
        if (!Directory.Exists(folder))
            await CreateAsync(folder, account);
        var found = await Ownership.OfAsync(folder);
        return IsOurs(found, account)
            ? folder
            : throw new LocalPostgresException(
                $"数据库的套接字目录 {folder} 应只属于账户 {account.Name}（权限 700），"
                + $"现为 {found.Name}（权限 {found.Mode}），请查明来历后删除该目录。");
    }

    /// <summary>The path of the socket the server makes in its folder.</summary>
    public static string Socket(string folder) => Path.Combine(folder, ".s.PGSQL.5432");

    /// <summary>
    /// Removes the socket of a server that was killed. Its lock file names a pid, and PostgreSQL would refuse to start
    /// where that pid has since gone to another process of the same account.
    /// </summary>
    public static void Sweep(string folder)
    {
        File.Delete(Socket(folder));
        File.Delete($"{Socket(folder)}.lock");
    }

    /// <summary>Leaves nothing behind after a server that was killed; a folder that is not as ours are is left for a person to judge.</summary>
    public static async Task ClearAwayAsync(ClusterFiles files, ServerAccount account)
    {
        var folder = await ChooseAsync(files, account);
        if (!Directory.Exists(folder) || !IsOurs(await Ownership.OfAsync(folder), account))
            return;
        Sweep(folder);
        Remove(folder);
    }

    /// <summary>Leaves nothing behind after a server that has stopped.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Already gone, or something else lies in it: not ours to delete, and the next start judges the folder anew.
        }
    }

    private static async Task<string> ChooseAsync(ClusterFiles files, ServerAccount account)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files.DataFolder)))[..16];
        if (account.IsAnother)
            return Path.Combine(RootsParent, name);
        return await SessionFolderAsync(account) is { } session && Fits(Path.Combine(session, $"tracker-{name}"))
            ? Path.Combine(session, $"tracker-{name}")
            : string.Create(CultureInfo.InvariantCulture, $"/tmp/tracker-{account.Uid}-{name}");
    }

    /// <summary>XDG_RUNTIME_DIR, unless it is left over from another account, as after su.</summary>
    private static async Task<string?> SessionFolderAsync(ServerAccount account) =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder
        && Path.IsPathRooted(folder)
        && Directory.Exists(folder)
        && (await Ownership.OfAsync(folder)).Uid == account.Uid
            ? folder
            : null;

    private static bool IsOurs(Ownership found, ServerAccount account) =>
        (found.Kind, found.Uid, found.Mode) == ("directory", account.Uid, "700");

    private static bool Fits(string folder) => Encoding.UTF8.GetByteCount(Socket(folder)) <= LongestSocketPath;

    private static async Task CreateAsync(string folder, ServerAccount account)
    {
        if (account.IsAnother)
            (await Tool.RunAsync(["install", "--directory", "--mode=0755", "--", RootsParent])).OrRefuse($"无法建立目录 {RootsParent}。");
        await Folders.CreatePrivateAsync(folder, account);
    }
}
