using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Tracker.Domain.LegalTime;

/// <summary>
/// 国务院办公厅关于部分节假日安排的通知: what a year's notice changes about Monday-to-Friday: weekdays off, and weekend days
/// that are worked instead (调休).
/// </summary>
/// <param name="Year">The year the notice is for; its days may lie in the December before.</param>
/// <param name="Sources">Where the notice, and any later change of it, was published.</param>
/// <param name="Days">Every day the notice names.</param>
public sealed record HolidayNotice(int Year, ImmutableArray<string> Sources, ImmutableArray<NoticeDay> Days)
{
    private const int LastAdoptedAtFirst = 2026;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The notices for 2007 to 2026 that came with this program, oldest first.</summary>
    public static ImmutableArray<HolidayNotice> Embedded { get; } = ReadEmbedded();

    /// <summary>Those of 2007 to 2026, which a book adopts when it is first opened. Later ones are offers until a person adopts them.</summary>
    public static ImmutableArray<HolidayNotice> First { get; } = [.. Embedded.Where(notice => notice.Year <= LastAdoptedAtFirst)];

    /// <summary>Whether a source is an address a browser can open.</summary>
    public static bool IsAddress(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>Whether it says the same, from the same sources.</summary>
    public bool SameAs(HolidayNotice other) => Year == other.Year && Sources.SequenceEqual(other.Sources) && Days.SequenceEqual(other.Days);

    /// <summary>Reads a notice in the format of <c>Notices/*.json</c>.</summary>
    /// <exception cref="FormatException">The text is not such a notice.</exception>
    public static HolidayNotice Parse(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json, Options) ?? throw new FormatException("空文件");
            if (file.Days.Any(day => day is null) || file.Notices.Any(notice => notice is null))
            {
                throw new FormatException("节假日安排文件中有空项");
            }

            return new(file.Year, [.. file.Notices], [.. file.Days.OrderBy(day => day.Date)]);
        }
        catch (JsonException fault)
        {
            throw new FormatException("不是节假日安排文件", fault);
        }
    }

    private static ImmutableArray<HolidayNotice> ReadEmbedded()
    {
        var assembly = typeof(HolidayNotice).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("notices/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return Parse(reader.ReadToEnd());
                }),
        ];
    }

    private sealed record File(int Year, string[] Notices, NoticeDay[] Days);
}

/// <summary>One day of a notice.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">The holiday it belongs to, e.g. 春节.</param>
/// <param name="Off">True: a day off. False: a day worked in exchange (调休上班).</param>
public sealed record NoticeDay(DateOnly Date, string Name, bool Off)
{
    /// <summary>Whether it is a Saturday or a Sunday.</summary>
    public bool IsWeekend => FallsOnWeekend(Date);

    public static bool FallsOnWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Name}{(Off ? "放假" : "上班")}");
}
