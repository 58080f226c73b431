using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>The main job as a clerk walks it: log, supplement, extend, answer, and watch section three change.</summary>
public sealed class MainJobTests(DemoTracker tracker)
{
    private const string Office = "泉州市统计局";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_goes_in_and_the_table_comes_out(bool script)
    {
        var page = await tracker.WindowAsync(script: script);
        var year = TimeProvider.System.GetUtcNow().AddHours(8).Year;
        var before = await FiguresAsync(page, year);

        await page.GotoAsync(tracker.Address);
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Office }).GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByLabel("当面").CheckAsync();
        await page.GetByLabel("申请人类别").SelectOptionAsync(new SelectOptionValue { Label = "科研机构" });
        await page.GetByLabel("申请人姓名或者名称").FillAsync("样例研究所");
        await page.GetByLabel("联系方式").FillAsync("000-0000-0009");
        await page.GetByLabel("申请公开的内容").FillAsync("样例申请内容");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记，登记编号");
        var registered = await FiguresAsync(page, year, keepPage: true);
        Assert.Equal((before.New + 1, before.Open + 1, before.Answered), registered);

        await ActAsync(page, "通知补正", ("需要补正的事项", "请写明年份"), "办理期限停止计算");
        await Assertions.Expect(page.GetByText("待补正（期限停止计算）")).ToBeVisibleAsync();
        await ActAsync(page, "登记收到补正", ("补正内容（可不填）", "二〇二五年"), "办理期限重新计算");
        await ActAsync(page, "登记已批准的延期", ("延期理由", "需要向多个单位核实"), "已登记延期答复");

        await page.GetByRole(AriaRole.Link, new() { Name = "登记答复" }).ClickAsync();
        await page.GetByLabel("经检索没有所申请公开信息").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步", Exact = true }).ClickAsync();
        await page.GetByLabel("检索人").FillAsync("样例科");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记答复，申请办结。");

        var after = await FiguresAsync(page, year);
        Assert.Equal((before.New + 1, before.Open, before.Answered + 1), after);
        await page.Locator("tr[data-row=unable_not_held] td").Nth(2).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync($"{after.Answered}");
        Assert.Equal(after.Answered, await page.Locator(".list tbody tr").CountAsync());
    }

    [Theory]
    [InlineData("当面", "")]
    [InlineData("信函（挂号信、EMS）", "签收日期|公开机构收到日期|确认日期")]
    [InlineData("平信", "到达日期|确认日期")]
    [InlineData("网络", "确认日期")]
    [InlineData("传真", "确认日期")]
    [InlineData("电子邮件", "确认日期")]
    public async Task The_channel_decides_which_dates_are_asked_without_script(string channel, string asked)
    {
        var page = await tracker.WindowAsync(script: false);
        await page.GotoAsync(tracker.Address + "/offices/quanzhou-statistics/requests/new");

        await page.GetByText(channel, new() { Exact = true }).ClickAsync();

        string[] all = ["签收日期", "公开机构收到日期", "到达日期", "确认日期"];
        foreach (var label in all)
        {
            Assert.Equal(asked.Split('|').Contains(label), await page.GetByLabel(label, new() { Exact = true }).IsVisibleAsync());
        }
    }

    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        var page = await tracker.WindowAsync(width: 390);
        foreach (var path in new[] { "/", "/offices/quanzhou-statistics/requests", "/offices/quanzhou-statistics/requests/new", "/offices/quanzhou-statistics/annual-reports/2022/section-three" })
        {
            await page.GotoAsync(tracker.Address + path);
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.register')].every(list => list.scrollWidth <= list.parentElement.clientWidth)"), path);
        }
    }

    private static async Task ActAsync(IPage page, string act, (string Label, string Text) typed, string banner)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        await page.GetByLabel(typed.Label).FillAsync(typed.Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(banner);
    }

    /// <summary>新收, 结转下年度 and 本机关不掌握 of 科研机构, as section three of the year shows them.</summary>
    private async Task<(int New, int Open, int Answered)> FiguresAsync(IPage page, int year, bool keepPage = false)
    {
        var here = page.Url;
        await page.GotoAsync($"{tracker.Address}/offices/quanzhou-statistics/annual-reports/{year}/section-three");
        var figures = (await FigureAsync("new"), await FigureAsync("carried_out"), await FigureAsync("unable_not_held"));
        if (keepPage)
        {
            await page.GotoAsync(here);
        }

        return figures;

        async Task<int> FigureAsync(string row) =>
            int.Parse(await page.Locator($"tr[data-row={row}] td").Nth(2).InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
