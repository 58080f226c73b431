using System.Text.RegularExpressions;

namespace Tracker.LocalPostgres;

/// <summary>A folder with the PostgreSQL server's programs, all of one version.</summary>
/// <param name="Folder">Holds initdb, postgres, pg_ctl and psql.</param>
/// <param name="Major">The major version, 14 or later.</param>
public sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 14;
    private static readonly string[] Needed = ["initdb", "postgres", "pg_ctl", "psql"];

    public string Initdb => Path.Combine(Folder, "initdb");
    public string PgCtl => Path.Combine(Folder, "pg_ctl");
    public string Psql => Path.Combine(Folder, "psql");

    /// <summary>
    /// The programs of this machine: TRACKER_PG_BIN alone when it is set; else what pg_config names, the newest of
    /// Debian's folders, and the PATH, in this order.
    /// </summary>
    /// <param name="major">Only this major version, because a cluster made by it exists; null takes any.</param>
    /// <exception cref="LocalPostgresException">None is installed; the sentence has the command to type.</exception>
    public static async Task<PostgresBinaries> FindAsync(int? major = null)
    {
        foreach (var folder in await CandidatesAsync())
            if (await InspectAsync(folder) is { } found && found.Major == (major ?? found.Major))
                return found;
        throw new LocalPostgresException(Missing(major));
    }

    private static async Task<IReadOnlyList<string>> CandidatesAsync()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_PG_BIN") is { Length: > 0 } named)
            return [Path.GetFullPath(named)];
        return [.. await FromPgConfigAsync(), .. OfDebian(), .. OnPath()];
    }

    private static async Task<IReadOnlyList<string>> FromPgConfigAsync()
    {
        if (!OnPath().Any(folder => File.Exists(Path.Combine(folder, "pg_config"))))
            return [];
        var answer = await Tool.RunAsync(["pg_config", "--bindir"]);
        return answer.Succeeded ? [answer.Output.Trim()] : [];
    }

    private static IEnumerable<string> OfDebian()
    {
        const string root = "/usr/lib/postgresql";
        if (!Directory.Exists(root))
            return [];
        return Directory.EnumerateDirectories(root)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin"));
    }

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<PostgresBinaries?> InspectAsync(string folder)
    {
        if (!Needed.All(program => File.Exists(Path.Combine(folder, program))))
            return null;
        var version = await Tool.RunAsync([Path.Combine(folder, "postgres"), "--version"]);
        var digits = MajorVersion().Match(version.Output).Groups["major"].Value;
        return int.TryParse(digits, out var major) && major >= Oldest ? new PostgresBinaries(folder, major) : null;
    }

    private static string Missing(int? major)
    {
        var package = major is null ? "postgresql" : $"postgresql-{major}";
        var wanted = major is null ? $"PostgreSQL {Oldest} 或更高版本" : $"建立此数据目录的 PostgreSQL {major}";
        return Environment.GetEnvironmentVariable("TRACKER_PG_BIN") is { Length: > 0 } named
            ? $"TRACKER_PG_BIN 所指的目录 {named} 中没有{wanted}的服务端程序（{string.Join('、', Needed)}）。"
            : $"本机没有{wanted}的服务端程序，请执行：sudo apt-get install {package}";
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MajorVersion();
}
