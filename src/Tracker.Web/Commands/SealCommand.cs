using System.CommandLine;
using Tracker.Domain.LegalTime;
using Tracker.EventStore.Seals;
using Tracker.Web.Wiring;

namespace Tracker.Web.Commands;

/// <summary><c>tracker seal</c></summary>
internal static class SealCommand
{
    public static Command Build()
    {
        var command = new Command(
            "seal",
            """
            封存：打印账簿此刻的封存码。把它写在纸上（例如随年度报告归档），以后用 tracker verify --head 封存码 可以证明
            截至此刻的账簿没有被改动、删除或者插入过，即使有人连数据库里的封存记录也一起改了。
            """);
        command.SetAction((_, cancellationToken) => CommandLine.WithExistingBookAsync(
            async (services, token) =>
            {
                if (await services.GetRequiredService<Sealer>().SealAllAsync(services.GetRequiredService<LegalClock>().Now, token) is not { } head)
                {
                    await Console.Error.WriteLineAsync("账簿还是空的，没有可以封存的内容。");
                    return CommandLine.Refused;
                }

                Console.WriteLine($"封存码：{head.Code}");
                Console.WriteLine($"截至 {LegalDay.WallClock(head.SealedAt):yyyy-MM-dd HH:mm}，账簿共 {head.Events} 个事件。");
                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }
}
