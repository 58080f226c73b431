using System.Net;
using AngleSharp.Html.Dom;
using Tracker.Domain.Offices;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Administration;

public sealed class UnitPagesTests(PrivateClusterFixture cluster)
{
    private const string Units = $"/offices/{TestTracker.Office}/units";

    [Fact]
    public async Task An_open_unit_is_offered_where_a_case_is_assigned_and_any_other_may_be_typed()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        Assert.Null((await browser.PageAsync(ThePage.Of(id, "assignment"))).QuerySelector("datalist"));

        var form = await browser.PageAsync(Units);
        var opened = await browser.FollowAsync(await browser.SubmitAsync(Units, form, ("Form.Name", " 法规科 "), ("Form.OpenedOn", "2026-03-01")));
        Assert.Contains("已设立“法规科”。", opened.Text(".banner"));
        await browser.FollowAsync(await browser.SubmitAsync(Units, form, ("Form.Name", "法规科"), ("Form.OpenedOn", "2026-03-01")));
        await browser.FollowAsync(await browser.FillInAsync(Units, ("Form.Name", "办公室")));
        var closing = await browser.FollowAsync(await browser.FillInAsync($"{Units}/2", ("Form.ClosedOn", "2026-03-10")));

        Assert.Contains("已撤销“办公室”。", closing.Text(".banner"));
        Assert.Contains("撤销“办公室”。", closing.QuerySelectorAll("table")[1].TextContent);
        Assert.DoesNotContain("办公室", closing.QuerySelectorAll("table")[0].TextContent);
        Assert.Equal(
            [new UnitOpened("法规科", new(2026, 3, 1)), new UnitOpened("办公室", new(2026, 3, 10)), new UnitClosed("办公室", new(2026, 3, 10))],
            (await OfficeDataPageTests.EventsAsync(tracker)).Skip(1));
        var assignment = await browser.PageAsync(ThePage.Of(id, "assignment"));
        var box = (IHtmlInputElement)assignment.QuerySelector("#Form_Unit")!;
        Assert.Equal(["法规科"], assignment.QuerySelectorAll($"datalist#{box.GetAttribute("list")} option").Select(option => option.GetAttribute("value")));
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, "assignment"), assignment, ("Form.Unit", "名单外的科")));
        Assert.Equal("名单外的科", (await tracker.StreamAsync(id)).State.Holder!.Unit);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_a_unit_that_is_not_there_is_not_found()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        await browser.FollowAsync(await browser.FillInAsync(Units, ("Form.Name", "法规科")));
        (string Page, string Field, string Value, string Sentence)[] wrong =
        [
            (Units, "Form.Name", "", "请填写科室名称。"),
            (Units, "Form.Name", "法规科", "“法规科”已经在科室名单中（2026年3月10日起）。"),
            (Units, "Form.Name", new('科', 51), "也不能超过 50 个字"),
            (Units, "Form.OpenedOn", "2026-03-11", "日期不能晚于今天（2026年3月10日）。"),
            ($"{Units}/1", "Form.ClosedOn", "2026-03-09", "日期不能早于2026年3月10日，也不能晚于今天（2026年3月10日）。"),
            ($"{Units}/1", "Form.ClosedOn", "", "请填写撤销日期。"),
        ];
        foreach (var (address, field, value, sentence) in wrong)
        {
            using var refused = await browser.FillInAsync(address, address == Units ? [("Form.Name", "办公室"), (field, value)] : [(field, value)]);
            Assert.Equal((value, HttpStatusCode.UnprocessableEntity), (value, refused.StatusCode));
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text($".errors a[href='#{field.Replace('.', '_')}']"));
        }

        using var none = await browser.GetAsync($"{Units}/2");
        using var zero = await browser.GetAsync($"{Units}/0");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, zero.StatusCode));
        Assert.Equal(2, (await OfficeDataPageTests.EventsAsync(tracker)).Count());
    }
}
