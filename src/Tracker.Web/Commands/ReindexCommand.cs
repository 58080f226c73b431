using System.CommandLine;
using Tracker.EventStore;
using Tracker.EventStore.Indexing;

namespace Tracker.Web.Commands;

/// <summary><c>tracker reindex [--office C]</c></summary>
internal static class ReindexCommand
{
    public static Command Build()
    {
        var office = new Option<string?>("--office") { Description = "机关代码；不写时是全部机关" };
        var command = new Command("reindex", "从账簿重新生成检索索引（姓名、电话、证件号码和内容的密钥散列），期间可以照常办理；账簿本身不变") { office };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            (services, token) => RunAsync(services, parsed.GetValue(office), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? code, CancellationToken cancellationToken)
    {
        var book = services.GetRequiredService<Book>();
        string[] offices;
        if (code is null)
        {
            offices = [.. await Reindexing.OfficesAsync(book, cancellationToken)];
        }
        else if (await CommonOptions.FindOfficeAsync(services, code, cancellationToken) is { } found)
        {
            offices = [found.Code];
        }
        else
        {
            return CommandLine.Refused;
        }

        var count = 0L;
        foreach (var office in offices)
        {
            count += await Reindexing.RunAsync(book, office, cancellationToken);
        }

        Console.WriteLine($"已重新生成 {offices.Length} 个机关、{count} 件申请的检索索引。");
        return CommandLine.Success;
    }
}
