using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker account add NAME DISPLAY-NAME --role R… [--office C…]</c>, <c>tracker account reset NAME</c></summary>
internal static class AccountCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "账号" };
        return new Command("account", "账户") { Add(name), Reset(name) };
    }

    private static Command Add(Argument<string> name)
    {
        var displayName = new Argument<string>("DISPLAY-NAME") { Description = "姓名" };
        var offices = new Option<string[]>("--office") { Description = "机关代码，可以写多次；不写则在全部机关", AllowMultipleArgumentsPerToken = true };
        var roles = new Option<string[]>("--role")
        {
            Description = $"角色，可以写多次：{string.Join("、", Enum.GetValues<Role>().Select(RoleWords.Of))}",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        roles.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Select(RoleWords.Of)]);
        var add = new Command("add", "新建账户，显示一次性密码") { name, displayName, offices, roles };
        add.SetAction((parsed, cancellationToken) => CommandLine.WithBookAsync(
            (services, token) => AddAsync(
                services,
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(displayName),
                parsed.GetValue(offices) ?? [],
                [.. Enum.GetValues<Role>().Where(role => parsed.GetRequiredValue(roles).Contains(RoleWords.Of(role)))],
                token),
            cancellationToken));
        return add;
    }

    private static Command Reset(Argument<string> name)
    {
        var reset = new Command("reset", "重置密码，显示一次性密码") { name };
        reset.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            (services, token) => ResetAsync(services, parsed.GetRequiredValue(name), token), cancellationToken));
        return reset;
    }

    private static async Task<int> AddAsync(
        IServiceProvider services, string name, string displayName, string[] offices, Role[] roles, CancellationToken cancellationToken)
    {
        if (WhyNot(name, displayName) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return CommandLine.Refused;
        }

        var known = (await services.GetRequiredService<OfficeList>().AllAsync(cancellationToken)).Select(office => office.Code).ToHashSet();
        if (offices.FirstOrDefault(office => !known.Contains(office)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"没有启用代码为“{unknown}”的机关。");
            return CommandLine.Refused;
        }

        var everywhere = offices.Length > 0 ? offices : [OfficeRole.EveryOffice];
        await using var scope = services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<People>().AddAsync(
            name, displayName, everywhere.SelectMany(office => roles.Select(role => new OfficeRole(office, role))), by: null, cancellationToken);
        if (added is var (account, password))
        {
            Console.WriteLine($"已建立账号：{account.Name}，一次性密码：{password}（只显示这一次，首次登录必须修改）");
            return CommandLine.Success;
        }

        await Console.Error.WriteLineAsync($"账号“{name}”已经有人使用。");
        return CommandLine.Refused;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(name) is not { IsDemo: false } account)
        {
            await Console.Error.WriteLineAsync($"没有账号“{name}”。");
            return CommandLine.Refused;
        }

        var password = await scope.ServiceProvider.GetRequiredService<People>().ResetPasswordAsync(account, by: null, cancellationToken);
        Console.WriteLine($"账号 {account.Name} 的一次性密码：{password}（只显示这一次，首次登录必须修改）");
        return CommandLine.Success;
    }

    private static string? WhyNot(string name, string displayName) =>
        name.Length is 0 or > People.LongestName || name.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))
            ? $"账号不能空着，不能有空格，也不能超过 {People.LongestName} 个字。"
        : displayName.Trim().Length is 0 or > People.LongestName || displayName.Any(char.IsControl)
            ? $"姓名不能空着，也不能超过 {People.LongestName} 个字。"
        : null;
}
