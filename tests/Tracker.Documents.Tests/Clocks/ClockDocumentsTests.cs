using System.Text.Json.Nodes;
using Tracker.Documents.Clocks;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Tests.Clocks;

/// <summary>Monday 2026-03-02: day 7 is 11 March, day 20 is 30 March. Monday 6 April is off.</summary>
public class ClockDocumentsTests
{
    private const string Received = """{"fact":"received","channel":"InPerson","filedOn":"2026-03-02"}""";
    private static readonly DateOnly AsOf = new(2026, 3, 10);

    [Fact]
    public void The_clock_as_JSON() => Same(
        """
        {
          "receivedOn": "2026-03-02",
          "dueOn": "2026-03-30",
          "warningDueOn": null,
          "warningReason": null,
          "provisional": false,
          "state": "Running",
          "workingDaysUsed": 6,
          "workingDaysLeft": 14,
          "deadlines": [{"name": "supplement_notice", "on": "2026-03-11"}, {"name": "extension_notice", "on": "2026-03-30"}],
          "flags": [],
          "account": [
            {"from": "2026-03-02", "to": "2026-03-02", "counted": false, "workingDays": 0, "why": "收到申请之日不计入", "source": "民法典第二百零一条；条例第三十一条、第三十三条", "spent": false},
            {"from": "2026-03-03", "to": "2026-03-06", "counted": true, "workingDays": 4, "why": "工作日", "source": "条例第三十三条", "spent": false},
            {"from": "2026-03-07", "to": "2026-03-08", "counted": false, "workingDays": 0, "why": "周末", "source": "国务院关于职工工作时间的规定第七条", "spent": false},
            {"from": "2026-03-09", "to": "2026-03-13", "counted": true, "workingDays": 5, "why": "工作日", "source": "条例第三十三条", "spent": false},
            {"from": "2026-03-14", "to": "2026-03-15", "counted": false, "workingDays": 0, "why": "周末", "source": "国务院关于职工工作时间的规定第七条", "spent": false},
            {"from": "2026-03-16", "to": "2026-03-20", "counted": true, "workingDays": 5, "why": "工作日", "source": "条例第三十三条", "spent": false},
            {"from": "2026-03-21", "to": "2026-03-22", "counted": false, "workingDays": 0, "why": "周末", "source": "国务院关于职工工作时间的规定第七条", "spent": false},
            {"from": "2026-03-23", "to": "2026-03-27", "counted": true, "workingDays": 5, "why": "工作日", "source": "条例第三十三条", "spent": false},
            {"from": "2026-03-28", "to": "2026-03-29", "counted": false, "workingDays": 0, "why": "周末", "source": "国务院关于职工工作时间的规定第七条", "spent": false},
            {"from": "2026-03-30", "to": "2026-03-30", "counted": true, "workingDays": 1, "why": "工作日", "source": "条例第三十三条", "spent": false}
          ]
        }
        """,
        Json($$"""{"facts":[{{Received}}]}"""));

    [Fact]
    public void A_late_notice_has_a_flag_a_warning_and_a_spent_term()
    {
        var json = Json($$"""{"facts":[{{Received}},{"fact":"supplement_notice","issuedOn":"2026-03-12"},{"fact":"supplement_received","on":"2026-03-16"}]}""");

        Same("""[{"code": "notice_issued_late", "article": "条例第三十条", "detail": "补正通知晚于第七个工作日：2026年3月12日，最迟应为2026年3月11日"}]""", json["flags"]);
        Assert.Equal(("2026-03-30", "NoticeIssuedLate"), ((string?)json["warningDueOn"], (string?)json["warningReason"]));
        Assert.Equal("2026-04-14", (string?)json["dueOn"]);
        Assert.Equal(
            ["2026-03-02", "2026-03-03", "2026-03-07", "2026-03-09", "2026-03-13"],
            json["account"]!.AsArray().Where(line => (bool)line!["spent"]!).Select(line => (string?)line!["from"]));
    }

    [Fact]
    public void An_agency_that_is_being_asked_leaves_days_and_no_date()
    {
        var json = Json($$"""{"facts":[{{Received}},{"fact":"consultation_opened","id":"c1","kind":"OtherAgency","sentOn":"2026-03-04"}]}""");

        Assert.Null(json["dueOn"]);
        Assert.Equal(("ConsultingOtherAgency", 18), ((string?)json["state"], (int)json["workingDaysLeft"]!));
        Same("""{"name": "other_agency_opinion", "on": "2026-03-25", "id": "c1"}""", json["deadlines"]![1]);
        Assert.Equal("2026-03-10", (string?)json["account"]!.AsArray()[^1]!["to"]);
    }

    [Fact]
    public void A_day_no_notice_has_spoken_about_is_provisional()
    {
        var json = Json("""{"facts":[{"fact":"received","channel":"InPerson","filedOn":"2026-12-14"},{"fact":"fee_notice","on":"2026-12-17"}]}""");

        Assert.False((bool)json["provisional"]!);
        Same("""[{"name": "supplement_notice", "on": "2026-12-23"}, {"name": "payment", "on": "2027-01-14", "provisional": true}]""", json["deadlines"]);
    }

    [Fact]
    public void An_array_stays_an_array_and_one_request_an_object()
    {
        var reading = Reading($$"""{"facts":[{{Received}}]}""");

        Assert.IsType<JsonObject>(JsonNode.Parse(ClockDocuments.Json([reading], isArray: false, AsOf)));
        Assert.Equal(2, JsonNode.Parse(ClockDocuments.Json([reading, reading], isArray: true, AsOf))!.AsArray().Count);
        Assert.Empty(JsonNode.Parse(ClockDocuments.Json([], isArray: true, AsOf))!.AsArray());
    }

    [Fact]
    public void The_clock_as_text() => Assert.Equal(
        """
        收到之日：2026年3月2日
        答复期限：2026年4月14日
        状态：办理中；截至 2026年3月17日 已用 1 个工作日，剩 19 个工作日
        提醒日期：2026年3月30日，补正通知超过七个工作日发出，原答复期限
        期限：2026年3月25日，通知补正的最后一日（条例第三十条）
        期限：2026年4月14日，批准并告知延期的最后一日（条例第三十三条）
        注意：补正通知晚于第七个工作日：2026年3月12日，最迟应为2026年3月11日（条例第三十条）
        2026-03-02  不计  收到申请之日不计入  [民法典第二百零一条；条例第三十一条、第三十三条]  （重新计算前）
        2026-03-03 至 2026-03-06  计 4 日  工作日  [条例第三十三条]  （重新计算前）
        2026-03-07 至 2026-03-08  不计  周末  [国务院关于职工工作时间的规定第七条]  （重新计算前）
        2026-03-09 至 2026-03-12  计 4 日  工作日  [条例第三十三条]  （重新计算前）
        2026-03-13 至 2026-03-15  不计  等待补正，停止计算  [条例第三十条]  （重新计算前）
        2026-03-16  不计  收到补正之日不计入，期限自次日起重新计算  [民法典第二百零一条；条例第三十条]
        2026-03-17 至 2026-03-20  计 4 日  工作日  [条例第三十三条]
        """,
        string.Join('\n', Text(
            $$"""{"facts":[{{Received}},{"fact":"supplement_notice","issuedOn":"2026-03-12"},{"fact":"supplement_received","on":"2026-03-16"}]}""",
            new(2026, 3, 17)).Take(14)));

    [Theory]
    [InlineData("", "2026-04-02", "状态：办理中；截至 2026年4月2日 已用 20 个工作日，已超期 3 个工作日")]
    [InlineData(""",{"fact":"supplement_notice","issuedOn":"2026-03-04"}""", "2026-04-02", "状态：等待补正，停止计算；截至 2026年4月2日 已用 2 个工作日")]
    [InlineData(""",{"fact":"fee_notice","on":"2026-03-04"}""", "2026-04-02", "状态：等待缴费，停止计算；截至 2026年4月2日 已用 2 个工作日")]
    [InlineData(""",{"fact":"answered","leftOn":"2026-03-04"}""", "2026-04-02", "状态：已办结；截至 2026年4月2日 已用 2 个工作日，剩 18 个工作日")]
    public void The_state_as_text(string more, string asOf, string line) =>
        Assert.Contains(line, Text($$"""{"facts":[{{Received}}{{more}}]}""", DateOnly.ParseExact(asOf, "yyyy-MM-dd")));

    [Fact]
    public void Before_it_was_received_nothing_is_counted_yet() => Assert.Equal(
        "收到之日：尚未收到\n答复期限：尚未起算\n状态：尚未收到；截至 2026年3月10日 已用 0 个工作日",
        ClockDocuments.Text(RequestClock.Read([], WorkingCalendar.Embedded), AsOf).ReplaceLineEndings("\n").TrimEnd());

    [Fact]
    public void A_holiday_names_the_address_of_its_notice() => Assert.Contains(
        Text($$"""{"facts":[{{Received}},{"fact":"extension","approvedOn":"2026-03-05","workingDays":5}]}""", AsOf),
        line => line.StartsWith("2026-04-04 至 2026-04-06  不计  清明节放假  [http", StringComparison.Ordinal) && line.Contains("gov.cn", StringComparison.Ordinal));

    [Fact]
    public void Every_impossible_fact_has_a_sentence_that_names_it() => Assert.Equal(
        "supplement_received（2026-03-09）：没有通知过补正，不会收到补正。",
        ImpossibilityWords.Sentence(new SupplementFact(new(2026, 3, 9)), Impossibility.NoSupplementAsked));

    [Fact]
    public void Every_line_flag_and_deadline_has_words_and_says_what_it_rests_on()
    {
        foreach (var reason in Enum.GetValues<AccountReason>())
        {
            var line = new AccountLine(AsOf, AsOf, Counted: false, WorkingDays: 0, reason, Notice: HolidayNotice.Embedded[0]);
            Assert.All([ClockWords.Why(line), .. Enum.GetValues<Regulation>().Select(regulation => ClockWords.Source(line, regulation))], words => Assert.False(string.IsNullOrWhiteSpace(words), $"{reason}"));
        }

        Assert.All(Enum.GetValues<Departure>(), departure => Assert.Matches("^(条例第|国办函|行政复议法第)", ClockWords.Article(departure, Regulation.Of2019)));
        Assert.All(Enum.GetValues<DeadlineKind>(), kind => Assert.All(
            Enum.GetValues<Regulation>(), regulation => Assert.False(string.IsNullOrWhiteSpace(ClockWords.Of(kind, regulation)))));
    }

    private static ClockReading Reading(string json) => RequestClock.Read(Assert.Single(FactsFile.Read(json).Requests), WorkingCalendar.Embedded);

    private static JsonNode Json(string json) => JsonNode.Parse(ClockDocuments.Json([Reading(json)], isArray: false, AsOf))!;

    private static string[] Text(string json, DateOnly asOf) => ClockDocuments.Text(Reading(json), asOf).ReplaceLineEndings("\n").TrimEnd().Split('\n');

    private static void Same(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToString() ?? "null");

    [Fact]
    public void A_request_of_the_old_regulation_is_accounted_for_by_what_was_in_force()
    {
        var reading = RequestClock.Read(
            [new ReceiptFact(Channel.UnsignedMail, new(new(2019, 5, 8), ArrivedOn: new(2019, 5, 10), ConfirmedOn: new(2019, 5, 14))), new EndFact(new(2019, 6, 6))],
            WorkingCalendar.Embedded);

        var text = ClockDocuments.Text(reading, new(2019, 6, 10));

        Assert.Equal(new DateOnly(2019, 6, 4), reading.DueOn);
        Assert.Equal([Departure.AnsweredLate], reading.Departures); // no rule then said when to confirm
        Assert.Contains("逾期答复：2019年6月6日，最迟应为2019年6月4日（旧条例第二十四条）", text);
        Assert.Contains("民法总则第二百零一条；旧条例第二十四条", text);
        Assert.DoesNotContain("民法典", text);
        Assert.DoesNotContain("通知补正的最后一日", text);
        Assert.DoesNotMatch("(?<!旧)条例第", text);
    }

    [Fact]
    public void After_a_date_was_set_used_and_counted_days_are_the_same()
    {
        var reading = RequestClock.Read(
            [
                new ReceiptFact(Channel.Online, new(new(2026, 10, 9), ConfirmedOn: new(2026, 10, 13))),
                new DelayFact(new(2026, 10, 20), new(2026, 12, 31)),
                new ExtensionFact(new(2026, 10, 21), 20),
            ],
            WorkingCalendar.Embedded);

        foreach (var day in new DateOnly[] { new(2026, 10, 30), new(2026, 11, 21), new(2026, 12, 31), reading.DueOn!.Value })
        {
            var counted = reading.Account(day).Where(line => line.Counted)
                .Sum(line => WorkingCalendar.Embedded.WorkingDaysBetween(line.From.AddDays(-1), line.To < day ? line.To : day) is > 0 and var days ? days : 0);
            Assert.Equal(counted, reading.WorkingDaysUsed(day));
        }

        Assert.False(reading.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.ExtensionNotice).Provisional); // a person set it
    }
}
