using System.Net;
using Tracker.Domain.RecordCorrections;
using Tracker.Web.Tests.Pages.Acts;

namespace Tracker.Web.Tests.Pages.RecordCorrections;

/// <summary>What holds for every act on a 更正申请, through page and book; one row for each in <see cref="CorrectionCase.All"/>.</summary>
public sealed class EveryCorrectionActTests(OneTracker one) : IClassFixture<OneTracker>
{
    public static TheoryData<int> Acts => [.. Enumerable.Range(0, CorrectionCase.All.Length)];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task It_is_accepted_with_its_sentence_and_repeated_it_adds_nothing(int place)
    {
        var act = CorrectionCase.All[place];
        using var browser = one.Tracker.Browser();
        var id = await CorrectionPages.RegisterAsync(browser, ("Form.Channel", act.Channel));
        var address = CorrectionPages.Of(id, act.Noun);
        Assert.Contains(
            (await browser.PageAsync(CorrectionPages.Of(id))).QuerySelectorAll(".acts a"), link => link.GetAttribute("href") == address);
        var page = await browser.PageAsync(address);

        var done = await browser.FollowAsync(await browser.SubmitAsync(address, page, act.Typed));
        var recorded = await one.Tracker.CorrectionAsync(id);
        var again = await browser.FollowAsync(await browser.SubmitAsync(address, page, act.Typed));

        Assert.Equal(act.Banner, done.Text(".banner"));
        Assert.Equal(act.Standing, done.Text(".deadline .big"));
        Assert.Equal([typeof(RecordCorrectionReceived), act.Recorded], recorded.Events.Select(stored => stored.Event.GetType()));
        Assert.Equal(act.Banner, again.Text(".banner"));
        Assert.Equal(2, (await one.Tracker.CorrectionAsync(id)).Version);
        var texts = act.Typed.Where(typed => typed.Name is "Form.Items" or "Form.Evidence" or "Form.Statement" or "Form.Reasons" or "Form.Text" or "Form.Reason");
        Assert.All(texts, typed => Assert.Contains(typed.Value, done.Text(".timeline")));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task It_is_refused_in_a_sentence_at_its_field_and_nothing_is_recorded(int place)
    {
        var act = CorrectionCase.All[place];
        using var browser = one.Tracker.Browser();
        var id = await CorrectionPages.RegisterAsync(browser, ("Form.Channel", act.Channel));

        using var refused = await browser.FillInAsync(CorrectionPages.Of(id, act.Noun), [.. act.Typed, act.Wrong]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOfAsync(refused);
        Assert.Contains(act.Sentence, page.Text(".errors"));
        Assert.Equal(act.Sentence, page.Text($"[data-valmsg-for='{act.Field}']"));
        Assert.Equal(1, (await one.Tracker.CorrectionAsync(id)).Version);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task After_another_clerk_it_says_what_that_one_did_keeps_what_was_typed_and_is_done_when_sent_again(int place)
    {
        var act = CorrectionCase.All[place];
        using var browser = one.Tracker.Browser();
        var id = await CorrectionPages.RegisterAsync(browser, ("Form.Channel", act.Channel));
        var address = CorrectionPages.Of(id, act.Noun);
        var seen = await browser.PageAsync(address);
        await browser.FollowAsync(await browser.FillInAsync(CorrectionPages.Of(id, "note"), ("Form.NotedOn", "2026-03-10"), ("Form.Text", "申请人来电")));

        using var late = await browser.SubmitAsync(address, seen, act.Typed);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Browsing.PageOfAsync(late);
        Assert.Contains("您在另一个窗口已经办理了这件更正申请", page.Text(".errors h2"));
        Assert.Contains("备注。", page.Text(".errors"));
        Assert.Equal(2, (await one.Tracker.CorrectionAsync(id)).Version);
        Assert.Equal(act.Banner, (await browser.FollowAsync(await browser.SubmitAsync(address, page))).Text(".banner")); // with what was typed before
        Assert.Equal(act.Recorded, (await one.Tracker.CorrectionAsync(id)).Events[^1].Event.GetType());
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task After_the_end_only_a_note_and_a_voiding_are_possible(int place)
    {
        var act = CorrectionCase.All[place];
        using var browser = one.Tracker.Browser();
        var id = await CorrectionPages.RegisterAsync(browser, ("Form.Channel", act.Channel));
        await browser.FollowAsync(await browser.FillInAsync(
            CorrectionPages.Of(id, "withdrawal"), ("Form.WithdrawnOn", "2026-03-10"), ("Form.Statement", "甲")));

        using var late = await browser.FillInAsync(CorrectionPages.Of(id, act.Noun), act.Typed);

        Assert.Equal(act.IsPossibleAfterTheEnd ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, late.StatusCode);
        if (!act.IsPossibleAfterTheEnd)
        {
            Assert.Contains("这件更正申请已于2026年3月10日办结（申请人撤回），不能再办理。", (await Browsing.PageOfAsync(late)).Text(".errors"));
        }

        Assert.Equal(act.IsPossibleAfterTheEnd ? 3 : 2, (await one.Tracker.CorrectionAsync(id)).Version);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Of_a_case_that_is_not_there_or_an_information_request_or_another_office_s_there_is_no_page(int place)
    {
        var act = CorrectionCase.All[place];
        using var browser = one.Tracker.Browser();
        await one.Tracker.OpenOfficeAsync("other-office", "别的机关");
        var (id, request) = (await CorrectionPages.RegisterAsync(browser), await ThePage.RegisterAsync(browser));

        foreach (var address in new[]
        {
            CorrectionPages.Of(Guid.CreateVersion7(), act.Noun),
            CorrectionPages.Of(request, act.Noun),
            $"{CorrectionPages.ListOf("other-office")}/{id}/{act.Noun}",
            $"{CorrectionPages.ListOf("no-office")}/{id}/{act.Noun}",
        })
        {
            using var response = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            using var posted = await browser.SubmitAsync(address, await browser.PageAsync(CorrectionPages.Of(id, "note")), act.Typed);
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }
    }

    [Fact]
    public void Every_fact_a_page_can_record_has_its_row() => Assert.Equal(
        typeof(RecordCorrectionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecordCorrectionEvent)))
            .Except([typeof(RecordCorrectionReceived), typeof(RecordCorrectionErased)]).Select(type => type.Name).Order(),
        CorrectionCase.All.Select(act => act.Recorded.Name).Order());
}
