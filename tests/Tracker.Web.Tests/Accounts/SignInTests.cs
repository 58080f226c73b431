using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Tests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Tests.Accounts;

public sealed class SignInTests(PrivateClusterFixture cluster)
{
    private const string Chosen = "一个只有我知道的密码";

    [Fact]
    public async Task At_the_first_sign_in_the_one_time_password_is_changed_before_anything_else_and_the_other_sessions_end()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var oneTime = await AddAsync(tracker, "样例甲", Role.Registrar);
        using var browser = tracker.Browser(account: null);
        using var other = tracker.Browser(account: null);

        await SignInAsync(browser, "样例甲", oneTime);
        await SignInAsync(other, "样例甲", oneTime);
        using var early = await browser.GetAsync(ThePage.Register);
        Assert.Equal("/password", early.Headers.Location!.ToString());
        Assert.Contains("一次性密码", (await browser.PageAsync("/password")).Text(".notice"));

        var home = await browser.FollowAsync(await browser.FillInAsync(
            "/password", ("Form.Current", oneTime), ("Form.New", Chosen), ("Form.Again", Chosen)));

        Assert.Contains("密码已修改。", home.Text(".banner"));
        Assert.Contains("样例机关", home.Text("main"));
        await browser.PageAsync(ThePage.Register);
        using var ended = await other.GetAsync(ThePage.Register);
        Assert.StartsWith("/sign-in", ended.Headers.Location!.ToString());
        using var old = await other.FillInAsync("/sign-in", ("Form.Name", "样例甲"), ("Form.Password", oneTime));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Theory]
    [InlineData("样例甲", "错误的密码", "账号或者密码不对。")]
    [InlineData("没有这个人", "错误的密码", "账号或者密码不对。")]
    [InlineData("", "错误的密码", "请填写账号。")]
    [InlineData("样例甲", "", "请填写密码。")]
    public async Task What_does_not_fit_is_refused_and_says_as_little_about_nobody_as_about_somebody(string name, string password, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        await AddAsync(tracker, "样例甲", Role.Registrar);
        using var browser = tracker.Browser(account: null);

        using var refused = await browser.FillInAsync("/sign-in", ("Form.Name", name), ("Form.Password", password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOfAsync(refused);
        Assert.Contains(sentence, page.Text(".errors"));
        Assert.Equal("", page.QuerySelector("[name='Form.Password']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_and_after_thirty_attempts_nobody_is_listened_to()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var right = await AddAsync(tracker, "样例甲", Role.Registrar);
        using var browser = tracker.Browser(account: null);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await browser.FillInAsync("/sign-in", ("Form.Name", "样例甲"), ("Form.Password", "错误的密码"));
        }

        using var locked = await browser.FillInAsync("/sign-in", ("Form.Name", "样例甲"), ("Form.Password", right));
        Assert.Contains("密码连续输错 5 次，账号已锁定，请 15 分钟后再试。", (await Browsing.PageOfAsync(locked)).Text(".errors"));

        var form = await browser.PageAsync("/sign-in");
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 40; attempt++)
        {
            using var more = await browser.SubmitAsync("/sign-in", form, ("Form.Name", "没有这个人"), ("Form.Password", "错误的密码"));
            statuses.Add(more.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Theory]
    [InlineData("/offices/test-office/requests", "/offices/test-office/requests")]
    [InlineData("https://example.com/", "/")]
    [InlineData("//example.com/", "/")]
    [InlineData("/\\example.com", "/")]
    public async Task After_the_sign_in_one_is_where_one_wanted_to_be_and_never_at_another_site(string returnUrl, string address)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var password = await AddAsync(tracker, "样例甲", Role.Registrar);
        using var browser = tracker.Browser(account: null);

        using var done = await browser.FillInAsync(
            $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", ("Form.Name", "样例甲"), ("Form.Password", password));

        Assert.Equal(address, done.Headers.Location!.ToString());
        var cookie = Assert.Single(done.Headers.GetValues("Set-Cookie"), value => value.StartsWith("tracker.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain("expires=", cookie);
    }

    [Fact]
    public async Task A_name_is_found_in_full_width_and_capital_letters_and_belongs_to_one_person()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var password = await AddAsync(tracker, "Yangli1", Role.Registrar);
        using var browser = tracker.Browser(account: null);

        await SignInAsync(browser, "ＹＡＮＧＬＩ１", password);

        await using var scope = tracker.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<People>().AddAsync("yangli1", "样例乙", [], by: null, default));
    }

    [Fact]
    public async Task Whoever_signs_out_has_to_sign_in_again()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var page = await browser.PageAsync(ThePage.Register);

        using var signedOut = await browser.PostAsync("/sign-out", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", page.QuerySelector(".who [name=__RequestVerificationToken]")!.GetAttribute("value")!)]));

        Assert.Equal("/sign-in", signedOut.Headers.Location!.ToString());
        using var again = await browser.GetAsync(ThePage.Register);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task The_first_start_makes_one_administrator_and_no_later_one_another()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        await using var scope = tracker.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<People>();

        var (name, password) = (await people.FirstAdministratorAsync(default))!.Value;

        Assert.Null(await people.FirstAdministratorAsync(default));
        using var browser = tracker.Browser(account: null);
        await SignInAsync(browser, name, password);
    }

    /// <summary>Adds somebody to the test's office; answers the one-time password.</summary>
    internal static async Task<string> AddAsync(TestTracker tracker, string name, params Role[] roles)
    {
        await using var scope = tracker.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<People>().AddAsync(
            name, name, roles.Select(role => new OfficeRole(TestTracker.Office, role)), by: null, default);
        return added!.Value.Password;
    }

    internal static async Task SignInAsync(HttpClient browser, string name, string password)
    {
        using var done = await browser.FillInAsync("/sign-in", ("Form.Name", name), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }
}
