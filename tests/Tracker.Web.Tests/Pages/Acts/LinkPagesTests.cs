using System.Net;
using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Two requests that belong together.</summary>
public sealed class LinkPagesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task It_stands_on_both_cases_with_its_reason_and_goes_from_both()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var (first, second) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));

        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(first, "related-case?number=2026-0002"), ("Form.Reason", "同一事项")));

        foreach (var (id, other, number) in new[] { (first, second, "2026-0002"), (second, first, "2026-0001") })
        {
            var page = await browser.PageAsync(ThePage.Of(id));
            Assert.Equal(number, page.Text($".facts a[href='{ThePage.Of(other)}']"));
            Assert.Contains("2026年3月10日关联：同一事项", page.Text(".facts"));
            Assert.Contains($"与申请 {number} 关联。", page.Text(".timeline"));
        }

        var removal = (await browser.PageAsync(ThePage.Of(second))).QuerySelector($".facts a[href*='removal']")!.GetAttribute("href")!;
        await browser.FollowAsync(await browser.FillInAsync(removal, ("Form.Reason", "并非同一事项")));

        Assert.Null((await browser.PageAsync(ThePage.Of(first))).QuerySelector($".facts a[href='{ThePage.Of(second)}']"));
        Assert.Equal((3, 3), ((await tracker.StreamAsync(first)).Version, (await tracker.StreamAsync(second)).Version));
        await NothingWrongAsync(tracker);
    }

    [Fact]
    public async Task From_a_case_that_became_void_it_is_taken_off_the_other_alone()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var (own, duplicate) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(own, "related-case?number=2026-0002"), ("Form.Reason", "同一事项")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(duplicate, "voiding"), ("Form.Reason", "重复登记")));
        var before = (await tracker.StreamAsync(duplicate)).Version;

        var removal = (await browser.PageAsync(ThePage.Of(own))).QuerySelector(".facts a[href*='removal']")!.GetAttribute("href")!;
        await browser.FollowAsync(await browser.FillInAsync(removal, ("Form.Reason", "那一件已经作废")));

        Assert.Null((await browser.PageAsync(ThePage.Of(own))).QuerySelector($".facts a[href='{ThePage.Of(duplicate)}']"));
        Assert.Equal(before, (await tracker.StreamAsync(duplicate)).Version);
        await NothingWrongAsync(tracker);
    }

    [Fact]
    public async Task What_cannot_be_linked_is_said_at_the_number_and_neither_says_anything()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        await tracker.OpenOfficeAsync("other-office", "另一机关");
        using var browser = tracker.Browser();
        var (own, linked, isVoid) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(own, "related-case"), ("Form.Number", $" {linked} "), ("Form.Reason", "甲")));
        await browser.FollowAsync(await browser.FillInAsync(ThePage.Of(isVoid, "voiding"), ("Form.Reason", "甲")));
        var elsewhere = await RegisterElsewhereAsync(browser);

        foreach (var (number, sentence) in new[]
        {
            ("", "请填写另一件申请的登记编号。"),
            ("2099-0001", "没有这个登记编号的申请。"),
            ($"{elsewhere}", "没有这个登记编号的申请。"),
            ("%", "没有这个登记编号的申请。"),
            ("2026-0001", "这就是本件申请，不能与自身关联。"),
            ("2026-0002", "2026年3月10日已经与申请 2026-0002 关联，不能再次关联。"),
            ("2026-0003", "2026-0003：这件登记已于2026年3月10日作废，不能再办理。"),
            (new string('9', 101), "不能超过 100 个字。"),
        })
        {
            using var refused = await browser.FillInAsync(ThePage.Of(own, "related-case"), ("Form.Number", number), ("Form.Reason", "甲"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal(sentence, (await Browsing.PageOfAsync(refused)).Text("[data-valmsg-for='Form.Number']"));
        }

        using var never = await browser.FillInAsync(
            ThePage.Of(own, "related-case-removal"), ("Form.Other", $"{isVoid}"), ("Form.Reason", "甲"));
        Assert.Equal("与那件申请没有关联，或者已经取消。", (await Browsing.PageOfAsync(never)).Text("[data-valmsg-for='Form.Other']"));
        Assert.Equal((2, 2, 2), ((await tracker.StreamAsync(own)).Version, (await tracker.StreamAsync(linked)).Version, (await tracker.StreamAsync(isVoid)).Version));
    }

    [Fact]
    public async Task Of_two_clerks_who_link_the_same_two_from_either_side_one_links_them_and_the_other_is_told()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        for (var round = 0; round < 8; round++)
        {
            var (first, second) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));
            var answers = await Task.WhenAll(LinkAsync(browser, first, second), LinkAsync(browser, second, first));

            Assert.Single(answers, HttpStatusCode.Redirect);
            Assert.Single(answers, status => status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity);
            Assert.Equal((2, 2), ((await tracker.StreamAsync(first)).Version, (await tracker.StreamAsync(second)).Version));
        }

        await NothingWrongAsync(tracker);
    }

    [Fact]
    public async Task What_happened_to_the_other_meanwhile_does_not_stop_it()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, ActCase.Today);
        using var browser = tracker.Browser();
        var (own, other) = (await ThePage.RegisterAsync(browser), await ThePage.RegisterAsync(browser));

        var noting = Task.Run(async () =>
        {
            for (var time = 0; time < 10; time++)
            {
                using var noted = await browser.FillInAsync(ThePage.Of(other, "note"), ("Form.Text", "甲"));
            }
        });
        var page = await browser.PageAsync(ThePage.Of(own, "related-case"));
        await browser.FollowAsync(await browser.SubmitAsync(ThePage.Of(own, "related-case"), page, ("Form.Number", "2026-0002"), ("Form.Reason", "甲")));
        await noting;

        Assert.NotNull((await tracker.StreamAsync(other)).State.LinkWith(own));
    }

    private static async Task<HttpStatusCode> LinkAsync(HttpClient browser, Guid id, Guid other)
    {
        using var answer = await browser.FillInAsync(ThePage.Of(id, "related-case"), ("Form.Number", $"{other}"), ("Form.Reason", "同一事项"));
        return answer.StatusCode;
    }

    private static async Task<Guid> RegisterElsewhereAsync(HttpClient browser)
    {
        using var response = await browser.FillInAsync("/offices/other-office/requests/new", ThePage.WalkIn);
        return ThePage.CaseIn(response.Headers.Location);
    }

    private static async Task NothingWrongAsync(TestTracker tracker)
    {
        var findings = new BookFindings();
        await Verification.RunAsync(tracker.Worker, findings, default);
        Assert.Empty(findings.All);
    }
}
