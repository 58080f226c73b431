using System.Text;
using Tracker.Documents.Deadlines;

namespace Tracker.Documents.Tests.Deadlines;

/// <summary>RFC 5545, line by line; a parser of others reads the served file in the tests of the pages.</summary>
public sealed class DueCalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void An_event_of_a_whole_day_with_a_name_for_ever()
    {
        var file = DueCalendar.Of("样例", [new("answer-1@tracker", 7, new(2026, 12, 31), "2026-0001 答复期限", Link: null)], Now);

        Assert.Equal(
            [
                "BEGIN:VEVENT", "UID:answer-1@tracker", "DTSTAMP:20260310T010000Z", "SEQUENCE:7", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
                "SUMMARY:2026-0001 答复期限", "TRANSP:TRANSPARENT", "END:VEVENT",
            ],
            file.Split("\r\n").SkipWhile(line => line != "BEGIN:VEVENT").TakeWhile(line => line != "END:VCALENDAR"));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", file);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", file);
        Assert.DoesNotContain("\n\n", file.Replace("\r", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(300)]
    public void A_long_line_is_folded_at_75_octets_and_never_within_a_character(int length)
    {
        var summary = string.Concat(Enumerable.Repeat("期𠮷a", length));
        var file = DueCalendar.Of("样例", [new("a", 1, new(2026, 3, 12), summary, Link: null)], Now);

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{summary}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void What_means_something_is_escaped()
    {
        var file = DueCalendar.Of("甲;乙", [new("a", 1, new(2026, 3, 12), "a,b;c\\d\r\nEND:VEVENT", Link: null)], Now);

        Assert.Contains("X-WR-CALNAME:甲\\;乙\r\n", file);
        Assert.Contains("SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n", file);
    }
}
