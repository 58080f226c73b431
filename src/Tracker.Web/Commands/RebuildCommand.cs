using System.CommandLine;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.ReadModels.Corrections;

namespace Tracker.Web.Commands;

/// <summary><c>tracker rebuild</c></summary>
internal static class RebuildCommand
{
    public static Command Build()
    {
        var command = new Command("rebuild", "从账簿重新生成台账等读模型，期间可以照常办理；账簿本身不变");
        command.SetAction((_, cancellationToken) => CommandLine.WithExistingBookAsync(
            BookRole.Owner, // only the owner of a table can put another in its place
            async (services, token) =>
            {
                var rows = await CaseRows.RebuildAsync(services.GetRequiredService<Book>(), token);
                Console.WriteLine($"已重新生成 {rows} 件申请的台账。");
                var corrections = await CorrectionRows.RebuildAsync(services.GetRequiredService<Book>(), token);
                Console.WriteLine($"已重新生成 {corrections} 件更正申请的列表。");
                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }
}
