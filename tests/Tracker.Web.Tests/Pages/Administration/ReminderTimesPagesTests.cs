using System.Net;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.Tests;
using Tracker.Web.Pages;

namespace Tracker.Web.Tests.Pages.Administration;

public sealed class ReminderTimesPagesTests(PrivateClusterFixture cluster)
{
    private static readonly string Times = Addresses.ReminderTimes(TestTracker.Office);
    private static readonly string Answer = Addresses.ReminderTimes(TestTracker.Office, DueMatter.Answer);

    [Fact]
    public async Task The_times_of_a_matter_are_set_and_what_is_wrong_stands_at_its_field()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var list = await browser.PageAsync(Times);
        Assert.Equal(Enum.GetValues<DueMatter>().Length, list.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("提前 5、2 个工作日和当日，逾期后每个工作日；科室负责人自提前 2 个工作日起，公开机构负责人自当日起", list.Text("tbody"));
        using var unknown = await browser.GetAsync($"{Times}/Nothing");
        using var number = await browser.GetAsync($"{Times}/99");
        using var first = await browser.GetAsync($"{Times}/0"); // a number is no matter's address
        Assert.All(new[] { unknown, number, first }, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        (string Field, string Value, string Sentence)[] wrong =
        [
            ("Form.Before", "5、x", "提前的工作日数应为 0 至 30 的整数"),
            ("Form.Before", "31", "提前的工作日数应为 0 至 30 的整数"),
            ("Form.Before", "-1", "提前的工作日数应为 0 至 30 的整数"),
            ("Form.Before", "", "至少要有一个提醒的时点"),
            ("Form.OfficeHeadFrom", "10", "公开机构负责人不能早于科室负责人收到提醒。"),
            ("Form.UnitHeadFrom", "x", ""),
        ];
        foreach (var (field, value, sentence) in wrong)
        {
            using var refused = await browser.FillInAsync(Answer, ("Form.EachDayAfter", "false"), (field, value));
            Assert.Equal((value, HttpStatusCode.UnprocessableEntity), (value, refused.StatusCode));
            Assert.Contains(sentence, (await Browsing.PageOfAsync(refused)).Text($".errors a[href='#{field.Replace('.', '_')}']"));
        }

        var set = await browser.FollowAsync(await browser.FillInAsync(
            Answer, ("Form.Before", "３，10 0"), ("Form.EachDayAfter", "true"), ("Form.UnitHeadFrom", "0"), ("Form.OfficeHeadFrom", "-2")));

        Assert.Contains("已设定“答复期限”的提醒时点。", set.Text(".banner"));
        Assert.Contains("提前 10、3 个工作日和当日，逾期后每个工作日；科室负责人自当日起，公开机构负责人自逾期第 2 个工作日起", set.Text("tbody"));
        var fact = Assert.IsType<ReminderTimesSet>((await OfficeDataPageTests.EventsAsync(tracker)).Last());
        Assert.Equal([10, 3, 0], fact.Before);
        Assert.Equal((DueMatter.Answer, true, new DateOnly(2026, 3, 10), 0, -2), (fact.Matter, fact.EachDayAfter, fact.SetOn, fact.UnitHeadFrom, fact.OfficeHeadFrom));
        Assert.Equal("10、3、0", (await browser.PageAsync(Answer)).QuerySelector("input[name='Form.Before']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_nature_of_the_office_is_set_once()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();

        var set = await browser.FollowAsync(await browser.FillInAsync(Times, ("Form.Nature", "Government")));
        var events = (await OfficeDataPageTests.EventsAsync(tracker)).Count();
        foreach (var page in new[] { Times, Answer })
        {
            var same = await browser.FollowAsync(await browser.FillInAsync(page, ("Form.EachDayAfter", "true")));
            Assert.Contains("与现在登记的相同，没有改动。", same.Text(".banner"));
        }

        Assert.Contains("已登记机关性质。", set.Text(".banner"));
        Assert.Contains("机关性质为人民政府。", set.Text("main"));
        Assert.Equal(new OfficeNatureSet(OfficeNature.Government, new(2026, 3, 10)), (await OfficeDataPageTests.EventsAsync(tracker)).Last());
        Assert.Equal(events, (await OfficeDataPageTests.EventsAsync(tracker)).Count());
    }
}
