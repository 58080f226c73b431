using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Tests;

namespace Tracker.Web.Tests.Pages;

/// <summary>The machine's clock is set back between acts: the book's order is its versions and positions, never a time or an id made of one.</summary>
public sealed class ClockSetBackTests(PrivateClusterFixture cluster)
{
    private static readonly (string Act, (string, string)[] Typed)[] Acts =
    [
        ("supplement-notice", [("Form.IssuedOn", "2026-03-04"), ("Form.PeriodEndsOn", "2026-03-20"), ("Form.Items", "请写明年份")]),
        ("supplement", [("Form.ReceivedOn", "2026-03-05")]),
        ("extension", [("Form.ApprovedOn", "2026-03-06"), ("Form.Reason", "需要核实")]),
        ("answer?ground=disclosed", [("Form.LeftOn", "2026-03-07"), ("Form.Ground", "disclosed")]),
    ];

    [Theory]
    [InlineData(-1)]
    [InlineData(-24)]
    public async Task Nothing_is_refused_reordered_or_broken(int hours)
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 20));
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);

        foreach (var (act, typed) in Acts)
        {
            tracker.Time.Now = tracker.Time.Now.AddHours(hours);
            using var done = await browser.FillInAsync(ThePage.Of(id, act), typed);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var next = await ThePage.RegisterAsync(browser);
        var events = (await tracker.StreamAsync(id)).Events;
        Assert.Equal(
            [typeof(RequestReceived), typeof(SupplementNoticeIssued), typeof(SupplementReceived), typeof(AnswerTermExtended), typeof(RequestAnswered)],
            events.Select(recorded => recorded.Event.GetType()));
        Assert.Equal([1, 2, 3, 4, 5], events.Select(recorded => recorded.Version));
        Assert.Equal(events.Select(recorded => recorded.Position).Order(), events.Select(recorded => recorded.Position));
        Assert.Equal(events.Select(recorded => recorded.RecordedAt).OrderDescending(), events.Select(recorded => recorded.RecordedAt));
        Assert.Equal("2026-0002", (await tracker.StreamAsync(next)).State.Registration!.Number);
        var timeline = (await browser.PageAsync(ThePage.Of(id))).QuerySelectorAll(".timeline li").Select(line => line.TextContent).ToList();
        Assert.Equal(5, timeline.Count);
        Assert.Contains("答复：予以公开。", timeline[^1]);
        Assert.Empty(await FindingsAsync(tracker));
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(TestTracker tracker)
    {
        var findings = new BookFindings();
        await Verification.RunAsync(tracker.Worker, findings, default);
        Assert.Equal(2, await CaseRows.VerifyAsync(tracker.Worker, findings, default));
        return findings.All;
    }
}
