using System.Net;
using Tracker.Tests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Tests.Accounts;

public sealed class PeoplePagesTests(PrivateClusterFixture cluster)
{
    private const string People = $"/offices/{TestTracker.Office}/people";

    [Fact]
    public async Task An_administrator_adds_somebody_whose_password_is_shown_once_and_every_step_is_audited()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var admin = await AdminAsync(tracker);

        using var added = await admin.FillInAsync(
            People, ("Form.Name", "yangli"), ("Form.DisplayName", "样例甲"), ("Form.Roles", nameof(Role.Registrar)));
        var page = await Browsing.PageOfAsync(added);
        var password = page.Text("#one-time");

        Assert.Contains("登记员", page.Text("tbody"));
        Assert.Contains("还没有修改一次性密码", page.Text("tbody"));
        Assert.DoesNotContain(password, (await admin.PageAsync(People)).Body!.TextContent);
        using var browser = tracker.Browser(account: null);
        await SignInTests.SignInAsync(browser, "yangli", password);
        var audit = (await admin.PageAsync($"/offices/{TestTracker.Office}/audit")).Text("tbody");
        Assert.All(new[] { "登录", "调整角色", "新建账户" }, step => Assert.Contains(step, audit));
        Assert.Contains("测试员", audit);
    }

    [Fact]
    public async Task A_role_that_is_taken_and_an_account_that_is_disabled_count_with_the_next_request()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var admin = await AdminAsync(tracker);
        var account = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Registrar)]);
        using var browser = tracker.Browser(account);
        await browser.PageAsync(ThePage.Register + "/new");

        await admin.FollowAsync(await SetRolesAsync(admin, account, Role.Supervisor));
        using var forbidden = await browser.GetAsync(ThePage.Register + "/new");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("您的角色不能使用这个页面。", (await Browsing.PageOfAsync(forbidden)).Text("h1"));

        await admin.FollowAsync(await PostAsync(admin, account, "State"));
        using var ended = await browser.GetAsync(ThePage.Register);
        Assert.StartsWith("/sign-in", ended.Headers.Location!.ToString());
        Assert.Contains("已停用", (await admin.PageAsync(People)).Text("tbody"));
    }

    [Fact]
    public async Task Who_belongs_to_another_office_too_keeps_the_password_and_nobody_locks_himself_out()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        var self = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Administrator)]);
        using var admin = tracker.Browser(self);
        var shared = await tracker.NewAccountAsync([new(TestTracker.Office, Role.Registrar), new("other-office", Role.Handler)]);
        var stranger = await tracker.NewAccountAsync([new("other-office", Role.Handler)]);

        using var reset = await PostAsync(admin, shared, "Password");
        using var disabled = await PostAsync(admin, shared, "State");
        using var looked = await admin.GetAsync($"{People}/{stranger.Id}");
        using var own = await SetRolesAsync(admin, self, Role.Registrar);
        using var ownState = await PostAsync(admin, self, "State");

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity],
            [reset.StatusCode, disabled.StatusCode, looked.StatusCode, own.StatusCode, ownState.StatusCode]);
        Assert.Contains("不能取消自己的管理员角色", (await Browsing.PageOfAsync(own)).Text(".errors"));
    }

    [Theory]
    [InlineData("Form.Name", "有 空格", "账号不能有空格。")]
    [InlineData("Form.Name", "", "请填写账号。")]
    [InlineData("Form.DisplayName", "", "请填写姓名。")]
    [InlineData("Form.Roles", "Nobody", "填写的内容无法识别")]
    public async Task Bad_input_is_refused_at_its_field(string field, string value, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var admin = await AdminAsync(tracker);

        using var refused = await admin.FillInAsync(
            People, [("Form.Name", "yangli"), ("Form.DisplayName", "样例甲"), ("Form.Roles", nameof(Role.Registrar)), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text(".errors"));
        Assert.DoesNotContain("yangli", (await admin.PageAsync(People)).Text("tbody"));
    }

    private static async Task<HttpClient> AdminAsync(TestTracker tracker) =>
        tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.Administrator)]));

    private static async Task<HttpResponseMessage> SetRolesAsync(HttpClient admin, Account account, params Role[] roles) => await admin.PostAsync(
        $"{People}/{account.Id}",
        new FormUrlEncodedContent([await TokenAsync(admin, account), .. roles.Select(role => KeyValuePair.Create("Form.Roles", role.ToString()))]));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient admin, Account account, string handler) =>
        await admin.PostAsync($"{People}/{account.Id}?handler={handler}", new FormUrlEncodedContent([await TokenAsync(admin, account)]));

    private static async Task<KeyValuePair<string, string>> TokenAsync(HttpClient admin, Account account) => new(
        "__RequestVerificationToken",
        (await admin.PageAsync($"{People}/{account.Id}")).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!);
}
