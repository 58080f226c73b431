using System.Net;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.ReadModels.Adopting;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>The calendar through its pages: consequences first, then the book; and every page follows what was adopted elsewhere.</summary>
public sealed class CalendarPagesTests(PrivateClusterFixture cluster)
{
    private const string Calendar = "/calendar";

    private const string NewYear =
        """{"year":2027,"notices":["https://www.gov.cn/1"],"days":[{"date":"2027-01-01","name":"元旦","off":true}]}""";

    private static readonly DateOnly Today = new(2026, 12, 8);
    private static readonly string OwnCalendar = $"/offices/{TestTracker.Office}/calendar";

    [Fact]
    public async Task A_notice_is_previewed_adopted_and_moves_what_every_page_shows()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-12-07"));
        Assert.Contains("2027年1月4日（暂定）", (await browser.PageAsync(ThePage.Of(id))).Text(".deadline"));

        using var preview = await browser.FillInAsync(Calendar + "?handler=Preview", ("Form.Text", NewYear));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        var page = await Browsing.PageOfAsync(preview);
        Assert.Equal("2027-01-01（星期五） 元旦：改为放假", page.Text(".changes"));
        Assert.Contains("未办结申请 1 件：答复期限变动 1 件", page.Text("#effect"));
        Assert.Contains("2027-01-04（暂定） → 2027-01-05", page.Text(".moves tbody"));
        Assert.Contains("推迟 1 日", page.Text(".moves tbody"));
        Assert.Equal(20, (await AdoptedAsync(tracker)).Version);

        using var posted = await browser.SubmitAsync(Calendar, page);
        var adopted = await browser.FollowAsync(posted);
        Assert.StartsWith("已采用2027 年的放假安排。未办结申请 1 件：答复期限变动 1 件", adopted.Text(".banner"));
        Assert.Contains("2027", adopted.Text("table.years"));
        var recorded = (await AdoptedAsync(tracker)).Adopted[^1];
        Assert.Equal(2027, Assert.IsType<HolidayNoticeAdopted>(recorded.Event).Year);
        Assert.Equal((Act.FromPage, 21L), (recorded.Source, recorded.Version));

        Assert.Contains("2027年1月5日", (await browser.PageAsync(ThePage.Of(id))).Text(".deadline"));
        Assert.DoesNotContain("暂定", (await browser.PageAsync(ThePage.Of(id))).Text(".deadline"));
        Assert.Contains("2027-01-05", (await browser.PageAsync(ThePage.Register)).Text("tbody"));
        using var again = await browser.SubmitAsync(Calendar, page);
        Assert.Equal("这次采用已经完成过，没有重复写入。", (await browser.FollowAsync(again)).Text(".banner"));
    }

    [Fact]
    public async Task A_notice_may_be_uploaded_as_a_file()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var form = (await browser.PageAsync(Calendar)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var upload = new MultipartFormDataContent
        {
            { new StringContent(form), "__RequestVerificationToken" },
            { new StringContent(NewYear), "Form.File", "2027.json" },
        };
        using var preview = await browser.PostAsync(Calendar + "?handler=Preview", upload);

        var page = await Browsing.PageOfAsync(preview);
        Assert.Equal("2027-01-01（星期五） 元旦：改为放假", page.Text(".changes"));
        Assert.Contains("2027-01-01", page.Text("textarea"));
    }

    [Theory]
    [InlineData("", "请粘贴放假安排，或者选择文件。")]
    [InlineData("{", "第 1 行：不是正确的 JSON")]
    [InlineData("""{"year":2028,"notices":["https://www.gov.cn/1"],"days":[{"date":"2028-01-01","name":"元旦","off":true}]}""", "不能采用 2028 年的放假安排")]
    [InlineData("""{"year":2027,"notices":["javascript:alert(1)"],"days":[{"date":"2027-01-01","name":"元旦","off":true}]}""", "来源（notices）应为通知的网址。")]
    [InlineData("{\"year\":2027,\"notices\":[\"https://www.gov.cn/1\"],\"days\":[\n{\"date\":\"2027-02-05\",\"name\":\"春节\",\"off\":false}]}", "第 2 行 2027-02-05（星期五）：本来就是工作日")]
    public async Task What_is_wrong_stands_at_the_field_and_nothing_is_written(string text, string sentence)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        foreach (var address in new[] { Calendar + "?handler=Preview", Calendar })
        {
            using var response = await browser.FillInAsync(address, ("Form.Text", text), ("SeenVersion", "20"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            var page = await Browsing.PageOfAsync(response);
            Assert.Contains(sentence, page.Text(".errors"));
            Assert.NotEmpty(page.Text(".fault"));
        }

        Assert.Equal(20, (await AdoptedAsync(tracker)).Version);
    }

    [Fact]
    public async Task What_was_never_looked_at_is_not_adopted_and_a_form_of_another_site_is_not_read()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();

        using var unseen = await browser.FillInAsync(Calendar, ("Form.Text", NewYear));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        Assert.Contains("请先查看采用后的变动，再采用。", (await Browsing.PageOfAsync(unseen)).Text(".errors"));
        using var forged = await browser.PostAsync(Calendar, new FormUrlEncodedContent([new("Form.Text", NewYear), new("SeenVersion", "20")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(20, (await AdoptedAsync(tracker)).Version);
    }

    [Fact]
    public async Task When_the_calendar_changed_meanwhile_the_new_consequences_are_shown_and_can_be_adopted()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-12-07"));
        using var preview = await browser.FillInAsync(Calendar + "?handler=Preview", ("Form.Text", NewYear));
        var seen = await Browsing.PageOfAsync(preview);
        await AdoptElsewhereAsync(
            tracker, new(2026, ["样例政发〔2026〕1号"], [new(new(2026, 12, 9), "样例节", Off: true)]), TestTracker.Office);

        using var conflict = await browser.SubmitAsync(Calendar, seen);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await Browsing.PageOfAsync(conflict);
        Assert.Contains("工作日历在您查看之后有了变化（现在是第 21 版），没有采用。", page.Text(".errors"));
        Assert.Contains("2027-01-05（暂定） → 2027-01-06", page.Text(".moves tbody"));
        Assert.Equal(21, (await AdoptedAsync(tracker)).Version);
        await browser.FollowAsync(await browser.SubmitAsync(Calendar, page));
        Assert.Equal(22, (await AdoptedAsync(tracker)).Version);
    }

    [Fact]
    public async Task An_office_adopts_days_of_its_own_on_its_own_page()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        await tracker.OpenOfficeAsync("second-office", "另一样例机关");
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-12-07"));
        Assert.Contains("没有。", (await browser.PageAsync(OwnCalendar)).Body!.TextContent);
        const string Own = """{"year":2026,"notices":["样例政发〔2026〕1号"],"days":[{"date":"2026-12-09","name":"样例节","off":true}]}""";

        using var preview = await browser.FillInAsync(OwnCalendar + "?handler=Preview", ("Form.Text", Own));
        var adopted = await browser.FollowAsync(await browser.SubmitAsync(OwnCalendar, await Browsing.PageOfAsync(preview)));

        Assert.StartsWith("已采用test-office 2026 年的自有安排。未办结申请 1 件：答复期限变动 1 件", adopted.Text(".banner"));
        Assert.Contains("样例政发〔2026〕1号", adopted.Text("table.years"));
        Assert.Equal(TestTracker.Office, Assert.IsType<LocalDaysAdopted>((await AdoptedAsync(tracker)).Adopted[^1].Event).Office);
        var shown = await browser.PageAsync(ThePage.Of(id));
        Assert.Contains("2027年1月5日（暂定）", shown.Text(".deadline"));
        Assert.Contains("样例节放假", shown.Text(".account"));
        Assert.Contains("样例政发〔2026〕1号", shown.Text(".account"));
        Assert.Contains("没有。", (await browser.PageAsync("/offices/second-office/calendar")).Body!.TextContent);
        using var nowhere = await browser.GetAsync("/offices/none/calendar");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_running_tracker_shows_and_writes_what_was_adopted_elsewhere()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, Today);
        using var browser = tracker.Browser();
        var open = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-12-07"));
        var closed = await ThePage.RegisterAsync(browser, ("Form.FiledOn", "2026-12-07"));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(closed, "answer?ground=not_existing"), ("Form.Ground", "not_existing"), ("Form.LeftOn", "2026-12-08"), ("Form.DocumentNumber", "1"), ("Form.Statement", "检索情况")));
        var form = await browser.PageAsync(ThePage.New);

        await AdoptElsewhereAsync(tracker, new(2027, ["https://www.gov.cn/1"], [new(new(2027, 1, 1), "元旦", Off: true)]));

        using var logged = await browser.SubmitAsync(ThePage.New, form, [.. ThePage.WalkIn, ("Form.FiledOn", "2026-12-07")]);
        Assert.Contains("答复期限：2027年1月5日。", (await browser.FollowAsync(logged)).Text(".banner"));
        Assert.Contains("2027年1月5日", (await browser.PageAsync(ThePage.Of(open))).Text(".deadline"));
        Assert.Contains("2027年1月5日", (await browser.PageAsync(ThePage.Of(open, "extension"))).Text(".effect"));
        var judged = (await browser.PageAsync(ThePage.Of(closed))).Body!.TextContent; // by the calendar of its time
        Assert.Contains("2027年1月4日（暂定）", judged);
        Assert.DoesNotContain("2027年1月5日", judged);
    }

    [Theory]
    [InlineData("2026-10-31", false)]
    [InlineData("2026-11-01", true)]
    [InlineData("2027-03-01", true)]
    public async Task From_1_November_a_missing_notice_is_said_where_dates_are_read(string today, bool said)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        using var browser = tracker.Browser();
        const string Sentence = "还没有采用 2027 年的放假安排";

        foreach (var address in new[] { "/", ThePage.Register, Calendar })
        {
            Assert.Equal(said, (await browser.PageAsync(address)).Text(".notice").Contains(Sentence, StringComparison.Ordinal));
        }

        await AdoptElsewhereAsync(tracker, new(2027, ["https://www.gov.cn/1"], [new(new(2027, 1, 1), "元旦", Off: true)]));
        foreach (var address in new[] { "/", ThePage.Register, Calendar })
        {
            Assert.DoesNotContain(Sentence, (await browser.PageAsync(address)).Body!.TextContent);
        }
    }

    private static async Task<CalendarHistory> AdoptedAsync(TestTracker tracker)
    {
        await using var connection = await tracker.Worker.Database.OpenConnectionAsync();
        return await CalendarStore.HistoryAsync(connection, default);
    }

    /// <summary>As a command of another process would.</summary>
    private static async Task AdoptElsewhereAsync(TestTracker tracker, HolidayNotice notice, string? office = null)
    {
        await using var other = tracker.Worker.As(BookRole.Worker);
        var act = new Act(CalendarStore.SystemOffice, "system:test", Guid.CreateVersion7(), Act.FromCommand, tracker.Time.Now);
        Assert.IsType<NoticeAdopted>(await new CalendarAdoption(other).AdoptAsync(new(notice, office), seen: null, act, default));
    }
}
