using System.CommandLine;
using System.Diagnostics;
using Tracker.Domain.Offices;
using Tracker.EventStore;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker office add CODE NAME</c></summary>
internal static class OfficeCommand
{
    public static Command Build()
    {
        var code = new Argument<string>("CODE") { Description = $"机关代码：{OfficeCode.Rule}；启用后不再改变" };
        var name = new Argument<string>("NAME") { Description = "机关名称" };
        var add = new Command("add", "启用一个机关") { code, name };
        add.SetAction((parsed, cancellationToken) => CommandLine.WithBookAsync(
            (services, token) => AddAsync(services, parsed.GetRequiredValue(code), parsed.GetRequiredValue(name), token),
            cancellationToken));
        return new Command("office", "机关") { add };
    }

    /// <summary>Opens an office; done before with the same name, it does nothing.</summary>
    public static async Task<int> AddAsync(IServiceProvider services, string code, string name, CancellationToken cancellationToken)
    {
        if (!OfficeCode.IsValid(code))
        {
            await Console.Error.WriteLineAsync(RefusalSentences.Of(new OfficeCodeNotValid()));
            return CommandLine.Refused;
        }

        var clock = services.GetRequiredService<LegalClock>();
        var result = await services.GetRequiredService<OfficeStore>().ChangeAsync(
            StreamIds.Office(code),
            seenVersion: null,
            CommandLine.ActOf(code, "office-add", Act.FromCommand, clock.Now),
            state => OpenOffice.Decide(state, new(code, name), clock.Today),
            cancellationToken);
        switch (result)
        {
            case Changed<OfficeState, OfficeEvent> changed:
                Console.WriteLine($"{(changed.Repeated ? "已经启用" : "已启用")}：{code} {changed.State.Name}");
                return CommandLine.Success;
            case NotChanged<OfficeState, OfficeEvent>(var reason, _):
                await Console.Error.WriteLineAsync(RefusalSentences.Of(reason));
                return CommandLine.Refused;
            case Conflicted<OfficeState, OfficeEvent>:
                await Console.Error.WriteLineAsync("该机关正由别人启用，请再试一次。");
                return CommandLine.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
