using System.Text.Json;
using Tracker.Domain.LegalTime;
using Tracker.ReadModels;
using Tracker.Tests;
using Tracker.Web.Tests.AnnualReports;
using Tracker.Web.Tests.Commands;

namespace Tracker.Web.Tests.Pages;

/// <summary>List, filter, case page and command say the same of every case of a large register, and so does a slow count of days.</summary>
public sealed class DeadlineAgreementTests(PrivateClusterFixture cluster)
{
    private const string Office = "generated";
    private const int PagesLookedAt = 60;
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task Of_ten_thousand_cases_each_is_in_exactly_one_filter_and_due_when_the_others_say()
    {
        var requests = GeneratedRegister.Of(seed: 8, extra: 10_000);
        var cli = await Cli.WithOfficeAsync(cluster, Office);
        await cli.SucceedAsync("import-register", cli.File("generated.csv", GeneratedRegister.Csv(requests)), "--office", Office);
        await using var tracker = await TestTracker.OverAsync(cli, Today);
        var commanded = await CommandedAsync(cli, requests);

        var listed = new Dictionary<string, (CaseRow Row, Urgency Filter)>();
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            await foreach (var row in AllAsync(new CaseList(tracker.Worker), urgency))
            {
                Assert.True(listed.TryAdd(row.Number.Text, (row, urgency)), row.Number.Text);
            }
        }

        Assert.Equal(requests.Count, listed.Count);
        Assert.All(requests, request =>
        {
            var (row, filter) = listed[request.Number];
            Assert.Equal(filter, Urgencies.Of(row, WorkingCalendar.Embedded, Today));
            Assert.Equal(commanded[request.Number].GetProperty("dueOn").GetString(), $"{row.DueOn:yyyy-MM-dd}");
            Assert.Equal(commanded[request.Number].GetProperty("receivedOn").GetString(), $"{row.ReceivedOn:yyyy-MM-dd}");
            Assert.Equal(SlowDue(row.ReceivedOn), row.DueOn);
        });
        await PagesAgreeAsync(tracker, listed.Values, commanded);
    }

    /// <summary>Every page would be ten thousand requests; these are spread over the whole register.</summary>
    private static async Task PagesAgreeAsync(
        TestTracker tracker, IReadOnlyCollection<(CaseRow Row, Urgency Filter)> listed, Dictionary<string, JsonElement> commanded)
    {
        using var browser = tracker.Browser();
        foreach (var (row, _) in listed.Where((_, place) => place % (listed.Count / PagesLookedAt) == 0))
        {
            var page = await browser.PageAsync($"/offices/{Office}/requests/{row.Id}");

            var due = row.DueOn!.Value;
            Assert.Contains($"{due.Year}年{due.Month}月{due.Day}日", page.QuerySelector(".deadline")!.TextContent);
            var counted = page.QuerySelectorAll(".account .counted .count").Sum(count => int.Parse(count.TextContent.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(20, counted);
            Assert.Equal(
                commanded[row.Number.Text].GetProperty("account").EnumerateArray().Count(),
                page.QuerySelectorAll(".account li").Length);
        }
    }

    /// <summary>What <c>tracker due</c> answers for the same facts, by number.</summary>
    private static async Task<Dictionary<string, JsonElement>> CommandedAsync(Cli cli, List<OracleRequest> requests)
    {
        var file = cli.File("facts.json", JsonSerializer.Serialize(requests.Select(Facts)));
        using var answer = JsonDocument.Parse(await cli.SucceedAsync("due", "--facts", file, "--as", "json", "--as-of", $"{Today:yyyy-MM-dd}"));
        return requests.Zip(answer.RootElement.EnumerateArray().Select(reading => reading.Clone()))
            .ToDictionary(pair => pair.First.Number, pair => pair.Second);
    }

    private static object Facts(OracleRequest request)
    {
        var channel = request.Channel switch
        {
            "当面" => "InPerson",
            "挂号信" or "EMS" => "SignedMail",
            "平信" => "UnsignedMail",
            "网络" => "Online",
            "传真" => "Fax",
            _ => "Email",
        };
        var received = new Dictionary<string, object> { ["fact"] = "received", ["channel"] = channel, ["filedOn"] = request.Filed };
        Add(received, "signedForOn", channel == "SignedMail" ? request.Received : null);
        Add(received, "arrivedOn", channel == "UnsignedMail" ? request.Received : null);
        Add(received, "confirmedOn", channel is "InPerson" or "SignedMail" ? null : request.Confirmed);
        var facts = new List<object> { received };
        if (request.Answered is { } answered)
        {
            facts.Add(new { fact = "answered", leftOn = answered });
        }

        return new { facts };
    }

    private static void Add(Dictionary<string, object> fact, string member, DateOnly? value)
    {
        if (value is { } known)
        {
            fact.Add(member, known);
        }
    }

    private static async IAsyncEnumerable<CaseRow> AllAsync(CaseList cases, Urgency urgency)
    {
        for (var (page, more) = (1, true); more; page++)
        {
            var read = await cases.FindAsync(Office, new() { Due = urgency }, order: null, WorkingCalendar.Embedded, Today, page, default);
            more = read.HasNext;
            foreach (var row in read.Rows)
            {
                yield return row;
            }
        }
    }

    /// <summary>Day after day on a wall calendar.</summary>
    private static DateOnly SlowDue(DateOnly receivedOn)
    {
        var day = receivedOn;
        for (var counted = 0; counted < 20;)
        {
            day = day.AddDays(1);
            var named = HolidayNotice.Embedded.SelectMany(notice => notice.Days).LastOrDefault(named => named.Date == day);
            counted += (named is null ? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : !named.Off) ? 1 : 0;
        }

        return day;
    }
}
