using System.Collections.Immutable;
using Tracker.Web.Commands;

namespace Tracker.Web.Demo;

/// <summary>An office of the demonstration and the file of its register.</summary>
public sealed record DemoOffice(string Code, string Name, string File);

/// <summary>
/// 示例机关: five offices whose published tables are known; their registers are invented, so that each yields exactly its table.
/// </summary>
public static class DemoOffices
{
    public static ImmutableArray<DemoOffice> All { get; } =
    [
        new("quanzhou-statistics", "泉州市统计局", "quanzhou-statistics-2022.csv"),
        new("liaocheng-statistics", "聊城市统计局", "liaocheng-statistics-2022.csv"),
        new("quanzhou-digital", "泉州市数字泉州建设办公室", "quanzhou-digital-office-2021.csv"),
        new("gulou-statistics", "福州市鼓楼区统计局", "gulou-statistics-2020.csv"),
        new("quangang-statistics", "泉港统计局", "quangang-statistics-2012.csv"),
    ];

    public static string PathOf(DemoOffice office) => Path.Combine(AppContext.BaseDirectory, "Demo", office.File);

    /// <summary>Opens the offices and imports their registers; what is there already is left as it is.</summary>
    public static async Task<int> LoadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var office in All)
        {
            var opened = await OfficeCommand.AddAsync(services, office.Code, office.Name, cancellationToken);
            var imported = opened == CommandLine.Success
                ? await ImportRegisterCommand.ImportAsync(services, PathOf(office), office.Code, dryRun: false, cancellationToken)
                : opened;
            if (imported != CommandLine.Success)
            {
                return imported;
            }
        }

        return CommandLine.Success;
    }
}
