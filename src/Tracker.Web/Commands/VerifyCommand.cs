using System.CommandLine;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Commands;

/// <summary><c>tracker verify</c></summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var command = new Command("verify", "核验账簿：版本连续、散列与链条、台账与账簿一致");
        command.SetAction((_, cancellationToken) => CommandLine.WithBookAsync(
            async (services, token) =>
            {
                var book = services.GetRequiredService<Book>();
                var findings = new BookFindings();
                await using var connection = await book.Database.OpenConnectionAsync(token);
                var events = await Verification.RunAsync(connection, findings, token);
                var rows = findings.All.Count == 0 ? await services.GetRequiredService<CaseRows>().VerifyAsync(book, findings, token) : 0;
                foreach (var finding in findings.All)
                {
                    await Console.Error.WriteLineAsync(
                        $"{Name(finding.Fault)}：共 {finding.Count} 处，第一处在 {finding.Office} {finding.Stream} 第 {finding.Version} 号事件");
                }

                if (findings.All.Count > 0)
                {
                    return CommandLine.Refused;
                }

                Console.WriteLine($"核验无误：{events} 个事件，{rows} 件申请。");
                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }

    private static string Name(BookFault fault) => fault switch
    {
        BookFault.VersionGap => "版本不连续",
        BookFault.StreamHead => "流的版本与事件不符",
        BookFault.EventHash => "事件内容与散列不符",
        BookFault.Chain => "链条断开",
        BookFault.ReadModelRow => "台账与账簿不符",
    };
}
