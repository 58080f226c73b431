using System.CommandLine;
using Npgsql;
using Tracker.EventStore;
using Tracker.EventStore.Seals;
using Tracker.ReadModels;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker verify [--head CODE]</c></summary>
internal static class VerifyCommand
{
    // Events that were changed cannot be trusted to fold.
    private static readonly BookFault[] NotToBeFolded = [BookFault.VersionGap, BookFault.EventHash, BookFault.Unreadable, BookFault.Unlisted];

    public static Command Build()
    {
        var head = new Option<string?>("--head") { Description = "tracker seal 打印的封存码：证明截至封存时的账簿没有改变", HelpName = "CODE" };
        var contents = new Option<bool>("--contents") { Description = "逐块解开全部附件的内容，与账簿中的摘要对照；附件多时较慢。不写时只核对附件是否齐全、长短是否相符" };
        var command = new Command(
            "verify",
            "核验账簿：版本、散列与链条、全局顺序与封存记录、事件目录、编号、数据密钥、附件、数据库防护，台账与账簿一致")
        { head, contents };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithBookAsItStandsAsync(
            (services, token) => RunAsync(services, parsed.GetValue(head), parsed.GetValue(contents), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? typed, bool contents, CancellationToken cancellationToken)
    {
        var code = SealCode.TryParse(typed);
        if (typed is not null && code is null)
        {
            await Console.Error.WriteLineAsync($"“{typed}”不是封存码，请对照原件再输一遍。");
            return CommandLine.Refused;
        }

        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(services.GetRequiredService<Book>(), cancellationToken);
        var events = await Verification.RunAsync(snapshot, code, findings, cancellationToken, contents);
        var rows = events is null ? null : await CompareRowsAsync(snapshot, findings, cancellationToken);
        foreach (var finding in findings.All)
        {
            await Console.Error.WriteLineAsync(BookFaultSentences.Of(finding));
        }

        if (rows is null)
        {
            await Console.Error.WriteLineAsync("台账没有与账簿对照：请先排除上面的问题，再核验一次。");
        }

        if (findings.All.Count > 0)
        {
            return CommandLine.Refused;
        }

        Console.WriteLine($"核验无误：{events} 个事件，{rows} 件申请。");
        if (code is not null)
        {
            Console.WriteLine($"与封存码 {code} 一致：全局第 {code.Position} 位及其以前没有改变。");
        }

        return CommandLine.Success;
    }

    /// <summary>Answers how many were compared; none if what was found so far makes it impossible.</summary>
    private static async Task<long?> CompareRowsAsync(
        BookSnapshot snapshot, BookFindings findings, CancellationToken cancellationToken)
    {
        if (NotToBeFolded.Any(findings.Has))
        {
            return null;
        }

        try
        {
            var rows = await CaseRows.VerifyAsync(snapshot, findings, cancellationToken);
            rows += await CorrectionRows.VerifyAsync(snapshot, findings, cancellationToken);
            await OfficeList.VerifyAsync(snapshot, findings, cancellationToken);
            return rows;
        }
        catch (PostgresException) when (findings.Has(BookFault.Guard))
        {
            return null; // a table of rows is not as the migrations made it, which was named
        }
    }
}
