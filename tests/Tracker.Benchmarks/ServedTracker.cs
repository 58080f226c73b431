using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Npgsql;
using Tracker.LocalPostgres;

namespace Tracker.Benchmarks;

/// <summary>The whole program as it is started, with a folder of its own, and somebody who signed in.</summary>
internal sealed partial class ServedTracker : IAsyncDisposable
{
    private const string SignedInPassword = "yangli-mima-chang";
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private Process? server;
    private Task drained = Task.CompletedTask;
    private Uri address = new("http://127.0.0.1");

    public ServedTracker()
    {
        // A root's database runs under another account, which must get past this folder to its own.
        File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        client = new(new HttpClientHandler { CookieContainer = cookies });
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("tracker-bench-").FullName;

    public string Cookie => cookies.GetCookieHeader(address);

    private string Data => Path.Combine(Folder, "data");

    /// <summary>One command, to its end; answers what it said.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var run = Start(arguments);
        var (said, faults) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? await said : throw new InvalidOperationException(await said + await faults);
    }

    /// <summary>Serves the pages; from now on the tables are known to the planner, as they are a minute after any import.</summary>
    public async Task ServeAsync()
    {
        server = Start("serve", "--urls", "http://127.0.0.1:0");
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Place().Match(line) is { Success: true } place)
            {
                address = new(place.Value);
                drained = Task.WhenAll(server.StandardOutput.ReadToEndAsync(), server.StandardError.ReadToEndAsync());
                await VacuumAsync();
                return;
            }
        }

        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
    }

    /// <summary>Signs in with the one-time password the command told, and chooses another.</summary>
    public async Task SignInAsync(string account, string told)
    {
        var oneTimePassword = OneTimePassword().Match(told).Groups["password"].Value;
        await PostAsync("/sign-in", "main form", ("Form.Name", account), ("Form.Password", oneTimePassword));
        await PostAsync("/password", "main form", ("Form.Current", oneTimePassword), ("Form.New", SignedInPassword), ("Form.Again", SignedInPassword));
    }

    public string At(string path) => new Uri(address, path).ToString();

    public async Task<IHtmlDocument> GetAsync(string path) => await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address, path)));

    /// <summary>Fills in a form and sends it; answers the address it led to.</summary>
    public async Task<string> PostAsync(string path, string form, params (string Name, string Value)[] values)
    {
        var page = await GetAsync(path);
        var found = (IHtmlFormElement)page.QuerySelector(form)!;
        var fields = found.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>()
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri(address, found.GetAttribute("action") ?? path), content);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (server is not null)
        {
            using var stop = Process.Start("kill", ["-INT", $"{server.Id}"]); // as Ctrl+C would, so that the database is stopped with it
            await server.WaitForExitAsync();
            await drained;
            server.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private async Task VacuumAsync()
    {
        await using var cluster = await PrivateCluster.OpenAsync(Data);
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString("tracker"));
        await using var vacuum = database.CreateCommand("vacuum analyze");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Web.Commands.CommandLine).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TRACKER_DATA"] = Data;
        start.Environment.Remove("TRACKER_DB");
        return Process.Start(start)!;
    }

    [GeneratedRegex("一次性密码：(?<password>[a-z0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneTimePassword();

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
