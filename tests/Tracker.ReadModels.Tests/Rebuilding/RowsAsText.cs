using Tracker.EventStore;

namespace Tracker.ReadModels.Tests.Rebuilding;

/// <summary>What stands in the rows, and whether it is what the book comes to.</summary>
internal static class RowsAsText
{
    /// <summary>Every row by its request.</summary>
    public static async Task<Dictionary<Guid, string>> OfAsync(Book book)
    {
        await using var command = book.Database.CreateCommand("select id, c::text from case_rows c");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<Guid, string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetGuid(0), reader.GetString(1));
        }

        return rows;
    }

    /// <summary>Every row is the one recomputed from the book, and no table is left over.</summary>
    public static async Task AssertVerifiedAsync(Book book, long expected)
    {
        var findings = new BookFindings();
        Assert.Equal(expected, await CaseRows.VerifyAsync(book, findings, default));
        Assert.Empty(findings.All);
        await using var command = book.Database.CreateCommand("select to_regclass('case_rows_rebuilding') is null");
        Assert.True((bool)(await command.ExecuteScalarAsync())!);
    }
}
