using System.Security.Cryptography;
using System.Text;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Offices;

namespace Tracker.EventStore;

/// <summary>The streams of offices.</summary>
public sealed class OfficeStore(Book book, RowWriter<OfficeState> rows) : StreamStore<OfficeState, OfficeEvent>(book, Kind, rows)
{
    public static StreamKind<OfficeState, OfficeEvent> Kind { get; } =
        new("office", OfficeState.None, (state, happened) => state.Evolve(happened));

    /// <summary>What is known of an office.</summary>
    public async Task<OfficeState> OfAsync(string code, CancellationToken cancellationToken) =>
        (await LoadAsync(new StreamKey(code, StreamIds.Office(code)), cancellationToken)).State;
}

/// <summary>The streams of reporting years, one per office and year.</summary>
public sealed class ReportingYearStore(Book book)
    : StreamStore<ReportingYearState, ReportingYearEvent>(book, Kind, (_, _, _, _) => { })
{
    public static StreamKind<ReportingYearState, ReportingYearEvent> Kind { get; } =
        new("reporting_year", ReportingYearState.None, (state, happened) => state.Evolve(happened));
}

/// <summary>Stream ids that follow from what the stream is about, so that the same thing can never have two streams.</summary>
public static class StreamIds
{
    /// <summary>工作日历, of which a book has one.</summary>
    public static Guid Calendar { get; } = Of("calendar");

    public static Guid Office(string code) => Of("office", code);

    public static Guid ReportingYear(string office, int year) => Of("reporting_year", office, $"{year}");

    /// <summary>A row of an old register: office, 登记编号 and 提交日期. Numbers that restart at 1 each year stay apart.</summary>
    public static Guid RegisterRow(string office, string number, DateOnly filedOn) =>
        Of("register_row", office, number, $"{filedOn:yyyy-MM-dd}");

    /// <summary>A version 8 uuid (RFC 9562) of the parts' SHA-256.</summary>
    private static Guid Of(params ReadOnlySpan<string> parts)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)), digest);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}
