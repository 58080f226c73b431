using System.Security.Cryptography;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore.CaseDocuments;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>附件: what went in comes out, through a new master key as well; what was done to a piece is noticed; what is erased is gone.</summary>
public sealed class CaseDocumentTests(PrivateClusterFixture cluster)
{
    private const int Piece = 64 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((9 * Piece) + 17)]
    public async Task What_went_in_comes_out_piece_by_piece(int size)
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        var content = RandomNumberGenerator.GetBytes(size);

        var document = await AddAsync(book, id, content);

        Assert.Equal(content, await ReadAsync(book, id, document));
        Assert.Equal((size + Piece - 1) / Piece, await CountAsync(book));
        Assert.Empty(await FaultsAsync(book));
    }

    [Fact]
    public async Task It_stays_readable_under_a_new_master_key_and_goes_when_it_is_removed_or_its_person_erased()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var (id, other) = (await Given.RegisteredAsync(book), await Given.RegisteredAsync(book));
        var content = RandomNumberGenerator.GetBytes(3 * Piece);
        var (kept, removed, others) = (await AddAsync(book, id, content), await AddAsync(book, id, content), await AddAsync(book, other, content));

        await KeyRotation.RunAsync(book, next: null, default);
        Assert.Equal(content, await ReadAsync(book, id, kept));

        await ChangeAsync(book, id, state => RemoveDocument.Decide(state, new(removed, Reason: null), Given.Today));
        Assert.Equal(6, await CountAsync(book));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(book, id, removed));
        Assert.Empty(await FaultsAsync(book));

        await ChangeAsync(book, id, state => WithdrawRequest.Decide(state, new(Given.Today, DocumentNumber: null, Statement: null), Given.Today));
        await ChangeAsync(book, id, state => ErasePersonalData.Decide(state, new(Given.Today)));
        Assert.True(await ErasedKeys.ForgetAsync(book, default));
        Assert.Equal(3, await CountAsync(book));
        Assert.Equal(content, await ReadAsync(book, other, others));
        Assert.Empty(await FaultsAsync(book));
    }

    [Theory]
    [InlineData("delete from document_chunks where place = 1", true)]
    [InlineData("delete from document_chunks where place = 2", true)]
    [InlineData("delete from document_chunks", true)]
    [InlineData("update document_chunks set sealed = substr(sealed, 1, 1000) where place = 2", true)]
    [InlineData("insert into document_chunks select tenant_id, case_id, document_id, 3, key_id, sealed from document_chunks where place = 2", true)]
    [InlineData("insert into document_chunks select tenant_id, case_id, gen_random_uuid(), place, key_id, sealed from document_chunks", true)]
    [InlineData("insert into document_chunks select tenant_id, gen_random_uuid(), document_id, place, key_id, sealed from document_chunks", true)]
    [InlineData("update document_chunks set place = 10 - place; update document_chunks set place = case place when 10 then 1 when 9 then 0 else 2 end", false)]
    [InlineData("update document_chunks c set sealed = o.sealed from document_chunks o where c.place = 1 and o.place = 0", false)]
    [InlineData("update document_chunks set key_id = gen_random_uuid() where place = 0", false)]
    [InlineData("update document_chunks set sealed = set_byte(sealed, 100, get_byte(sealed, 100) # 1) where place = 1", false)]
    public async Task Whatever_is_done_to_the_pieces_is_found(string change, bool cheaply)
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        var document = await AddAsync(book, id, RandomNumberGenerator.GetBytes((2 * Piece) + 1234));

        await using (var command = book.Database.CreateCommand(change))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal([BookFault.DocumentContent], await FaultsAsync(book));
        Assert.Equal(cheaply ? [BookFault.DocumentContent] : [], await FaultsAsync(book, contents: false));
        if (!change.StartsWith("insert", StringComparison.Ordinal))
        {
            await Assert.ThrowsAsync<BookException>(() => ReadAsync(book, id, document));
        }
    }

    [Fact]
    public async Task Another_content_under_the_same_key_is_found_by_its_digest()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        var document = await AddAsync(book, id, [1, 2, 3]);
        var stream = await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default);
        var forged = DocumentChunks.Seal(stream.Keys.Current!, new(stream.Key, document, 0, IsLast: true), [1, 2, 4]);

        await using (var command = book.Database.CreateCommand("update document_chunks set sealed = $1"))
        {
            command.Parameters.Add(new() { Value = forged });
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal([BookFault.DocumentContent], await FaultsAsync(book));
    }

    [Fact]
    public async Task The_same_command_again_adds_nothing_and_of_two_at_once_one_is_written_with_its_content()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var id = await Given.RegisteredAsync(book);
        var command = Guid.CreateVersion7();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAddAsync(book, id, RandomNumberGenerator.GetBytes(Piece + 1), command)));
        var again = await TryAddAsync(book, id, [1], command);

        Assert.All(clicks.Append(again), click => Assert.IsType<Changed<RequestState, RequestEvent>>(click));
        Assert.Equal(2, await CountAsync(book));
        Assert.Equal(2, (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).Version);
        Assert.Empty(await FaultsAsync(book));
    }

    [Fact]
    public async Task The_pages_see_add_and_remove_their_own_office_s_alone_and_change_none()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await using var web = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        var id = await Given.RegisteredAsync(web);
        var document = await AddAsync(web, id, [1, 2, 3]);

        Assert.Equal([1, 2, 3], await ReadAsync(web, id, document));
        Assert.Equal(0, await RunAsync(web, "other-office", "delete from document_chunks"));
        foreach (var (book, statement) in new[]
        {
            (web, "update document_chunks set place = 7"),
            (web, "insert into document_chunks values ('other-office', gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), '')"),
            (worker, "delete from document_chunks"),
            (worker, "update document_chunks set place = 7"),
        })
        {
            var fault = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(book, Given.Office, statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fault.SqlState);
        }

        Assert.Equal(1, await CountAsync(owner));
        await ChangeAsync(web, id, state => RemoveDocument.Decide(state, new(document, Reason: null), Given.Today));
        Assert.Equal(0, await CountAsync(owner));
    }

    private static async Task<Guid> AddAsync(Book book, Guid id, byte[] content)
    {
        var changed = Assert.IsType<Changed<RequestState, RequestEvent>>(await TryAddAsync(book, id, content, Guid.CreateVersion7()));
        return changed.State.Documents[^1].Document;
    }

    private static async Task<ChangeResult<RequestState, RequestEvent>> TryAddAsync(Book book, Guid id, byte[] content, Guid command)
    {
        var store = new DocumentStore(book, (_, _, _, _) => { });
        await using var incoming = DocumentStore.Receive(await store.LoadAsync(new StreamKey(Given.Office, id), default))!;
        Assert.Null(await incoming.ReceiveAsync(new MemoryStream(content), _ => null, default));
        return await store.AddAsync(
            incoming,
            Given.Act(commandId: command),
            state => AddDocument.Decide(state, new(incoming.Id, DocumentType.Pdf, incoming.Size, Sealed.Text("样例.pdf"), Sealed.Text(incoming.Digest)), Given.Today),
            default);
    }

    private static async Task<byte[]> ReadAsync(Book book, Guid id, Guid document)
    {
        var store = new DocumentStore(book, (_, _, _, _) => { });
        var stream = await store.LoadAsync(new StreamKey(Given.Office, id), default);
        var content = new MemoryStream();
        await foreach (var piece in store.ReadAsync(stream, stream.State.Documents.First(added => added.Document == document), default))
        {
            await content.WriteAsync(piece);
        }

        return content.ToArray();
    }

    private static async Task ChangeAsync(Book book, Guid id, Func<RequestState, Decision<RequestEvent>> decide) =>
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Given.Store(book).ChangeAsync(id, seenVersion: null, Given.Act(), decide, default));

    private static async Task<IEnumerable<BookFault>> FaultsAsync(Book book, bool contents = true)
    {
        var findings = new BookFindings();
        await using var snapshot = await BookSnapshot.TakeAsync(book, default);
        await Verification.RunAsync(snapshot, head: null, findings, default, contents);
        return findings.All.Select(finding => finding.Fault);
    }

    private static async Task<int> CountAsync(Book book)
    {
        await using var command = book.Database.CreateCommand("select count(*)::integer from document_chunks");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<int> RunAsync(Book book, string office, string sql)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office), new(sql) } };
        await batch.ExecuteNonQueryAsync();
        return batch.BatchCommands[1].RecordsAffected;
    }
}
