using Tracker.Domain.LegalTime;
using Tracker.Tests;

namespace Tracker.ReadModels.Tests;

/// <summary>A reading is kept for as long as nobody writes, and not a moment longer.</summary>
public sealed class KeptReadingsTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_desk_nobody_wrote_since_is_not_read_anew()
    {
        await using var book = await cluster.NewBookAsync();
        await DeskHistories.WriteAsync(book, seed: 61, count: 20);
        var desk = new Desk(book);
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (ReferenceEquals(await ReadAsync(desk), await ReadAsync(desk)))
            {
                return;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken); // another test writes to another database of the same server
        }

        Assert.Fail("It was read anew each time.");
    }

    [Fact]
    public async Task What_is_written_is_seen_with_the_next_look_and_another_office_s_desk_is_another()
    {
        await using var book = await cluster.NewBookAsync();
        await DeskHistories.WriteAsync(book, seed: 62, count: 30);
        var desk = new Desk(book);
        for (var late = 1; late <= 5; late++)
        {
            Assert.Equal(late - 1, (await ReadAsync(desk)).Counts[DeskPart.Today]);
            await using var write = book.As(EventStore.BookRole.Owner).Database.CreateCommand(
                $"""
                update case_rows set due_on = '2030-01-07', in_hand = true
                where id = (select id from case_rows where tenant_id = '{RandomHistories.Office}' and due_on is distinct from '2030-01-07' limit 1)
                """);
            Assert.Equal(1, await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(5, (await ReadAsync(desk)).Counts[DeskPart.Today]);
        Assert.Equal(0, (await ReadAsync(desk, "nobodys-office")).Counts[DeskPart.Today]);
    }

    private static Task<DeskReading> ReadAsync(Desk desk, string office = RandomHistories.Office) =>
        desk.ReadAsync(office, [Awaited.AnswerApproval], WorkingCalendar.Embedded, new(2030, 1, 7), TestContext.Current.CancellationToken);
}
