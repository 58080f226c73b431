using System.Net;
using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>What holds for every act, through page and book; one row for each in <see cref="ActCases"/>.</summary>
public sealed class EveryActTests(OneTracker one) : IClassFixture<OneTracker>
{
    public static TheoryData<int> Acts => [.. Enumerable.Range(0, ActCases.All.Length)];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task It_is_accepted_with_its_sentence_and_repeated_it_adds_nothing(int place)
    {
        var act = ActCases.All[place];
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await act.PrepareAsync(browser);
        var page = await browser.PageAsync(ThePage.Of(id, act.Noun));

        var done = await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, act.Noun), page, act.Typed));
        var recorded = await tracker.StreamAsync(id);
        var again = await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(id, act.Noun), page, act.Typed));

        Assert.Equal(act.Banner, done.Text(".banner"));
        Assert.Equal(act.Recorded, recorded.Events[^1].Event.GetType());
        Assert.Equal(act.Banner, again.Text(".banner"));
        Assert.Equal(recorded.Version, (await tracker.StreamAsync(id)).Version);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task It_is_refused_in_a_sentence_at_its_field_and_nothing_is_recorded(int place)
    {
        var act = ActCases.All[place];
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await act.PrepareAsync(browser);
        var before = (await tracker.StreamAsync(id)).Version;

        using var refused = await browser.FillInAsync(ThePage.Of(id, act.Noun), [.. act.Typed, act.Wrong]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browsing.PageOfAsync(refused);
        Assert.Contains(act.Sentence, page.Text(".errors"));
        if (act.Field is { } field)
        {
            Assert.Equal(act.Sentence, page.Text($"[data-valmsg-for='{field}']"));
        }

        Assert.Equal(before, (await tracker.StreamAsync(id)).Version);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task After_another_clerk_it_says_what_that_one_did_and_keeps_what_was_typed(int place)
    {
        var act = ActCases.All[place];
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await act.PrepareAsync(browser);
        var seen = await browser.PageAsync(ThePage.Of(id, act.Noun));
        await browser.FollowAsync(await browser.FillInAsync(
            ThePage.Of(id, "note"), ("Form.NotedOn", "2026-03-10"), ("Form.Text", "申请人来电")));
        var between = (await tracker.StreamAsync(id)).Version;

        using var late = await browser.SubmitAsync(ThePage.Of(id, act.Noun), seen, act.Typed);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Browsing.PageOfAsync(late);
        Assert.Equal("没有保存：您打开本页后，您在另一个窗口已经办理了这件申请", page.Text(".errors h2"));
        Assert.Contains("备注。", page.Text(".errors"));
        Assert.All(act.Typed, typed => Assert.Equal(typed.Value, Shown(page, typed.Name)));
        Assert.Equal(between, (await tracker.StreamAsync(id)).Version);
    }

    public static TheoryData<int> ActsBeforeTheResult =>
        [.. Enumerable.Range(0, ActCases.All.Length).Where(place => ActCases.All[place].Before.All(step => !step.Noun.StartsWith("answer", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(ActsBeforeTheResult))]
    public async Task On_a_closed_case_it_changes_nothing(int place)
    {
        var act = ActCases.All[place];
        var tracker = one.Tracker;
        using var browser = tracker.Browser();
        var id = await act.PrepareAsync(browser);
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(id, "withdrawal"), ("Form.WithdrawnOn", "2026-03-10"), ("Form.Statement", "甲")));
        var closed = (await tracker.StreamAsync(id)).Version;

        using var late = await browser.FillInAsync(ThePage.Of(id, act.Noun), act.Typed);

        if (act.IsPossibleWhenClosed)
        {
            Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        }
        else
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
            Assert.Contains("这件申请已于2026年3月10日办结（申请人撤回申请），不能再办理。", (await Browsing.PageOfAsync(late)).Text(".errors"));
            Assert.Equal(closed, (await tracker.StreamAsync(id)).Version);
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Of_a_case_that_is_not_there_there_is_no_page(int place)
    {
        var tracker = one.Tracker;
        using var browser = tracker.Browser();

        using var response = await browser.GetAsync(ThePage.Of(Guid.CreateVersion7(), ActCases.All[place].Noun));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Every_fact_a_page_can_record_has_its_row() => Assert.Equal(
        typeof(RequestEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RequestEvent))).Except(ActCases.RecordedElsewhere).Select(type => type.Name).Order(),
        ActCases.All.Select(act => act.Recorded.Name).Distinct().Order());

    private static string? Shown(AngleSharp.Html.Dom.IHtmlDocument page, string name) =>
        page.QuerySelector($"input[type=radio][name='{name}']") is not null
            ? page.QuerySelector($"input[name='{name}'][checked]")?.GetAttribute("value")
            : page.QuerySelector($"select[name='{name}']") is AngleSharp.Html.Dom.IHtmlSelectElement choice ? choice.Value
            : page.QuerySelector($"[name='{name}']") is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value.Trim()
            : page.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
