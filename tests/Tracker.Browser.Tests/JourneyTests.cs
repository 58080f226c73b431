using System.Globalization;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>What the people of an office do in a day, each in a window of their own.</summary>
public sealed class JourneyTests(DemoTracker tracker)
{
    private const string Office = "/offices/quanzhou-digital";

    [Fact]
    public async Task Whoever_signs_in_first_chooses_a_password_and_makes_an_account_that_has_to_do_so_too()
    {
        var page = await tracker.WindowAsync(account: null);
        await page.SignInAsync(tracker.Address, "admin", tracker.FirstPassword);
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("一次性密码");
        await page.Field("现在的密码").FillAsync(tracker.FirstPassword);
        await page.Field("新密码").FillAsync("yangli-mima-2026");
        await page.Field("再填一次新密码").FillAsync("yangli-mima-2026");
        await page.PressAsync("修改");
        await page.GotoAsync(tracker.Address + Office + "/people");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("人员");
        var stranger = await tracker.WindowAsync(account: null);
        await stranger.SignInAsync(tracker.Address, "admin", tracker.FirstPassword);
        await Assertions.Expect(stranger.Locator(".errors")).ToContainTextAsync("账号或者密码不对");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_of_each_way_of_arrival_is_registered_with_its_own_dates(bool script)
    {
        var page = await tracker.WindowAsync("登记", script);
        await page.GotoAsync(tracker.Address + Office + "/today");

        await page.RegisterAsync("当面");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("条例第三十一条第一项");
        await page.RegisterAsync("信函（挂号信、EMS）", ("提交日期", "前天"), ("签收日期", "昨天"));
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("以签收之日为收到之日");
        await page.RegisterAsync("平信", ("提交日期", "前天"), ("到达日期", "昨天"), ("确认日期", "今天"));
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("以与申请人确认之日为收到之日");
        await page.RegisterAsync("网络");
        await Assertions.Expect(page.Locator(".marks").First).ToContainTextAsync("确认日期");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Several_people_bring_a_request_to_its_answer_and_section_three_counts_it(bool script)
    {
        var year = TimeProvider.System.GetUtcNow().AddHours(8).Year;
        var (registrar, handler, head, signatory) = (
            await tracker.WindowAsync("登记", script), await tracker.WindowAsync("经办", script), await tracker.WindowAsync("公开", script), await tracker.WindowAsync("签发", script));
        var before = await CountAsync(head, year, "unable_not_held");
        await registrar.GotoAsync(tracker.Address + Office + "/today");
        var address = await registrar.RegisterAsync("当面");

        await handler.GotoAsync(address);
        await handler.ActAsync("通知补正", "办理期限停止计算", typed: ("需要补正的事项", "请写明年份"));
        await Assertions.Expect(handler.GetByText("待补正（期限停止计算）")).ToBeVisibleAsync();
        await handler.ActAsync("登记收到补正", "办理期限重新计算", typed: ("补正内容（可不填）", "二〇二五年"));
        await handler.OpenAsync("征求意见");
        await handler.GetByText("第三方", new() { Exact = true }).ClickAsync();
        await handler.Field("被征求意见方").FillAsync("样例公司");
        await handler.PressAsync("保存");
        await handler.SaysAsync("征求意见");
        await Assertions.Expect(handler.GetByText("征求意见中（不计入期限）")).ToBeVisibleAsync();

        await handler.ActAsync("延期报批", "已登记延期报批", typed: [("拟延长工作日数", "10"), ("延期理由", "需要向多个单位核实")]);
        await head.GotoAsync(tracker.Address + Office + "/approvals");
        await head.Locator(".desk .number").First.ClickAsync();
        await Assertions.Expect(head.Locator(".facts").First).ToContainTextAsync("样例申请内容");
        await head.PressAsync("批准");
        await head.SaysAsync("已登记批准延期");

        await handler.GotoAsync(address);
        await handler.OpenAsync("拟稿");
        await handler.Locator("#ground-not_existing").CheckAsync();
        await handler.Field("答复稿（可不填）").FillAsync("样例答复稿");
        await handler.PressAsync("保存");
        await handler.SaysAsync("已登记拟稿");
        await handler.ActAsync("送审", "已登记送审");
        await signatory.GotoAsync(tracker.Address + Office + "/approvals");
        await signatory.Locator(".desk .number").First.ClickAsync();
        await Assertions.Expect(signatory.Locator("main")).ToContainTextAsync("样例答复稿");
        await signatory.PressAsync("批准");
        await signatory.SaysAsync("已登记审批通过");

        await handler.GotoAsync(address);
        await handler.ActAsync("印发", "已登记印发");
        await handler.OpenAsync("登记答复");
        await handler.GetByLabel("检索人").FillAsync("样例科");
        await handler.PressAsync("保存");
        await handler.SaysAsync("已登记答复，申请办结。");

        Assert.Equal(before + 1, await CountAsync(head, year, "unable_not_held"));
    }

    [Fact]
    public async Task Of_two_who_work_on_one_case_the_second_is_told_what_the_first_did_and_keeps_what_was_typed()
    {
        var (one, other) = (await tracker.WindowAsync(), await tracker.WindowAsync("经办"));
        await one.GotoAsync(tracker.Address + Office + "/today");
        var address = await one.RegisterAsync("当面");
        await one.OpenAsync("通知补正");
        await one.Field("需要补正的事项").FillAsync("请写明文号");
        await other.GotoAsync(address);
        await other.ActAsync("备注", "已登记备注", typed: ("备注内容", "样例备注"));

        await one.PressAsync("保存");
        await Assertions.Expect(one.Locator(".errors")).ToContainTextAsync("您打开本页后，示例经办人已经办理了这件申请");
        await Assertions.Expect(one.Field("需要补正的事项")).ToHaveValueAsync("请写明文号");
        await one.PressAsync("保存");
        await one.SaysAsync("办理期限停止计算");
    }

    [Fact]
    public async Task From_registering_to_the_answer_by_keyboard_alone()
    {
        var page = await tracker.WindowAsync();
        await page.GotoAsync(tracker.Address + Office + "/today");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page).ToHaveURLAsync(tracker.Address + Office + "/requests/new");
        await Assertions.Expect(page.Locator("#channel-InPerson")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "Form_FiledOn", "昨天");
        await Assertions.Expect(page.Locator("#foreseen")).ToContainTextAsync("答复期限");
        await TabToAsync(page, id: "Form_ApplicantKind");
        await page.Keyboard.PressAsync("ArrowDown");
        await TypeAsync(page, "Form_ApplicantName", "样例键");
        await TypeAsync(page, "Form_Contact", "000-0000-0007");
        await TypeAsync(page, "Form_Content", "样例 n / j 内容"); // keys mean letters while one types
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("已登记，登记编号");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("样例 n / j 内容");

        await page.WaitForLoadStateAsync(LoadState.Load);
        await TabToAsync(page, "登记答复");
        await page.Locator(":focus").PressAsync("Enter");
        await page.WaitForURLAsync("**/answer");
        await TabToAsync(page, id: "ground-not_existing", orRadio: true);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/answer?ground=*");
        await TypeAsync(page, "Form_SearchedBy", "样例科");
        await TabToAsync(page, "保存");
        await page.Keyboard.PressAsync("Enter");
        await page.SaysAsync("已登记答复，申请办结。");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await page.WaitForURLAsync("**/requests");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/requests/*-*");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await page.PressAsync("停用快捷键");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page).Not.ToHaveURLAsync(tracker.Address + Office + "/requests/new");
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        var page = await tracker.WindowAsync(width: 390);
        await page.GotoAsync(tracker.Address + Office + "/today");
        var address = await page.RegisterAsync("当面");
        foreach (var path in new[] { "", "/supplement-notice", "/answer", "/answer-draft", "/consultation", "/acknowledgement" })
        {
            await page.GotoAsync(address + path);
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    /// <summary>Goes on with Tab until a field has the focus, and types into it.</summary>
    private static async Task TypeAsync(IPage page, string id, string text)
    {
        await TabToAsync(page, id: id);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(IPage page, string? text = null, string? id = null, bool orRadio = false)
    {
        for (var presses = 0; presses < 200; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (tag, at, said) = (
                await page.EvaluateAsync<string>("document.activeElement.type ?? ''"),
                await page.EvaluateAsync<string>("document.activeElement.id"),
                await page.EvaluateAsync<string>("document.activeElement.textContent.trim()"));
            if ((id is not null && at == id) || (text is not null && said == text))
            {
                return;
            }

            if (orRadio && tag == "radio")
            {
                for (var steps = 0; steps < 60 && at != id; steps++)
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                    at = await page.EvaluateAsync<string>("document.activeElement.id");
                }

                return;
            }
        }

        Assert.Fail($"No press of Tab reaches {text ?? id}.");
    }

    private async Task<int> CountAsync(IPage page, int year, string row)
    {
        await page.GotoAsync($"{tracker.Address}{Office}/annual-reports/{year}/section-three");
        return int.Parse(await page.Locator($"tr[data-row={row}] td").Last.InnerTextAsync(), CultureInfo.InvariantCulture);
    }
}
