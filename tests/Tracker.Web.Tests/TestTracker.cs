using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Commands;
using Tracker.Web.Wiring;

namespace Tracker.Web.Tests;

/// <summary>The product's own pages over HTTP, on a book and at a time of the test's.</summary>
internal sealed class TestTracker : WebApplicationFactory<Program>
{
    public const string Office = "test-office";
    public const string OfficeName = "样例机关";

    private readonly Book pages;

    private readonly LinesLogged log = new();

    private Account? everybody;

    private TestTracker(string database, Book pages, Book worker, SetTime time)
    {
        Owner = NpgsqlDataSource.Create(database);
        this.pages = pages;
        Worker = worker;
        Time = time;
    }

    public SetTime Time { get; }

    /// <summary>Everything the pages have logged.</summary>
    public string Log => log.ToString();

    /// <summary>The database as its owner, for damage that neither pages nor commands could do.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>The same book as commands open it; the pages see one office at a time.</summary>
    public Book Worker { get; }

    /// <summary>A tracker with one office, at nine in the morning of a day in China; its pages reach the database by way of the proxy.</summary>
    public static async Task<TestTracker> StartAsync(PrivateClusterFixture cluster, DateOnly today, CuttingProxy? proxy = null)
    {
        var copy = await cluster.CopyAsync($"tracker of {today:O}", original => OpenTheOfficeAsync(original, today));
        return await OverAsync(copy.ConnectionString, copy.Key, today, proxy?.Lead(copy.ConnectionString));
    }

    /// <summary>A tracker over the database the command line of a test works on.</summary>
    public static Task<TestTracker> OverAsync(Cli cli, DateOnly today) =>
        OverAsync(cli.Database, new MasterKeySource(Variable: null, Path.Combine(cli.DataFolder, "master.key")), today);

    public Task OpenOfficeAsync(string code, string name) => OpenOfficeAsync(Worker, code, name, Time.Now);

    /// <summary>Opens the test's office in a new database, and adopts the calendar.</summary>
    private static async Task OpenTheOfficeAsync(FilledDatabase database, DateOnly today)
    {
        await using var worker = await Book.OpenAsync(database.ConnectionString, database.Key, BookRole.Worker, default);
        var now = NineOClock(today);
        await new CalendarStore(worker).AdoptFirstAsync(now, default);
        await OpenOfficeAsync(worker, Office, OfficeName, now);
    }

    private static async Task OpenOfficeAsync(Book worker, string code, string name, DateTimeOffset now)
    {
        var act = new Act(code, "system:test", Guid.CreateVersion7(), Act.FromCommand, now);
        await new OfficeStore(worker, OfficeList.Write).ChangeAsync(
            StreamIds.Office(code), seenVersion: null, act, state => OpenOffice.Decide(state, new(code, name), new(2026, 1, 1)), default);
    }

    /// <summary>A browser without script that follows no redirect by itself, of somebody with every role in every office.</summary>
    public HttpClient Browser()
    {
        lock (log)
        {
            everybody ??= Task.Run(() => NewAccountAsync(Enum.GetValues<Role>().Select(role => new OfficeRole(OfficeRole.EveryOffice, role)))).GetAwaiter().GetResult();
        }

        return Browser(everybody);
    }

    /// <summary>The same of this account, which has signed in, or of nobody.</summary>
    public HttpClient Browser(Account? account)
    {
        var cookies = new CookieContainerHandler();
        if (account is not null)
        {
            cookies.Container.Add(new Cookie("tracker.session", CookieOf(account), "/", "localhost"));
        }

        return CreateDefaultClient(new Uri("http://localhost"), cookies);
    }

    /// <summary>An account of these roles, without a password.</summary>
    public async Task<Account> NewAccountAsync(IEnumerable<OfficeRole> roles)
    {
        using var store = new AccountStore(Worker, new(Time));
        var name = $"test-{Guid.NewGuid():N}";
        var account = new Account { Name = name, SignInName = name, DisplayName = "测试员", SecurityStamp = name, Roles = [.. roles] };
        Assert.True((await store.CreateAsync(account, default)).Succeeded);
        foreach (var office in account.Roles.GroupBy(role => role.Office))
        {
            await store.SetRolesAsync(account.Id, office.Key, [.. office.Select(role => role.Role)], default);
        }

        return account;
    }

    private string CookieOf(Account account)
    {
        var claims = Services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(
            [new(claims.UserIdClaimType, account.Id.ToString()), new(claims.UserNameClaimType, account.Name), new(claims.SecurityStampClaimType, account.SecurityStamp)],
            IdentityConstants.ApplicationScheme);
        return Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme)
            .TicketDataFormat.Protect(new(new(identity), IdentityConstants.ApplicationScheme));
    }

    public Task<LoadedStream<RequestState, RequestEvent>> StreamAsync(Guid id) =>
        Services.GetRequiredService<RequestStore>().LoadAsync(new StreamKey(Office, id), default);

    protected override IHostBuilder CreateHostBuilder() => new HostBuilder().ConfigureWebHost(web => web
        .UseContentRoot(AppContext.BaseDirectory)
        .UseWebRoot("wwwroot")
        .ConfigureServices(services =>
        {
            services.AddTracker(pages, Worker, Time);
            services.AddTrackerPages();
            services.AddLogging(logging => logging.AddProvider(log));
        })
        .Configure(app => app.UseTracker()));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            pages.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Worker.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Owner.Dispose();
            log.Dispose();
        }
    }

    private static DateTimeOffset NineOClock(DateOnly day) => new(day.ToDateTime(new(9, 0)), TimeSpan.FromHours(8));

    private static async Task<TestTracker> OverAsync(string database, MasterKeySource key, DateOnly today, string? lead = null)
    {
        var time = new SetTime(NineOClock(today));
        var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        await new CalendarStore(worker).AdoptFirstAsync(time.Now, default);
        return new(database, await Book.OpenAsync(lead ?? database, key, BookRole.Web, default), worker, time);
    }
}

/// <summary>Reading and filling pages as a person would.</summary>
internal static class Browsing
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        return await PageOfAsync(response);
    }

    public static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Fills in the page's post form over what it shows, and sends it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, string address, IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = page.MainForms().Single(form => form.Method == "post");
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            var (name, value) = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => (null, null),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                IHtmlSelectElement select => (select.Name, select.Value),
                _ => (null, (string?)null),
            };
            if (name is not null)
            {
                fields[name] = value ?? "";
            }
        }

        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return await browser.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    /// <summary>Opens a page, fills it in and sends it.</summary>
    public static async Task<HttpResponseMessage> FillInAsync(this HttpClient browser, string address, params (string Name, string Value)[] typed) =>
        await browser.SubmitAsync(address, await browser.PageAsync(address), typed);

    /// <summary>The page an accepted act leads to.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this HttpClient browser, HttpResponseMessage response)
    {
        if (response.StatusCode != System.Net.HttpStatusCode.Redirect)
        {
            var page = await PageOfAsync(response);
            Assert.Fail($"{(int)response.StatusCode}: {page.QuerySelector(".errors")?.TextContent ?? page.Body!.TextContent}");
        }

        return await browser.PageAsync(response.Headers.Location!.ToString());
    }

    /// <summary>The page's own forms, without the one that signs out.</summary>
    public static List<IHtmlFormElement> MainForms(this IHtmlDocument page) => [.. page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()];

    public static string Text(this IHtmlDocument page, string selector) => page.QuerySelector(selector)?.TextContent.Trim() ?? "";
}
