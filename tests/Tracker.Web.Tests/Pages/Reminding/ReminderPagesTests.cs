using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Tests;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;

namespace Tracker.Web.Tests.Pages.Reminding;

/// <summary>提醒 inside the product: the bell, one's own list, 今日待办, and the record.</summary>
public sealed class ReminderPagesTests(PrivateClusterFixture cluster)
{
    private static readonly string List = Addresses.Reminders(TestTracker.Office);

    [Fact]
    public async Task The_bell_counts_what_was_not_seen_and_the_case_opens_from_it()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var (handler, head) = (await NewAsync(tracker, Role.Handler), await NewAsync(tracker, Role.DisclosureHead));
        using var browser = tracker.Browser(handler);
        Assert.Equal("提醒", Bell(await browser.PageAsync(List)));
        Assert.Contains("没有提醒", (await browser.PageAsync(List)).Text(".empty"));
        var (id, other) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser, ("Form.ApplicantName", "样例乙")));
        await SweepAsync(tracker);
        await SweepAsync(tracker);

        var today = await browser.PageAsync(Addresses.Today(TestTracker.Office));
        Assert.Equal("提醒 2 条未看", Bell(today));
        Assert.Contains("有 2 条提醒还没有看", today.Text("main"));
        var list = await browser.PageAsync(List);
        var row = list.QuerySelectorAll(".reminders tbody tr").Single(row => row.TextContent.Contains("2026-0001", StringComparison.Ordinal));
        Assert.All(
            new[] { "补正告知期限", "2026年3月11日", "剩余1个工作日", "2026年3月9日，提前 2 个工作日", "迟到的提醒", "未看" },
            part => Assert.Contains(part, row.TextContent));
        using var opened = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(Addresses.Case(TestTracker.Office, id), opened.Headers.Location!.ToString());
        Assert.Equal("提醒 1 条未看", Bell(await browser.PageAsync(Addresses.Case(TestTracker.Office, id))));

        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(other, "withdrawal"), ("Form.WithdrawnOn", "2026-03-10"), ("Form.Statement", "样例撤回")));
        list = await browser.PageAsync(List);
        Assert.Equal("提醒", Bell(list)); // what has ended is not counted any more
        Assert.Contains("已了结", list.Text(".reminders"));

        tracker.Time.Now = tracker.Time.Now.AddDays(1);
        await SweepAsync(tracker);
        using var heads = tracker.Browser(head);
        Assert.Equal("提醒 2 条未看", Bell(await heads.PageAsync(List))); // no unit has a head, so this one stands in, and is told as such on the day
        Assert.Equal("提醒 1 条未看", Bell(await browser.PageAsync(List)));
        var seen = await browser.FollowAsync(await browser.FillInAsync(List));
        Assert.Contains("已全部标为已看。", seen.Text(".banner"));
        Assert.Equal("提醒", Bell(seen));
        Assert.DoesNotContain("未看", seen.Text(".reminders"));
    }

    [Fact]
    public async Task The_record_shows_who_was_told_of_what_and_when_and_another_s_reminder_leads_nowhere()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        var (handler, supervisor) = (await NewAsync(tracker, Role.Handler), await NewAsync(tracker, Role.Supervisor));
        using var browser = tracker.Browser(handler);
        var id = await ThePage.RegisterAsync(browser);
        var settings = tracker.Services.GetRequiredService<ChannelSettings>();
        foreach (var name in new[] { "样例二", "样例一" })
        {
            await settings.SetOfOfficeAsync(
                TestTracker.Office, new(Guid.CreateVersion7(), MessageChannel.Webhook, name, "https://hooks.example/", new string('0', 16)), tracker.Time.Now, default);
        }

        await SweepAsync(tracker);
        tracker.Time.Now = tracker.Time.Now.AddDays(1);
        await SweepAsync(tracker);
        using var looking = tracker.Browser(supervisor);
        var record = Addresses.ReminderRecord(TestTracker.Office);

        var everything = await looking.PageAsync(record);
        var one = await looking.PageAsync($"{record}?from=2026-03-11&to=2026-03-11&person={handler.Id}");
        var nobody = await looking.PageAsync($"{record}?from=2026-03-10&to=2026-03-10");
        using var wrong = await looking.GetAsync($"{record}?from=x");
        using var reversed = await looking.GetAsync($"{record}?from=2026-03-11&to=2026-03-10");
        var lead = (await looking.PageAsync(Addresses.Case(TestTracker.Office, id))).QuerySelectorAll("main a").Single(link => link.TextContent == "这件申请的提醒");
        var ofCase = await looking.PageAsync(lead.GetAttribute("href")!);
        var ofPart = await looking.PageAsync($"{record}?number=0001&p=1");
        var ofOther = await looking.PageAsync($"{record}?number=%25"); // a sign that means itself
        using var pages = await looking.GetAsync($"{record}?p=0");
        var link = (await browser.PageAsync(List)).QuerySelector(".reminders a")!.GetAttribute("href");
        using var another = await looking.GetAsync(link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reversed.StatusCode);
        var refused = await Browsing.PageOfAsync(reversed);
        Assert.Contains("起止日期颠倒：从2026年3月11日起，不能到2026年3月10日为止。", refused.Text("[data-valmsg-for=To]"));
        Assert.DoesNotContain("应发的提醒，", refused.Text("main"));
        Assert.All(new[] { ofCase, ofPart }, page => Assert.Equal(2, page.QuerySelectorAll(".reminders tbody tr").Length));
        Assert.Contains("登记编号含“2026-0001”", ofCase.Text("main"));
        Assert.Contains("没有记录", ofOther.Text(".empty"));
        Assert.Contains("2026年2月9日至2026年3月11日应发的提醒", everything.Text("main"));
        Assert.Equal(2, everything.QuerySelectorAll(".reminders tbody tr").Length);
        Assert.All(
            new[] { "2026年3月9日", "2026-0001", "补正告知期限", "2026年3月11日", "提前 2 个工作日", "测试员（科室负责人）", "2026-03-10 09:00，迟到的提醒", "未看", "样例一（Webhook）：待发；样例二（Webhook）：待发" },
            part => Assert.Contains(part, everything.QuerySelectorAll(".reminders tbody tr")[1].TextContent));
        Assert.Contains("当日", Assert.Single(one.QuerySelectorAll(".reminders tbody tr")).TextContent);
        Assert.Contains("没有记录", nobody.Text(".empty"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (wrong.StatusCode, pages.StatusCode));
        Assert.Equal(List, another.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Whoever_is_put_into_a_unit_is_told_of_its_cases_only_and_who_was_disabled_of_none()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var admin = tracker.Browser();
        var (first, second, gone) = (await NewAsync(tracker, Role.Handler), await NewAsync(tracker, Role.Handler), await NewAsync(tracker, Role.Handler));
        foreach (var unit in new[] { "样例一科", "样例二科" })
        {
            await admin.FollowAsync(await admin.FillInAsync(Addresses.Units(TestTracker.Office), ("Form.Name", unit)));
        }

        foreach (var (person, unit) in new[] { (first, "样例一科"), (second, "样例二科") })
        {
            var page = await admin.FollowAsync(await SaveAsync(admin, person, unit));
            Assert.Contains("的角色和科室。", page.Text(".banner"));
        }

        using var wrong = await SaveAsync(admin, second, "样例三科");
        Assert.Contains("所选的科室不在科室名单中", (await Browsing.PageOfAsync(wrong)).Text(".errors"));
        Assert.True((await admin.PageAsync(Addresses.Person(TestTracker.Office, first.Id))).QuerySelector("input[value=样例一科]")!.HasAttribute("checked"));
        Assert.Contains("调整所在科室", (await admin.PageAsync($"/offices/{TestTracker.Office}/audit")).Text("tbody"));
        await using (var disable = tracker.Owner.CreateCommand($"update accounts set disabled_at = now() where id = '{gone.Id}'"))
        {
            await disable.ExecuteNonQueryAsync();
        }

        var people = await tracker.Services.GetRequiredService<ReminderPeople>().OfAsync(TestTracker.Office, default);

        Assert.Equal(["样例一科"], people.Single(person => person.Account == first.Id).Units);
        Assert.Equal(["样例二科"], people.Single(person => person.Account == second.Id).Units);
        Assert.DoesNotContain(people, person => person.Account == gone.Id);
        Assert.Contains(people, person => person.Posts.Length == Enum.GetValues<ReminderPost>().Length); // everybody's role in every office
    }

    private static string Bell(IHtmlDocument page) =>
        string.Join(' ', page.Text(".bell").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<Account> NewAsync(TestTracker tracker, Role role) => tracker.NewAccountAsync([new(TestTracker.Office, role)]);

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient admin, Account person, string unit)
    {
        var address = Addresses.Person(TestTracker.Office, person.Id);
        var token = (await admin.PageAsync(address)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await admin.PostAsync(address, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("Form.Roles", nameof(Role.Handler)), new("Form.Units", unit)]));
    }

    private static Task SweepAsync(TestTracker tracker) =>
        tracker.Services.GetRequiredService<ReminderSweep>().RunAsync(tracker.Time.Now, default);
}
