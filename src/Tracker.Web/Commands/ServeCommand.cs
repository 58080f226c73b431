using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Demo;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker serve [--demo] [--urls …] [--host NAME…]</c></summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Build()
    {
        var demo = new Option<bool>("--demo") { Description = "装入五个示例机关" };
        var urls = new Option<string?>("--urls")
        {
            Description = $"监听地址，多个用分号隔开，默认 {DefaultUrl}；只能是本机地址，对外由同一台机器上的 HTTPS 反向代理提供",
            HelpName = "URLS",
        };
        var hosts = new Option<string[]>("--host")
        {
            Description = "反向代理对外使用的主机名，可以写多次；默认只认 localhost",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("serve", "启动网页") { demo, urls, hosts };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(urls) ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrl, parsed.GetValue(hosts) ?? [], parsed.GetValue(demo), cancellationToken));
        return command;
    }

    /// <summary>Whether every address is this machine's own.</summary>
    public static bool AreLoopback(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(IsLoopback)
        .DefaultIfEmpty(defaultValue: false)
        .All(loopback => loopback);

    private static async Task<int> RunAsync(string urls, string[] hosts, bool demo, CancellationToken cancellationToken)
    {
        if (!AreLoopback(urls))
        {
            await Console.Error.WriteLineAsync(
                $"只能监听本机地址（例如 {DefaultUrl}），不能监听“{urls}”：密码和申请人的信息会以明文经过网络。请在同一台机器上用 HTTPS 反向代理对外提供，并用 --host 写明主机名。");
            return CommandLine.Refused;
        }

        try
        {
            await using var opened = await OpenedBook.OpenAsync(BookRole.Web, cancellationToken);
            await opened.TakeUpCalendarAsync(cancellationToken);
            if (demo && await CommandLine.WithBookAsync(DemoOffices.LoadAsync, cancellationToken) is var loaded && loaded != CommandLine.Success)
            {
                return loaded;
            }

            await using var app = Build(opened, urls, hosts, demo);
            await TakeUpAccountsAsync(app.Services, demo, cancellationToken);
            await app.StartAsync(cancellationToken);
            Console.WriteLine($"已启动：{string.Join(" ", app.Urls)}　按 Ctrl+C 停止。");
            await app.WaitForShutdownAsync(cancellationToken);
            return CommandLine.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CommandLine.Success;
        }
        catch (IOException fault) when (fault.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"不能监听 {urls}：地址已被占用或者不可用。可用 --urls 换一个端口。");
            return CommandLine.Failed;
        }
        catch (Exception fault) when (DatabaseFaultSentences.ForTerminal(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CommandLine.Failed;
        }
    }

    /// <summary>Nobody could sign in at the first start: makes an administrator, and of the demo one account for each role.</summary>
    private static async Task TakeUpAccountsAsync(IServiceProvider services, bool demo, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        if (demo)
        {
            await DemoAccounts.LoadAsync(scope.ServiceProvider, DemoOffices.All.Select(office => office.Code), cancellationToken);
        }

        if (await scope.ServiceProvider.GetRequiredService<People>().FirstAdministratorAsync(cancellationToken) is var (name, password))
        {
            Console.WriteLine($"已建立管理员账号：{name}，一次性密码：{password}（只显示这一次，首次登录必须修改）");
        }
    }

    private static WebApplication Build(OpenedBook opened, string urls, string[] hosts, bool demo)
    {
        // Settings of addresses come from the option alone: no environment variable or file may open another door.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
            ApplicationName = typeof(ServeCommand).Assembly.GetName().Name,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(urls);
        builder.Services.AddTracker(opened.Book, opened.Worker, TimeProvider.System);
        builder.Services.AddTrackerPages(demo);
        builder.Services.AddSingleton(opened);
        builder.Services.AddHostedService<SealWatch>();
        builder.Services.AddHostedService<ReminderWatch>();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<OutboxWatch>(services, opened.Worker));
        if (opened.HasOwnServer)
        {
            builder.Services.AddHostedService<ClusterWatch>();
        }

        // A page of another site must not reach this one under a name of its own.
        builder.Services.AddHostFiltering(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. hosts]);
        // Only a proxy of this machine is believed who asked, and how.
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseHostFiltering();
        app.UseTracker();
        return app;
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return false;
        }

        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
