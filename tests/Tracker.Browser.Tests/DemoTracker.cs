using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tracker.Web.Accounts;

namespace Tracker.Browser.Tests;

/// <summary>The product as a new user starts it, with its demonstration offices, and a real browser beside it.</summary>
public sealed partial class DemoTracker : IAsyncLifetime
{
    private const int SigInt = 2;
    private readonly string folder = Directory.CreateTempSubdirectory("tracker-browser-").FullName;
    private Process? server;
    private IPlaywright? playwright;
    private readonly ConcurrentDictionary<string, Task<string>> sessions = new();

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = "";

    /// <summary>The one-time password of the administrator the first start made.</summary>
    public string FirstPassword { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // A root's database runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        server = Start("serve", "--demo", "--urls", "http://127.0.0.1:0");
        Address = await AddressAsync(server);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--lang=zh-CN"],
        });
    }

    /// <summary>A fresh window of somebody who signed in, the head of the disclosure office unless told otherwise.</summary>
    /// <param name="account">The demo's account, or none for nobody.</param>
    /// <param name="script">Whether script runs.</param>
    /// <param name="width">How wide it is, in pixels.</param>
    public async Task<IPage> WindowAsync(string? account = "公开", bool script = true, int width = 1280)
    {
        var context = await Browser.NewContextAsync(new()
        {
            JavaScriptEnabled = script,
            Locale = "zh-CN",
            StorageState = account is null ? null : await sessions.GetOrAdd(account, SignedInAsync),
            ViewportSize = new() { Width = width, Height = 1000 },
        });
        return await context.NewPageAsync();
    }

    /// <summary>The cookies of who signed in once, for every window.</summary>
    private async Task<string> SignedInAsync(string account)
    {
        await using var context = await Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SignInAsync(Address, account, DemoAccounts.Password);
        await Assertions.Expect(page).ToHaveURLAsync(Address + "/");
        return await context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (server is { HasExited: false })
        {
            _ = Kill(server.Id, SigInt); // as Ctrl+C would, so that the database is stopped with it
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("Chromium is not installed; tests/run.sh installs it.");

    private async Task<string> AddressAsync(Process started)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await started.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (FirstAdministrator().Match(line) is { Success: true } first)
            {
                FirstPassword = first.Groups["password"].Value;
            }

            var place = line.IndexOf("http://", StringComparison.Ordinal);
            if (place >= 0)
            {
                return line[place..].Split(' ', '　')[0];
            }
        }

        throw new InvalidOperationException(await started.StandardError.ReadToEndAsync(patience.Token));
    }

    /// <summary>Runs another command of the program beside the pages, to its end.</summary>
    public async Task RunAsync(params string[] arguments)
    {
        using var run = Start(arguments);
        var (output, faults) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{await output}{await faults}");
        }
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { typeof(Program).Assembly.Location },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TRACKER_DATA"] = Path.Combine(folder, "data");
        start.Environment.Remove("TRACKER_DB");
        return Process.Start(start)!;
    }

    [GeneratedRegex("一次性密码：(?<password>[a-z0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex FirstAdministrator();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
