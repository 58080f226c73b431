using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Playwright;
using Tracker.Domain.Requests;

namespace Tracker.Browser.Tests;

/// <summary>
/// The rules of WCAG 2.2 A and AA that a machine can check, on every page the program has, none left out. A new page is
/// found by itself and must be reachable for one of the demo's people.
/// </summary>
public sealed partial class AccessibilityTests(DemoTracker tracker)
{
    private const string Office = "quangang-statistics";

    /// <summary>Whoever may open what; the head of the disclosure office opens most.</summary>
    private static readonly string[] People = ["公开", "管理", "登记", "经办", "签发"];

    /// <summary>Files and what only a post answers are no pages.</summary>
    private static readonly string[] NoPages = ["offices/{office}/reminders/{reminder:guid}", "offices/{office}/requests/export", "offices/{office}/requests/{id:guid}/documents/{document:guid}", "sign-out"];

    /// <summary>Every address the compiled pages answer to.</summary>
    private static IEnumerable<string> Routes => typeof(Program).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), inherit: false)
        .Cast<RazorCompiledItemAttribute>()
        .SelectMany(item => item.Type.GetCustomAttributes(typeof(RazorCompiledItemMetadataAttribute), inherit: true).Cast<RazorCompiledItemMetadataAttribute>())
        .Where(data => data.Key == "RouteTemplate")
        .Select(data => data.Value.Trim('/'))
        .Except(NoPages)
        .Order(StringComparer.Ordinal);

    [Fact]
    public async Task Every_page_passes_the_rules()
    {
        var windows = new List<IPage>();
        foreach (var person in People)
        {
            windows.Add(await tracker.WindowAsync(person));
        }

        var here = await CaseAsync(windows[0]);
        var correction = await CorrectionAsync(windows[0]);
        var account = await AccountAsync(windows[1]);
        var faults = new List<string>();
        var routes = Routes.ToList();
        Assert.True(routes.Count > 80, $"Only {routes.Count} pages were found.");
        foreach (var route in routes)
        {
            var path = Filled(route, here, correction, account);
            var page = await OpenedAsync(windows, path);
            if (page is null)
            {
                faults.Add($"{path}: nobody could open it");
                continue;
            }

            await CheckAsync(page, path, isDarkToo: !route.Contains("{id:guid}/", StringComparison.Ordinal), faults);
        }

        foreach (var (state, page) in await StatesAsync(windows[0], here))
        {
            await CheckAsync(page, state, isDarkToo: true, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task The_rules_see_a_box_without_a_label_and_pale_writing()
    {
        var page = await tracker.WindowAsync(account: null);
        await page.SetContentAsync("<html lang='zh-CN'><title>样例</title><main><input><p style='color:#ccc;background:#fff'>样例</p></main></html>");

        var found = (await page.ViolationsAsync()).Select(violation => violation.Split(':')[0]);

        Assert.Equal(["color-contrast", "label"], found.Order(StringComparer.Ordinal));
    }

    /// <summary>What no address alone shows: a form with faults, each ground's fields, a long list, a closed case, who has not signed in.</summary>
    private async Task<List<(string State, IPage Page)>> StatesAsync(IPage window, string here)
    {
        var context = window.Context;
        var states = new List<(string, IPage)>();
        foreach (var ground in new[] { "disclosed", "partial", "not_existing", "state_secret" })
        {
            Assert.NotNull(Grounds.Find(ground));
            states.Add(await AtAsync($"{here}/answer?ground={ground}"));
        }

        states.Add(await AtAsync($"{tracker.Address}/offices/{Office}/requests?state=Closed"));
        states.Add(await AtAsync($"{tracker.Address}/offices/{Office}/annual-reports/2012/section-three"));
        var faulty = await AtAsync($"{tracker.Address}/offices/{Office}/requests/new");
        await faulty.Page.EvaluateAsync("document.querySelector('form.log').noValidate = true");
        await faulty.Page.PressAsync("保存并登记下一件");
        await Assertions.Expect(faulty.Page.Locator(".errors")).ToBeVisibleAsync();
        states.Add(("a form with faults", faulty.Page));
        var keys = await AtAsync($"{tracker.Address}/offices/{Office}/today");
        await keys.Page.Keyboard.PressAsync("?");
        states.Add(("the list of keys", keys.Page));
        var stranger = await tracker.WindowAsync(account: null);
        await stranger.GotoAsync(tracker.Address + "/sign-in");
        states.Add(("/sign-in of nobody", stranger));
        return states;

        async Task<(string State, IPage Page)> AtAsync(string address)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(address);
            return (address, page);
        }
    }

    /// <summary>The acts of a case share their colours, which the other pages show in the dark as well.</summary>
    private static async Task CheckAsync(IPage page, string path, bool isDarkToo, List<string> faults)
    {
        faults.AddRange((await page.ViolationsAsync()).Select(violation => $"{path}: {violation}"));
        if (isDarkToo)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange((await page.PaleAsync()).Select(violation => $"{path} (dark): {violation}"));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    private async Task<IPage?> OpenedAsync(List<IPage> windows, string path)
    {
        foreach (var window in windows)
        {
            var response = await window.GotoAsync(tracker.Address + path);
            if (response!.Ok || path.StartsWith("/faults", StringComparison.Ordinal))
            {
                return window;
            }
        }

        return null;
    }

    private async Task<string> CaseAsync(IPage page)
    {
        await page.GotoAsync($"{tracker.Address}/offices/{Office}/today");
        var address = await page.RegisterAsync("当面");
        await page.OpenAsync("征求意见");
        await page.GetByText("第三方", new() { Exact = true }).ClickAsync();
        await page.Field("被征求意见方").FillAsync("样例公司");
        await page.PressAsync("保存");
        return address;
    }

    private async Task<string> AccountAsync(IPage page)
    {
        await page.GotoAsync($"{tracker.Address}/offices/{Office}/people");
        var account = (await page.Locator("main a[href*='/people/']").First.GetAttributeAsync("href"))!.Split('/')[^1];
        await page.GotoAsync($"{tracker.Address}/offices/{Office}/units");
        await page.Locator("#Form_Name").FillAsync("样例科");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        return account;
    }

    private async Task<string> CorrectionAsync(IPage page)
    {
        await page.GotoAsync($"{tracker.Address}/offices/{Office}/record-corrections/new");
        await page.Field("当面").CheckAsync();
        await page.Field("申请人类别").SelectOptionAsync(new SelectOptionValue { Label = "自然人" });
        await page.Field("申请人姓名或者名称").FillAsync("样例乙");
        await page.Field("联系方式").FillAsync("000-0000-0002");
        foreach (var area in await page.Locator("main textarea[required]").AllAsync())
        {
            await area.FillAsync("样例内容");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).Last.ClickAsync();
        await page.SaysAsync("已登记");
        return page.Url.Split('/')[^1];
    }

    private static string Filled(string route, string here, string correction, string account) => "/" + Parameter().Replace(route, match => match.Groups["name"].Value switch
    {
        "office" => Office,
        "id" => route.Contains("record-corrections", StringComparison.Ordinal) ? correction : here.Split('/')[^1],
        "account" => account,
        "number" => "1",
        "year" => "2012",
        "code" => "404",
        "topic" => "answer",
        "matter" => "Answer",
        _ => match.Value,
    });

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
