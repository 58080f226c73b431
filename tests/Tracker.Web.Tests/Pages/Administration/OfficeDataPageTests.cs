using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tracker.Domain.Offices;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Administration;

public sealed class OfficeDataPageTests(PrivateClusterFixture cluster)
{
    private const string Data = $"/offices/{TestTracker.Office}/office-data";

    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task A_new_name_and_the_contact_stand_on_every_page_and_the_old_name_in_the_history()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        Assert.DoesNotContain("联系", (await browser.PageAsync(ThePage.Of(id, "acknowledgement"))).Text(".letter"));

        var form = await browser.PageAsync(Data);
        (string, string)[] typed =
        [
            ("Form.Name", "样例新机关"), ("Form.NamedOn", "2026-03-01"), ("Form.Address", " 样例路1号 "),
            ("Form.Postcode", "000000"), ("Form.Telephone", "000-00000000"),
        ];
        using var saved = await browser.SubmitAsync(Data, form, typed);
        var page = await browser.FollowAsync(saved);
        using var again = await browser.SubmitAsync(Data, form, typed);

        Assert.Contains("已保存机关资料。", page.Text(".banner"));
        Assert.Equal("样例新机关", page.Text(".top .office"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(
            [
                new OfficeOpened(TestTracker.Office, TestTracker.OfficeName, new(2026, 1, 1)),
                new OfficeRenamed("样例新机关", new(2026, 3, 1)),
                new OfficeContactSet(Today, "样例路1号", "000000", "000-00000000"),
            ],
            await EventsAsync(tracker));
        var history = page.Text("tbody");
        Assert.All(new[] { "启用，名称为“样例机关”。", "更名为“样例新机关”。", "2026年3月1日", "2026-03-10 09:00", "测试员" }, part => Assert.Contains(part, history));
        var letter = (await browser.PageAsync(ThePage.Of(id, "acknowledgement"))).Text(".letter");
        Assert.Contains("联系地址：样例路1号（邮政编码：000000）；联系电话：000-00000000。", letter);
        Assert.Contains("样例新机关", letter);
        var home = (await browser.PageAsync("/")).Text(".offices");
        Assert.Contains("样例新机关", home);
        Assert.Contains("另一机关", home);
        Assert.Empty(await FindingsAsync(tracker));
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_written()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        (string Field, string Value, string Sentence)[] wrong =
        [
            ("Form.Name", "", "请填写机关名称。"),
            ("Form.Name", new('局', 101), "不能超过 100 个字。"),
            ("Form.NamedOn", "2025-12-31", "日期不能早于2026年1月1日，也不能晚于今天（2026年3月10日）。"),
            ("Form.NamedOn", "2026-03-11", "也不能晚于今天（2026年3月10日）。"),
            ("Form.NamedOn", "35", "看不懂这个日期。"),
            ("Form.Postcode", "1234", "邮政编码是六位数字。"),
            ("Form.Telephone", "1\n2", "联系电话不能含有换行等控制字符。"),
            ("Form.Address", new('路', 201), "不能超过 200 个字。"),
        ];
        foreach (var (field, value, sentence) in wrong)
        {
            using var refused = await browser.FillInAsync(Data, [("Form.Name", "样例新机关"), (field, value)]);
            var page = await Browsing.PageOfAsync(refused);
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, refused.StatusCode));
            Assert.Contains(sentence, page.Text($".errors a[href='#{field.Replace('.', '_')}']"));
        }

        Assert.Contains("与现在登记的相同，没有改动。", (await browser.FollowAsync(await browser.FillInAsync(Data))).Text(".banner"));
        Assert.Single(await EventsAsync(tracker));
    }

    [Fact]
    public async Task Of_two_administrators_the_second_is_told_and_keeps_what_was_typed()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var seen = await browser.PageAsync(Data);
        await browser.FollowAsync(await browser.FillInAsync(Data, ("Form.Telephone", "000-00000001")));

        using var conflict = await browser.SubmitAsync(Data, seen, ("Form.Name", "样例新机关"));
        var page = await Browsing.PageOfAsync(conflict);
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("您在另一个窗口已经改动了本机关的资料", page.Text(".errors h2"));
        Assert.Contains("测试员：联系电话：000-00000001。", page.Text(".errors li"));
        await browser.FollowAsync(await browser.SubmitAsync(Data, page));

        Assert.Equal("样例新机关", (await tracker.Services.GetRequiredService<OfficeList>().FindAsync(TestTracker.Office, default))!.Name);
    }

    [Fact]
    public async Task The_pages_rename_no_other_office_than_their_transaction_s()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        await using var connection = await tracker.Services.GetRequiredService<Book>().Database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(TestTracker.Office));
        batch.BatchCommands.Add(new("update offices set name = '甲'"));
        await batch.ExecuteNonQueryAsync();

        var offices = await tracker.Services.GetRequiredService<OfficeList>().AllAsync(default);
        Assert.Equal(["另一机关", "甲"], offices.Select(office => office.Name).Order(StringComparer.Ordinal));
    }

    internal static async Task<IEnumerable<OfficeEvent>> EventsAsync(TestTracker tracker)
    {
        var key = new StreamKey(TestTracker.Office, StreamIds.Office(TestTracker.Office));
        return (await tracker.Services.GetRequiredService<OfficeStore>().LoadAsync(key, default)).Events.Select(recorded => recorded.Event);
    }

    private static async Task<IEnumerable<BookFinding>> FindingsAsync(TestTracker tracker)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(tracker.Worker, default);
        await OfficeList.VerifyAsync(snapshot, findings, default);
        return findings.All;
    }
}
