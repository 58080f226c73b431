using System.Net;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>What a clerk reads when the database is the trouble: what is certain, and a way to go on that loses and doubles nothing.</summary>
public sealed class DatabaseFaultTests(PrivateClusterFixture cluster)
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(Fate.LosesItsAnswer, "这件申请已经登记过，没有重复登记。")]
    [InlineData(Fate.IsLost, "已登记，登记编号 2026-0001。答复期限：2026年3月30日。")]
    public async Task A_registration_cut_at_its_commit_is_called_uncertain_and_sent_again_it_is_one_request(Fate fate, string banner)
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var tracker = await TestTracker.StartAsync(cluster, Today, proxy);
        using var browser = tracker.Browser();
        var form = await browser.PageAsync(ThePage.New);

        proxy.CutOnce(fate, "insert into mt_events"); // the commit travels with it
        using var cut = await browser.SubmitAsync(ThePage.New, form, ThePage.WalkIn);
        var page = await ExpectAsync(cut, "数据库连接中断，不能确定这一步是否已经保存。");
        Assert.Contains("再提交一次：这一页重复提交，不会重复登记。", page.Body!.TextContent);

        var shown = await browser.FollowAsync(await browser.SubmitAsync(page.MainForms()[0].GetAttribute("action")!, page));
        Assert.Equal(banner, shown.Text(".banner"));
        Assert.Contains("样例申请内容", shown.Body!.TextContent);
        Assert.Equal("1", (await browser.PageAsync(ThePage.Register)).Text("#total"));
        Assert.DoesNotContain("样例", tracker.Log);
    }

    [Theory]
    [InlineData(Fate.LosesItsAnswer)]
    [InlineData(Fate.IsLost)]
    public async Task An_act_cut_in_the_middle_is_called_uncertain_and_sent_again_it_is_one_act(Fate fate)
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        await using var tracker = await TestTracker.StartAsync(cluster, Today, proxy);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var address = ThePage.Of(id, "extension");
        var form = await browser.PageAsync(address);

        proxy.CutOnce(fate, "insert into mt_events");
        using var cut = await browser.SubmitAsync(address, form, ("Form.Reason", "样例理由 <b>\"甲\"</b>"));
        var page = await ExpectAsync(cut, "数据库连接中断，不能确定这一步是否已经保存。");

        var shown = await browser.FollowAsync(await browser.SubmitAsync(page.MainForms()[0].GetAttribute("action")!, page));
        Assert.Equal("已登记延期答复。答复期限：2026年4月28日。", shown.Text(".banner"));
        Assert.Contains("样例理由 <b>\"甲\"</b>", shown.Body!.TextContent);
        Assert.Equal(2, (await tracker.StreamAsync(id)).Version);
        Assert.DoesNotContain("样例", tracker.Log);
    }

    [Theory]
    [InlineData("53100", "数据库所在的磁盘已满，这次提交没有保存。")]
    [InlineData("53300", "数据库的连接数已满，这次提交没有保存。")]
    [InlineData("57P01", "数据库正在停止或者启动，这次提交没有保存。")]
    [InlineData("57P02", "数据库正在停止或者启动，这次提交没有保存。")]
    [InlineData("57P03", "数据库正在停止或者启动，这次提交没有保存。")]
    [InlineData("08006", "数据库连接中断，这次提交没有保存。")]
    public async Task An_error_the_server_answers_says_its_cause_and_that_nothing_is_saved(string state, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        await ExecuteAsync(
            tracker,
            $"""
            create function fail() returns trigger language plpgsql as $$ begin raise exception using errcode = '{state}'; end $$;
            create trigger fail before insert on mt_events for each row execute function fail();
            """);

        using var refused = await browser.FillInAsync(ThePage.New, ThePage.WalkIn);
        var page = await ExpectAsync(refused, sentence);
        Assert.Equal("0", (await browser.PageAsync(ThePage.Register)).Text("#total"));

        await ExecuteAsync(tracker, "drop trigger fail on mt_events");
        var shown = await browser.FollowAsync(await browser.SubmitAsync(page.MainForms()[0].GetAttribute("action")!, page));
        Assert.StartsWith("已登记，登记编号 2026-0001。", shown.Text(".banner"));
        Assert.DoesNotContain("样例", tracker.Log);
    }

    [Fact]
    public async Task A_page_whose_database_is_gone_says_so_and_is_there_again_with_it()
    {
        await using var own = new PrivateClusterFixture();
        await own.InitializeAsync();
        await using var tracker = await TestTracker.StartAsync(own, Today);
        using var browser = tracker.Browser();
        var form = await browser.PageAsync(ThePage.New);

        await own.Cluster.StopImmediatelyAsync();
        using (var cut = await browser.GetAsync(ThePage.Register))
        {
            await ExpectAsync(cut, "数据库连接中断，这一页暂时打不开。");
        }

        using (var gone = await browser.GetAsync(ThePage.Register))
        {
            Assert.Empty((await ExpectAsync(gone, "连接不上数据库，这一页暂时打不开。")).MainForms());
        }

        using var unsaved = await browser.SubmitAsync(ThePage.New, form, ThePage.WalkIn);
        var page = await ExpectAsync(unsaved, "连接不上数据库，这次提交没有保存。");
        await own.Cluster.EnsureRunningAsync();

        var shown = await browser.FollowAsync(await browser.SubmitAsync(page.MainForms()[0].GetAttribute("action")!, page));
        Assert.StartsWith("已登记，登记编号 2026-0001。", shown.Text(".banner"));
        Assert.DoesNotContain("样例", tracker.Log);
    }

    /// <summary>The page for a fault of the database, after a look at what it says.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ExpectAsync(HttpResponseMessage response, string sentence)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var page = await Browsing.PageOfAsync(response);
        Assert.Equal(sentence, page.Text("h1"));
        Assert.DoesNotContain("样例", page.Body!.TextContent);
        return page;
    }

    private static async Task ExecuteAsync(TestTracker tracker, string sql)
    {
        await using var command = tracker.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
