using System.Globalization;

namespace Tracker.LocalPostgres;

/// <summary>Who owns a path, what it is and which modes it has; links are not followed.</summary>
/// <param name="Mode">In octal, such as 700.</param>
/// <param name="Kind">As stat(1) says it, such as "directory".</param>
internal sealed record Ownership(int Uid, int Gid, string Name, string Mode, string Kind)
{
    // .NET knows modes but no owners, hence the programs.
    public static async Task<Ownership> OfAsync(string path)
    {
        var stat = await Tool.RunAsync(["stat", "--format=%u %g %U %a %F", "--", path]);
        var fields = stat.OrRefuse($"无法读取 {path} 的属主。").TrimEnd().Split(' ', 5);
        return new Ownership(Number(fields[0]), Number(fields[1]), fields[2], fields[3], fields[4]);
    }

    public static async Task<int> SelfAsync() =>
        Number((await Tool.RunAsync(["id", "-u"])).OrRefuse("无法读取当前账户。"));

    public static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
