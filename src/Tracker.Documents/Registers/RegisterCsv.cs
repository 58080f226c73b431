using System.Globalization;
using System.Text;
using CsvHelper;

namespace Tracker.Documents.Registers;

/// <summary>台账 as CSV: UTF-8 with its mark, one line of headings, days as 2026-03-10.</summary>
public static class RegisterCsv
{
    /// <summary>What a spreadsheet takes for the beginning of a formula.</summary>
    private const string Formulas = "=+-@＝＋－＠\t\r";

    /// <summary>Writes all lines; answers how many.</summary>
    public static async Task<int> WriteAsync(Stream file, IAsyncEnumerable<RegisterLine> lines, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = CsvWriter.Create(text, new CsvWriterOptions(), leaveOpen: true);
        foreach (var (heading, _) in RegisterLine.Columns)
        {
            csv.WriteField(heading);
        }

        await csv.EndRecordAsync(cancellationToken);
        var count = 0;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            foreach (var cell in line.Cells)
            {
                csv.WriteField(cell is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Harmless((string?)cell));
            }

            await csv.EndRecordAsync(cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>A text that would be a formula behind a tab, which a spreadsheet shows as the text it is.</summary>
    private static string? Harmless(string? text) => text is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal) ? $"\t{text}" : text;
}
