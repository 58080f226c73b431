using System.Collections.Immutable;
using System.CommandLine;
using Tracker.Documents.Clocks;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker reminders sweep</c>, <c>tracker reminders replay --from D --to D [--office C]</c></summary>
internal static class RemindersCommand
{
    private const string NoOffice = "还没有启用机关。";

    public static Command Build() => new("reminders", "提醒：巡检和核对") { Sweep(), Replay() };

    private static Command Sweep()
    {
        var demo = new Option<bool>("--demo") { Description = "也提醒示例账号；网页以 --demo 运行时用" };
        var command = new Command("sweep", "现在就巡检一次到期事项并记下提醒；网页运行时自动进行，重复运行不会重复提醒") { demo };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            async (services, token) =>
            {
                var book = services.GetRequiredService<Book>();
                var people = new ReminderPeople(book, new DemoAccounts(parsed.GetValue(demo)));
                var sweep = new ReminderSweep(book, people.OfAsync, services.GetRequiredService<PlanDelivery>());
                var swept = await sweep.RunAsync(services.GetRequiredService<LegalClock>().Now, token);
                if (swept.IsEmpty)
                {
                    Console.WriteLine(NoOffice);
                }

                foreach (var (office, lookedAt, recorded) in swept)
                {
                    Console.WriteLine($"{office}：查看 {lookedAt} 个将到期或者已到期的事项，新记下 {recorded} 条提醒。");
                }

                return CommandLine.Success;
            },
            cancellationToken));
        return command;
    }

    private static Command Replay()
    {
        var (from, to) = (Day("--from", "第一天"), Day("--to", "最后一天（含），不晚于今天"));
        var office = new Option<string?>("--office") { Description = "机关代码，默认全部机关", HelpName = "CODE" };
        var command = new Command("replay", "从账簿重新推算一段日子应当发出的提醒，与实际记下的逐条核对；有缺少、多出或者还没有巡检过的，返回 1") { from, to, office };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            (services, token) => ReplayAsync(
                services, FactsFile.Day(parsed.GetRequiredValue(from))!.Value, FactsFile.Day(parsed.GetRequiredValue(to))!.Value, parsed.GetValue(office), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> ReplayAsync(IServiceProvider services, DateOnly from, DateOnly to, string? code, CancellationToken cancellationToken)
    {
        if (from > to || to > services.GetRequiredService<LegalClock>().Today)
        {
            await Console.Error.WriteLineAsync("--from 不能晚于 --to，--to 不能晚于今天。");
            return CommandLine.Refused;
        }

        var offices = code is null
            ? await services.GetRequiredService<OfficeList>().AllAsync(cancellationToken)
            : await CommonOptions.FindOfficeAsync(services, code, cancellationToken) is { } found ? [found] : ImmutableArray<Office>.Empty;
        if (offices.IsEmpty)
        {
            if (code is null)
            {
                Console.WriteLine(NoOffice);
            }

            return CommandLine.Refused;
        }

        var wrong = 0;
        foreach (var office in offices)
        {
            var replayed = await services.GetRequiredService<ReminderReplay>().RunAsync(office.Code, from, to, cancellationToken);
            foreach (var finding in replayed.Findings)
            {
                Console.WriteLine(ReminderWords.Of(finding));
            }

            Console.WriteLine(ReminderWords.Of(replayed, from));
            wrong += replayed.Scope == ReplayScope.NeverSwept ? 1 : replayed.Findings.Length;
        }

        return wrong == 0 ? CommandLine.Success : CommandLine.Refused;
    }

    private static Option<string> Day(string name, string description)
    {
        var day = new Option<string>(name) { Description = description, Required = true, HelpName = "YYYY-MM-DD" };
        day.Validators.Add(result =>
        {
            if (result.Tokens is not [var typed] || FactsFile.Day(typed.Value) is null)
            {
                result.AddError($"{name} 应为日期，写法是 2026-03-02。");
            }
        });
        return day;
    }
}
