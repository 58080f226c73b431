using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tracker.Documents.Deadlines;

/// <summary>A due date in a calendar.</summary>
/// <param name="Uid">The same for ever for the same deadline of the same case.</param>
/// <param name="Sequence">Larger when it has changed.</param>
/// <param name="DueOn">Its last day.</param>
/// <param name="Summary">What stands on that day.</param>
/// <param name="Link">Where it is opened; none if nobody said under which address.</param>
public sealed record DueEvent(string Uid, long Sequence, DateOnly DueOn, string Summary, string? Link);

/// <summary>日历订阅: due dates as an iCalendar file (RFC 5545), each an event of a whole day.</summary>
public static class DueCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>So many octets a line has at most, without its end (RFC 5545, 3.1).</summary>
    private const int LineOctets = 75;

    /// <param name="name">What the calendar is called.</param>
    /// <param name="events">What is due.</param>
    /// <param name="now">When the file is made.</param>
    public static string Of(string name, ImmutableArray<DueEvent> events, DateTimeOffset now)
    {
        var file = new StringBuilder();
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Add(file, "BEGIN:VCALENDAR");
        Add(file, "VERSION:2.0");
        Add(file, "PRODID:-//tracker//due dates//ZH");
        Add(file, "CALSCALE:GREGORIAN");
        Add(file, "METHOD:PUBLISH");
        Add(file, $"X-WR-CALNAME:{Escaped(name)}");
        Add(file, "REFRESH-INTERVAL;VALUE=DURATION:PT6H"); // RFC 7986, 5.7
        Add(file, "X-PUBLISHED-TTL:PT6H");
        foreach (var due in events)
        {
            Add(file, "BEGIN:VEVENT");
            Add(file, $"UID:{due.Uid}");
            Add(file, $"DTSTAMP:{stamp}");
            Add(file, $"SEQUENCE:{due.Sequence}");
            Add(file, $"DTSTART;VALUE=DATE:{due.DueOn:yyyyMMdd}");
            Add(file, $"DTEND;VALUE=DATE:{due.DueOn.AddDays(1):yyyyMMdd}"); // the first day that is none of it any more
            Add(file, $"SUMMARY:{Escaped(due.Summary)}");
            if (due.Link is { } link)
            {
                Add(file, $"URL:{link}");
            }

            Add(file, "TRANSP:TRANSPARENT"); // nobody is busy with it
            Add(file, "END:VEVENT");
        }

        Add(file, "END:VCALENDAR");
        return file.ToString();
    }

    /// <summary>TEXT (RFC 5545, 3.3.11).</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\n", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters and never within one, so that each line is UTF-8 by itself.</summary>
    private static void Add(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
