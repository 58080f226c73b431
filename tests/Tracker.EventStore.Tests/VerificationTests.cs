using Tracker.Tests;

namespace Tracker.EventStore.Tests;

public sealed class VerificationTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task An_untouched_book_verifies()
    {
        await using var book = await cluster.NewBookAsync();
        await TwoStreamsAsync(book);

        Assert.Empty(await FindingsAsync(book));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{issuedOn}', '\"2026-03-05\"') where version = 2", BookFault.EventHash)]
    [InlineData("update mt_events set timestamp = timestamp - interval '1 microsecond' where version = 2", BookFault.EventHash)]
    [InlineData("update mt_events set user_name = 'user:somebody' where version = 1", BookFault.EventHash)]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{source}', '\"api\"') where version = 1", BookFault.EventHash)]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{prev}', '\"\"') where version = 2", BookFault.Chain)]
    [InlineData("delete from mt_events where version = 1", BookFault.VersionGap)]
    [InlineData("delete from mt_events where version = 2", BookFault.StreamHead)]
    [InlineData("update mt_streams set version = version + 1", BookFault.StreamHead)]
    public async Task Tampering_is_named(string tampering, BookFault expected)
    {
        await using var book = await cluster.NewBookAsync();
        await TwoStreamsAsync(book);
        await using (var command = book.Database.CreateCommand(tampering))
        {
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        Assert.Contains(expected, (await FindingsAsync(book)).Select(finding => finding.Fault));
    }

    private static async Task TwoStreamsAsync(Book book)
    {
        await Given.RegisteredAsync(book);
        var id = await Given.RegisteredAsync(book);
        await Given.Store(book).ChangeAsync(id, 1, Given.Act(), Given.Notice, default);
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book)
    {
        var findings = new BookFindings();
        await using var connection = await book.Database.OpenConnectionAsync();
        Assert.True(await Verification.RunAsync(connection, findings, default) > 0);
        return findings.All;
    }
}
