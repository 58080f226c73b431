using Tracker.EventStore.Seals;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>A head code on paper: read back however it was written down, and independent of where the book was sealed.</summary>
public sealed class SealTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_code_covers_the_book_up_to_its_place_and_stays_true_when_the_book_grows()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        await Given.RegisteredAsync(book);
        var first = (await new Sealer(book).SealAllAsync(Given.Now, default))!;
        await Given.RegisteredAsync(book);
        var second = (await new Sealer(book).SealAllAsync(Given.Now, default))!;

        Assert.Equal((2L, 3L), (first.Events, second.Events));
        Assert.NotEqual(first.Code, second.Code);
        Assert.Empty(await FindingsAsync(book, first.Code));
        Assert.Empty(await FindingsAsync(book, second.Code));
    }

    [Fact]
    public async Task The_code_depends_on_the_events_and_not_on_where_they_were_sealed()
    {
        await using var book = await cluster.NewBookAsync();
        for (var round = 0; round < 3; round++)
        {
            await Given.RegisteredAsync(book);
            await new Sealer(book).SealAllAsync(Given.Now, default);
        }

        var inSteps = (await new Sealer(book).SealAllAsync(Given.Now, default))!.Code;
        await using (var command = book.Database.CreateCommand("delete from seals"))
        {
            Assert.Equal(3, await command.ExecuteNonQueryAsync());
        }

        Assert.Equal(inSteps, (await new Sealer(book).SealAllAsync(Given.Now, default))!.Code);
    }

    [Fact]
    public async Task Sealed_twice_it_is_one_seal_and_an_empty_book_has_none()
    {
        await using var book = await cluster.NewBookAsync();
        Assert.Null(await new Sealer(book).SealAllAsync(Given.Now, default));
        await Given.RegisteredAsync(book);

        var seals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Sealer(book).SealAllAsync(Given.Now, default)));

        Assert.Single(seals.Select(seal => seal!.Code).Distinct());
        await using var command = book.Database.CreateCommand("select count(*) from seals");
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Sealing_while_others_write_never_seals_a_place_that_can_still_change()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Given.RegisteredAsync(book);
            }
        })));
        var codes = new HashSet<SealCode>();
        var sealer = new Sealer(book);
        while (codes.Count < 8)
        {
            if (await sealer.SealSafeAsync(Given.Now, default) is { } head)
            {
                codes.Add(head.Code);
            }
        }

        await stop.CancelAsync();
        await writing;

        foreach (var code in codes)
        {
            Assert.Empty(await FindingsAsync(book, code));
        }
    }

    [Fact]
    public void A_code_is_read_however_it_was_written_down()
    {
        var code = SealCode.Of(1207, [.. Enumerable.Range(7, 32).Select(value => (byte)(value * 37))]);

        Assert.Matches("^1207(-[0-9A-HJKMNP-TV-Z]{5}){4}$", $"{code}");
        Assert.Equal(code, SealCode.TryParse($"{code}"));
        Assert.Equal(code, SealCode.TryParse($"  {$"{code}".ToLowerInvariant()} "));
        Assert.Equal(code, SealCode.TryParse($"1207-{$"{code}"[5..].Replace("-", " ")}"));
        Assert.Equal(code, SealCode.TryParse($"{code}".Replace('-', '－').Replace('1', '１').Replace('7', '７')));
        Assert.Equal(code, SealCode.TryParse($"{code}".Replace('-', '—')));
        Assert.Equal(code, SealCode.TryParse($"1207-{$"{code}"[5..].Replace('0', 'o').Replace('1', 'l')}"));
    }

    [Fact]
    public void A_slip_of_the_pen_is_no_code()
    {
        var text = $"{SealCode.Of(1207, [.. Enumerable.Range(1, 32).Select(value => (byte)value)])}";

        var slips = Enumerable.Range(0, text.Length)
            .Where(place => text[place] != '-')
            .Select(place => text[..place] + (text[place] == '7' ? '8' : '7') + text[(place + 1)..])
            .ToList();
        Assert.True(slips.Count(slip => SealCode.TryParse(slip) is null) >= slips.Count - 1); // ten bits of check: one in a thousand slips through
        Assert.All(new[] { null, "", "1207", "1207-", "-AAAAA", text[..^1], text + "0", "x" + text }, typed => Assert.Null(SealCode.TryParse(typed)));
    }

    private static async Task<IReadOnlyCollection<BookFinding>> FindingsAsync(Book book, SealCode head)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(book, default);
        await Verification.RunAsync(snapshot, head, findings, default);
        return findings.All;
    }
}
