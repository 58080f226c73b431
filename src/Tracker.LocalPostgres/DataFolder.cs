using System.Buffers;

namespace Tracker.LocalPostgres;

/// <summary>数据目录: where the private cluster, its locks and the master key live.</summary>
public static class DataFolder
{
    // pg_ctl puts the path between double quotes of a shell command.
    private static readonly SearchValues<char> ShellCharacters = SearchValues.Create("\"$`\\\n\r");

    private const UnixFileMode Traversal = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// The folder of this machine and account: TRACKER_DATA; else as root /var/lib/tracker; else tracker in the user's data
    /// home (XDG_DATA_HOME, by default ~/.local/share). Nothing is created.
    /// </summary>
    public static string Resolve()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_DATA") is { Length: > 0 } named)
            return Path.GetFullPath(named);
        if (Environment.IsPrivilegedProcess)
            return "/var/lib/tracker";
        var dataHome = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(dataHome, "tracker");
    }

    /// <summary>Makes the folder when missing and answers its files under its real path, free of links.</summary>
    internal static async Task<ClusterFiles> PrepareAsync(string folder)
    {
        if (!OperatingSystem.IsLinux())
            throw new LocalPostgresException("自带数据库只支持 Linux，请用 TRACKER_DB 指定一个已有的 PostgreSQL 数据库。");
        if (folder.AsSpan().ContainsAny(ShellCharacters))
            throw new LocalPostgresException($"数据目录的路径不能含有引号、$、反引号、反斜杠或换行：{folder}");
        Create(folder);
        var real = (await Tool.RunAsync(["realpath", "--", folder])).OrRefuse($"无法读取数据目录 {folder}。").TrimEnd('\n');
        await RefuseAnothersAsync(real);
        return new ClusterFiles(real);
    }

    /// <summary>Root's server runs under another account, which must reach <c>pg</c> through every folder above it.</summary>
    internal static async Task LetInAsync(ClusterFiles files, ServerAccount account)
    {
        if (!account.IsAnother)
            return;
        File.SetUnixFileMode(files.DataFolder, File.GetUnixFileMode(files.DataFolder) | Traversal);
        foreach (var folder in FromTheTop(files.DataFolder))
            if (!(await account.RunAsync(["test", "-x", folder])).Succeeded)
                throw new LocalPostgresException(
                    $"数据库以账户 {account.Name} 运行，但该账户不能进入目录 {folder}，"
                    + $"请执行 chmod o+x '{folder}'，或用 TRACKER_DATA 另选数据目录。");
    }

    private static void Create(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException($"无法建立数据目录 {folder}，请检查上级目录的权限，或用 TRACKER_DATA 另选数据目录。", refused);
        }
    }

    private static async Task RefuseAnothersAsync(string folder)
    {
        var owner = await Ownership.OfAsync(folder);
        var self = await Ownership.SelfAsync();
        if (owner.Uid != self)
            throw new LocalPostgresException($"数据目录 {folder} 属于账户 {owner.Name}，请以该账户运行，或用 TRACKER_DATA 另选数据目录。");
    }

    private static IEnumerable<string> FromTheTop(string folder)
    {
        var folders = new Stack<string>();
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            folders.Push(at);
        return folders;
    }
}
