using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Tracker.LocalPostgres;
using Tracker.Tests;
using Tracker.Web.Commands;

namespace Tracker.Endurance;

/// <summary>The product as its user starts it, <c>serve</c> on a private cluster, and the ways in which it can be ended.</summary>
public sealed class ServedTracker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("tracker-served-").FullName;
    private readonly StringBuilder said = new();
    private readonly HttpClient browser = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });
    private Process? process;

    public ServedTracker(string? dataFolder = null)
    {
        // A root's server runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        DataFolder = dataFolder ?? Path.Combine(folder, "data");
        browser.BaseAddress = Address;
    }

    public string DataFolder { get; }

    /// <summary>A place for files beside the data folder, gone at the end.</summary>
    public string Folder => folder;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it has said since the beginning, over all its lives.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>The server's process, or none when the cluster is down.</summary>
    public int? DatabasePid
    {
        get
        {
            try
            {
                var line = File.ReadLines(Path.Combine(DataFolder, "pg", "postmaster.pid")).FirstOrDefault();
                return int.TryParse(line, CultureInfo.InvariantCulture, out var pid) ? pid : null;
            }
            catch (IOException)
            {
                return null; // it comes and goes with the server
            }
        }
    }

    /// <summary>Every process of the server, the parent first, and its children looked up after that, so that none is missed.</summary>
    public IEnumerable<int> DatabasePids()
    {
        if (DatabasePid is { } server)
        {
            yield return server;
            foreach (var child in File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return int.Parse(child);
            }
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        process?.Dispose();
        process = Start(["serve", "--urls", Address.ToString()]);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilAsync(AnswersAsync);
    }

    /// <summary>Whether a page that needs the database is shown.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            using var page = await browser.GetAsync("/health");
            return page.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Waits until it is so, while serve runs; after two minutes it never will be.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var begun = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (process is not { HasExited: false } || begun.Elapsed > Patience)
            {
                throw new TimeoutException($"serve has ended, or does not come back.\n{Said}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Ctrl+C. Answers its exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Signal.Interrupt.SendAsync(process!.Id);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Somebody who may do everything in every office, and has changed the one-time password.</summary>
    public async Task<Clerk> NewClerkAsync()
    {
        const string name = "样例";
        string[] roles = ["经办人", "公开机构负责人"];
        var (exitCode, output, errors) = await RunAsync(["account", "add", name, "样例经办人", "--role", .. roles]);
        if (exitCode != 0)
        {
            throw new InvalidOperationException(errors);
        }

        var oneTime = output.Split("一次性密码：")[1].Split('（')[0];
        var clerk = new Clerk(name, $"{oneTime}-以后的");
        using var session = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };
        await new Clerk(name, oneTime).SignInAsync(session, default);
        await Clerk.SendAsync(session, "/password", [("Form.Current", oneTime), ("Form.New", clerk.Password), ("Form.Again", clerk.Password)], default);
        return clerk;
    }

    /// <summary>Runs a command beside it, on the same data folder.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var command = Start(arguments);
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        return (command.ExitCode, await output, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        browser.Dispose();
        if (DatabasePid is not null)
        {
            await (await PrivateCluster.OpenAsync(DataFolder)).DisposeAsync(); // adopts what a killed one left, and stops it as its last user
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Below the ports the kernel gives to outgoing connections: one of those, made while nobody listens, could take the place or
    /// even meet itself.
    /// </summary>
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var door = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
                door.Start();
                return ((IPEndPoint)door.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody is there.
            }
        }
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["TRACKER_DATA"] = DataFolder;
        start.Environment.Remove("TRACKER_DB");
        start.Environment.Remove("TRACKER_MASTER_KEY");
        return Process.Start(start)!;
    }

    private void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (said)
        {
            said.AppendLine(heard.Data);
        }
    }
}
