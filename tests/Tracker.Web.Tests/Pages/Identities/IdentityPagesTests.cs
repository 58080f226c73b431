using System.Net;
using Tracker.Web.Accounts;
using Tracker.Web.Tests.Pages.Acts;
using Tracker.Web.Tests.Pages.RecordCorrections;

namespace Tracker.Web.Tests.Pages.Identities;

/// <summary>证件号码 is masked wherever it stands, and seen in full once the look is written down; 联系方式 is for those who need it.</summary>
public sealed class IdentityPagesTests(OneTracker one) : IClassFixture<OneTracker>
{
    private const string Number = "000000190001010000";
    private const string Masked = "000＊＊＊＊＊＊＊＊＊＊＊＊＊00";
    private const string Passport = "E00000001";
    private const string Phone = "000-7777-0003";
    private const string Address = "样例路三号";

    [Fact]
    public async Task It_is_masked_on_every_page_and_a_look_at_it_is_written_down_with_who_and_which()
    {
        var tracker = one.Tracker;
        using var everybody = tracker.Browser();
        var id = await WithNumbersAsync(everybody);
        var number = (await tracker.StreamAsync(id)).State.Registration!.Number;
        var reader = await tracker.NewAccountAsync([new(TestTracker.Office, Role.LegalReviewer)]);
        using var browser = tracker.Browser(reader);

        var page = await everybody.PageAsync(ThePage.Of(id));
        Assert.Contains(Masked, page.Text(".facts"));
        Assert.Contains("E00＊＊＊＊01", page.Text(".facts"));
        foreach (var noun in new[] { "", "identity", "identity-proof", "applicant-correction", "agent", "joint-applicant", "wanted-form", "answer", "answer-draft", "split", "taking-back" })
        {
            var shown = (await everybody.PageAsync(ThePage.Of(id, noun))).DocumentElement.OuterHtml;
            Assert.False(shown.Contains(Number, StringComparison.Ordinal) || shown.Contains(Passport, StringComparison.Ordinal), noun);
        }

        Assert.Equal(0L, await LooksAsync(id));
        using var seen = await browser.SubmitAsync(ThePage.Of(id, "identity"), await browser.PageAsync(ThePage.Of(id)));
        Assert.True(seen.Headers.CacheControl!.NoStore);
        var whole = await Browsing.PageOfAsync(seen);
        Assert.Contains(Number, whole.Text(".facts"));
        Assert.Contains(Passport, whole.Text(".facts"));
        Assert.Equal(1L, await LooksAsync(id, reader.Id));

        var again = await browser.PageAsync(ThePage.Of(id, "identity"));
        Assert.Contains(Masked, again.Text(".facts"));
        Assert.DoesNotContain(Number, again.DocumentElement.OuterHtml);
        Assert.Equal(1L, await LooksAsync(id));

        var audit = await everybody.PageAsync($"/offices/{TestTracker.Office}/audit");
        var row = audit.QuerySelectorAll("tbody tr").First(entry => entry.TextContent.Contains("查看完整证件号码"));
        Assert.Contains("测试员", row.TextContent);
        Assert.Equal(number, row.QuerySelector($"a[href$='{ThePage.Of(id)}']")!.TextContent);
    }

    [Fact]
    public async Task Without_the_page_s_token_in_another_office_or_without_the_audit_nothing_is_shown()
    {
        await using var tracker = await one.AnotherAsync();
        using var everybody = tracker.Browser();
        var id = await WithNumbersAsync(everybody);
        var page = await everybody.PageAsync(ThePage.Of(id));
        using var administrator = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, Role.Administrator)]));
        using var elsewhere = tracker.Browser(await tracker.NewAccountAsync([new("elsewhere", Role.Handler)]));

        using var untold = await everybody.PostAsync(ThePage.Of(id, "identity"), new FormUrlEncodedContent([]));
        using var forbidden = await administrator.GetAsync(ThePage.Of(id, "identity"));
        using var other = await elsewhere.GetAsync(ThePage.Of(id, "identity"));
        using var none = await everybody.GetAsync(ThePage.Of(Guid.NewGuid(), "identity"));
        await using (var command = tracker.Owner.CreateCommand("revoke insert on audit_entries from tracker_web"))
        {
            await command.ExecuteNonQueryAsync();
        }

        using var failed = await everybody.SubmitAsync(ThePage.Of(id, "identity"), page);

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.InternalServerError],
            new[] { untold, forbidden, other, none, failed }.Select(response => response.StatusCode));
        Assert.DoesNotContain(Number, await failed.Content.ReadAsStringAsync());
        Assert.DoesNotContain(Number, tracker.Log);
    }

    [Theory]
    [InlineData(Role.Registrar, true)]
    [InlineData(Role.UnitHead, true)]
    [InlineData(Role.Signatory, true)]
    [InlineData(Role.SecrecyReviewer, false)]
    [InlineData(Role.Statistician, false)]
    [InlineData(Role.Supervisor, false)]
    public async Task Contacts_are_shown_to_whoever_registers_handles_or_approves(Role role, bool areShown)
    {
        var tracker = one.Tracker;
        using var everybody = tracker.Browser();
        var id = await ThePage.RegisterAsync(everybody, ("Form.Contact", Phone));
        await everybody.FollowAsync(await everybody.FillInAsync(ThePage.Of(id, "agent"), ("Form.Name", "样例代理人"), ("Form.Contact", Phone)));
        await everybody.FollowAsync(await everybody.FillInAsync(
            ThePage.Of(id, "joint-applicant"), ("Form.Kind", "NaturalPerson"), ("Form.Name", "样例乙"), ("Form.Contact", Phone)));
        await everybody.FollowAsync(await everybody.FillInAsync(ThePage.Of(id, "wanted-form"), ("Form.Form", "Paper"), ("Form.Delivery", Address)));
        var correction = await CorrectionPages.RegisterAsync(everybody, ("Form.Contact", Phone));
        using var browser = tracker.Browser(await tracker.NewAccountAsync([new(TestTracker.Office, role)]));

        foreach (var (address, times) in new[] { (ThePage.Of(id), 3), (CorrectionPages.Of(correction), 1) })
        {
            var shown = (await browser.PageAsync(address)).Body!.TextContent;

            Assert.Equal(areShown ? times : 0, Count(shown, Phone));
            Assert.Equal(areShown, !shown.Contains("＊＊＊＊＊＊"));
            Assert.Equal(areShown && times > 1 ? 2 : 0, Count(shown, Address)); // among the facts and in the course
        }
    }

    [Fact]
    public async Task Of_a_case_without_numbers_there_is_nothing_to_look_at()
    {
        using var browser = one.Tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        var page = await browser.PageAsync(ThePage.Of(id, "identity"));

        Assert.DoesNotContain((await browser.PageAsync(ThePage.Of(id))).MainForms(), form => form.Method == "post");
        Assert.Contains("这件申请没有登记证件号码。", page.Body!.TextContent);
        Assert.Empty(page.MainForms());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<Guid> WithNumbersAsync(HttpClient browser)
    {
        var id = await ThePage.RegisterAsync(browser, ("Form.IdentityNumber", Number));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "identity-proof"), ("Form.Document", "TravelDocument"), ("Form.Number", Passport)));
        return id;
    }

    private async Task<object?> LooksAsync(Guid id, Guid? by = null)
    {
        await using var command = one.Tracker.Owner.CreateCommand(
            $"select count(*) from audit_entries where what = 'IdentitySeen' and case_id = '{id}' and tenant_id = '{TestTracker.Office}'{(by is null ? "" : $" and account_id = '{by}'")}");
        return await command.ExecuteScalarAsync();
    }
}
