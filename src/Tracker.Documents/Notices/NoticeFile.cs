using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tracker.Documents.Clocks;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Notices;

/// <summary>A file of days cannot be read; the message is one Chinese sentence that names the line.</summary>
public sealed class NoticeFileException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// 放假安排文件, in the format of the notices that came with the program:
/// <c>{"year":2027,"notices":["https://…"],"days":[{"date":"2027-01-01","name":"元旦","off":true},…]}</c>. Read strictly, and with
/// the line each day stands on.
/// </summary>
/// <param name="Notice">What it says, its days in order.</param>
/// <param name="Lines">The line of each day, from 1.</param>
public sealed record NoticeFile(HolidayNotice Notice, ImmutableArray<int> Lines)
{
    private const int DepthOfDays = 2;
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The longest file, in bytes; a year's notice takes some four thousand.</summary>
    public const int LongestFile = 400_000;

    /// <summary>Of a file's bytes: UTF-8, UTF-16 with its mark, or GB18030, whichever all of them are.</summary>
    /// <exception cref="NoticeFileException">They are no such file.</exception>
    public static NoticeFile Read(byte[] bytes) => Read(TextOf(bytes));

    /// <summary>The text of a file's bytes.</summary>
    /// <exception cref="NoticeFileException">They are no text, or too many.</exception>
    public static string TextOf(byte[] bytes)
    {
        if (bytes.Length > LongestFile)
        {
            throw new NoticeFileException($"文件太大：放假安排不会超过 {LongestFile / 1000} KB。");
        }

        foreach (var encoding in Encodings(bytes))
        {
            try
            {
                return encoding.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                // it is written in another one
            }
        }

        throw new NoticeFileException("应为 UTF-8 或者 GB18030 编码的文字。");
    }

    /// <exception cref="NoticeFileException">The text is no such file.</exception>
    public static NoticeFile Read(string json)
    {
        var text = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var file = Members(document.RootElement, "文件", "year", "notices", "days");
            var year = file["year"].ValueKind == JsonValueKind.Number && file["year"].TryGetInt32(out var number) && number is > 0 and < 9999
                ? number
                : throw new NoticeFileException("“year”应为公历年份，例如 2027。");
            var sources = Items(file["notices"], "notices").Select((source, place) => Text(source, $"“notices”的第 {place + 1} 项"));
            var days = Items(file["days"], "days").Zip(LinesOfDays(text), Day).OrderBy(day => day.Day.Date).ToList();
            return new(new(year, [.. sources], [.. days.Select(day => day.Day)]), [.. days.Select(day => day.Line)]);
        }
        catch (InvalidOperationException fault) // half of a character, which JSON can spell and no text can hold
        {
            throw new NoticeFileException("文字中有不成对的代理项（\\uD800 至 \\uDFFF），请改成完整的字。", fault);
        }
        catch (JsonException fault)
        {
            throw new NoticeFileException($"{(fault.LineNumber is { } line ? $"第 {line + 1} 行：" : "")}不是正确的 JSON，请检查引号、逗号和括号，一项也不能写两遍。", fault);
        }
    }

    private static Encoding[] Encodings(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)],
        [0xFE, 0xFF, ..] => [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)],
        _ =>
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        ],
    };

    private static (NoticeDay Day, int Line) Day(JsonElement element, int line)
    {
        var where = $"第 {line} 行";
        var day = Members(element, where, "date", "name", "off");
        return (
            new(
                FactsFile.Day(day["date"].ValueKind == JsonValueKind.String ? day["date"].GetString() : null)
                    ?? throw new NoticeFileException($"{where}：“date”应为日期，写法是 2027-01-01。"),
                Text(day["name"], $"{where}：“name”"),
                day["off"].ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? day["off"].GetBoolean()
                    : throw new NoticeFileException($"{where}：“off”应为 true（放假）或者 false（上班）。")),
            line);
    }

    /// <summary>Exactly these members.</summary>
    private static Dictionary<string, JsonElement> Members(JsonElement element, string where, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new NoticeFileException($"{where}：应为一个对象，写法是 {{…}}。");
        }

        var members = element.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        return members.Keys.Except(names).FirstOrDefault() is { } unknown ? throw new NoticeFileException($"{where}：不认识“{Short(unknown)}”这一项。")
            : names.Except(members.Keys).FirstOrDefault() is { } missing ? throw new NoticeFileException($"{where}：缺少“{missing}”这一项。")
            : members;
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray()
        : throw new NoticeFileException($"“{name}”应为一个数组，写法是 […]。");

    private static string Text(JsonElement element, string where)
    {
        var text = element.ValueKind == JsonValueKind.String
            ? element.GetString()!.Trim()
            : throw new NoticeFileException($"{where}应为一段文字。");
        return text.Any(char.IsControl) ? throw new NoticeFileException($"{where}不能有控制字符和换行。") : text;
    }

    private static string Short(string name) => name.Length > 20 ? $"{name[..20]}…" : name;

    /// <summary>The lines on which the items of <c>days</c> begin.</summary>
    private static List<int> LinesOfDays(byte[] text)
    {
        var (lines, line, counted, inDays) = (new List<int>(), 1, 0L, false);
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            line += text.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
            counted = reader.TokenStartIndex;
            inDays = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } ? reader.ValueTextEquals("days"u8) : inDays;
            if (inDays && reader.CurrentDepth == DepthOfDays && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
