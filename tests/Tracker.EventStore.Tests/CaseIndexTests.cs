using System.Collections.Immutable;
using System.Security.Cryptography;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore.Indexing;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>Keyed hashes beside the book: in step with every act, gone with the person, and made anew to the same rows.</summary>
public sealed class CaseIndexTests(PrivateClusterFixture cluster)
{
    private const string Content = "样例申请内容";

    [Fact]
    public async Task A_registered_request_is_found_by_its_name_and_by_what_it_asks_for_and_only_in_its_office()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var (first, second) = (await Given.RegisteredAsync(book), await Given.RegisteredAsync(book));
        var elsewhere = await Given.RegisteredAsync(book, "other-office");

        var texts = Texts("样 例 甲", "（样例）申请内容。");
        var lookup = new CaseLookup(book);
        Assert.Equal(new[] { first, second }.Order(), (await lookup.OfApplicantAsync(Given.Office, texts, default)).Order());
        Assert.Equal(new[] { first, second }.Order(), (await lookup.AlikeAsync(Given.Office, texts, default)).Order());
        Assert.Equal([elsewhere], await lookup.AlikeAsync("other-office", texts, default));
        Assert.Empty(await lookup.OfApplicantAsync(Given.Office, Texts("样例乙", ""), default));
        Assert.Empty(await lookup.AlikeAsync(Given.Office, Texts("样例甲", "别的什么信息"), default));
        Assert.Empty(await lookup.AlikeAsync("third-office", texts, default));
    }

    [Fact]
    public async Task Two_offices_hash_the_same_text_to_different_rows()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        await Given.RegisteredAsync(book);
        await Given.RegisteredAsync(book, "other-office");

        Assert.Equal(0L, await ScalarAsync(book, "select count(*) from (select hash from case_index group by hash having count(distinct tenant_id) > 1) as shared"));
        Assert.Equal(2L, await ScalarAsync(book, "select count(*) from index_keys"));
    }

    [Fact]
    public async Task The_pages_see_the_rows_of_no_other_office_and_none_without_one()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var book = await Book.OpenAsync(database, key, BookRole.Web, default);
        await Given.RegisteredAsync(book);

        foreach (var table in new[] { "case_index", "case_pairs", "index_keys" })
        {
            Assert.Equal(0L, await ScalarAsync(book, $"select count(*) from {table}"));
            Assert.Equal(0L, await ScalarAsync(book, $"select count(*) from {table}", "other-office"));
            Assert.NotEqual(0L, await ScalarAsync(book, $"select count(*) from {table}", Given.Office));
        }
    }

    /// <summary>The function goes past row-level security, so it is held to the same.</summary>
    [Fact]
    public async Task Pairs_are_looked_up_in_the_office_the_transaction_names_and_by_nobody_but_pages_and_worker()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var book = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var worker = book.As(BookRole.Worker);
        await using var owner = book.As(BookRole.Owner);
        await Given.RegisteredAsync(book);
        var sought = await ScalarAsync(worker, "select pairs[1:2]::text from case_pairs");
        var count = $"select count(*) from cases_with_pairs('{sought}', 10)";

        Assert.Equal((1L, 0L, 0L), (await ScalarAsync(book, count, Given.Office), await ScalarAsync(book, count), await ScalarAsync(book, count, "other-office")));
        Assert.Equal((1L, 0L), (await ScalarAsync(worker, count, Given.Office), await ScalarAsync(worker, count)));
        Assert.Equal(0L, await ScalarAsync(book, $"select count(*) from cases_with_pairs('{sought}', 0)", Given.Office));
        Assert.Equal(false, await ScalarAsync(owner, "select has_function_privilege('public', 'cases_with_pairs(bigint[], integer)', 'execute')"));
        Assert.Equal(false, await ScalarAsync(owner, "select has_schema_privilege('tracker_worker', 'public', 'create')"));
        foreach (var statement in new[] { "create or replace function cases_with_pairs(sought bigint[], most integer) returns setof uuid language sql as 'select null::uuid'", "alter function cases_with_pairs(bigint[], integer) reset all" })
        {
            await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(book, statement));
        }
    }

    [Fact]
    public async Task What_was_corrected_is_found_as_it_is_now_and_taken_back_as_it_was()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var id = await Given.RegisteredAsync(book);
        var before = await RowsAsync(book);
        await ChangeAsync(book, id, state => CorrectApplicant.Decide(
            state, new(Given.Today, ApplicantKind.NaturalPerson, Sealed.Text("样例乙"), Contact: null, Sealed.Text("甲")), Given.Today));

        var lookup = new CaseLookup(book);
        Assert.Equal([id], await lookup.OfApplicantAsync(Given.Office, Texts("样例乙", ""), default));
        Assert.Empty(await lookup.OfApplicantAsync(Given.Office, Texts("样例甲", ""), default));

        await ChangeAsync(book, id, state => TakeBackEntry.Decide(state, new(2, Given.Today, Sealed.Text("甲")), Given.Today));
        Assert.Equal(before, await RowsAsync(book));
    }

    [Fact]
    public async Task Who_joined_and_a_number_that_came_later_are_found_too()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var id = await Given.RegisteredAsync(book);
        await ChangeAsync(book, id, state => JoinApplicant.Decide(
            state, new(Given.Today, ApplicantKind.NaturalPerson, Sealed.Text("样例丙"), Sealed.Text("000-0000-0003"), IsAnother: false), Given.Today));
        await ChangeAsync(book, id, state => ReceiveIdentityProof.Decide(
            state, new(Given.Today, IdentityDocument.Other, Sealed.Text("样例 0001")), Given.Today));

        var lookup = new CaseLookup(book);
        Assert.Equal([id], await lookup.OfApplicantAsync(Given.Office, Texts("样例丙", ""), default));
        Assert.Equal([id], await lookup.OfApplicantAsync(
            Given.Office, new([new(ApplicantKind.NaturalPerson, "", [], [NormalText.Of("样例0001")])], ""), default));
    }

    [Fact]
    public async Task An_erased_request_leaves_no_row()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        await ChangeAsync(book, id, state => WithdrawRequest.Decide(state, new(Given.Today, DocumentNumber: null, Statement: null), Given.Today));
        Assert.NotEmpty(await RowsAsync(book));

        await ChangeAsync(book, id, state => ErasePersonalData.Decide(state, new(Given.Today)));

        Assert.Empty(await RowsAsync(book));
        Assert.Equal(1, await Reindexing.RunAsync(book, Given.Office, default));
        Assert.Empty(await RowsAsync(book));
    }

    [Fact]
    public async Task Made_anew_the_rows_are_the_same_whatever_was_done_to_them_and_nothing_wrong_is_found()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        var ids = new List<Guid>();
        for (var place = 0; place < 3; place++)
        {
            ids.Add(await Given.RegisteredAsync(book));
        }

        var before = await RowsAsync(book);
        await ScalarAsync(book, $"delete from case_index where case_id = '{ids[0]}'", Given.Office);
        await ScalarAsync(book, $"update case_index set hash = hash + 1 where case_id = '{ids[1]}'", Given.Office);
        await ScalarAsync(book, $"insert into case_pairs values ('{Given.Office}', '{Guid.CreateVersion7()}', '{{1}}')", Given.Office);
        var damaged = new BookFindings();
        await Verification.RunAsync(book, damaged, default);
        Assert.Equal([BookFault.ReadModelRow], damaged.All.Select(finding => finding.Fault));

        Assert.Equal(3, await Reindexing.RunAsync(book, Given.Office, default));

        Assert.Equal(before, await RowsAsync(book));
        var findings = new BookFindings();
        await Verification.RunAsync(book, findings, default);
        Assert.Empty(findings.All);
    }

    [Fact]
    public async Task Made_anew_while_acts_go_on_it_says_what_they_say()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var book = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Given.RegisteredAsync(book)));

        var correcting = Task.WhenAll(ids.Select((id, place) => ChangeAsync(book, id, state => CorrectApplicant.Decide(
            state, new(Given.Today, ApplicantKind.NaturalPerson, Sealed.Text($"样例{place}"), Contact: null, Sealed.Text("甲")), Given.Today))));
        for (var round = 0; round < 5 || !correcting.IsCompleted; round++)
        {
            await Reindexing.RunAsync(worker, Given.Office, default);
        }

        await correcting;
        var after = await RowsAsync(worker);
        await Reindexing.RunAsync(worker, Given.Office, default);
        Assert.Equal(after, await RowsAsync(worker));
        Assert.Equal([ids[7]], await new CaseLookup(book).OfApplicantAsync(Given.Office, Texts("样例7", ""), default));
    }

    [Fact]
    public async Task A_new_master_key_changes_no_hash_and_programs_of_before_and_after_find_the_same()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var running = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        var id = await Given.RegisteredAsync(running);
        var before = await RowsAsync(running);

        await KeyRotation.RunAsync(owner, next: null, default);

        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        Assert.Equal(before, await RowsAsync(running));
        foreach (var book in new[] { running, reopened })
        {
            Assert.Equal([id], await new CaseLookup(book).OfApplicantAsync(Given.Office, Texts("样例甲", ""), default));
        }

        await Given.RegisteredAsync(running, "new-office"); // its first key, under the new master key
        var findings = new BookFindings();
        await Verification.RunAsync(owner, findings, default);
        Assert.DoesNotContain(findings.All, finding => finding.Fault == BookFault.DataKey);
    }

    [Fact]
    public async Task Of_many_who_need_the_first_key_of_an_office_all_get_the_same()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var one = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var other = await Book.OpenAsync(database, key, BookRole.Web, default);

        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(place => Given.RegisteredAsync(place % 2 == 0 ? one : other)));

        Assert.Equal(ids.Order(), (await new CaseLookup(one).OfApplicantAsync(Given.Office, Texts("样例甲", ""), default)).Order());
    }

    [Fact]
    public async Task A_spoilt_index_key_is_named()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.OfficeAsync(book);
        await Given.RegisteredAsync(book);
        await ScalarAsync(book, "update index_keys set wrapped = '\\x00'", Given.Office);

        var findings = new BookFindings();
        await Verification.RunAsync(book, findings, default);
        Assert.Equal(new InTable("index_keys", Given.Office), Assert.Single(findings.All).First);

        await using var reopened = book.As(BookRole.Web);
        var fault = await Assert.ThrowsAsync<BookException>(() => Given.RegisteredAsync(reopened));
        Assert.Contains("索引密钥", fault.Message);
    }

    [Fact]
    public async Task Another_text_under_the_same_hash_is_found_and_then_seen_to_be_another()
    {
        await using var book = await cluster.NewBookAsync();
        var (own, other) = (await Given.RegisteredAsync(book), await RegisteredAsync(book, "样例乙", "别的什么信息"));
        await ScalarAsync(book, $"delete from case_index where case_id = '{other}'", Given.Office);
        await ScalarAsync(book, $"insert into case_index select tenant_id, '{other}', kind, hash from case_index where case_id = '{own}'", Given.Office);

        var texts = Texts("样例甲", Content);
        var found = await new CaseLookup(book).AlikeAsync(Given.Office, texts, default);
        Assert.Contains(other, found);
        await using var connection = await book.Database.OpenConnectionAsync();
        var opened = (await KnownCases.ReadAsync(book, connection, Given.Office, found, default)).Single(known => known.Id == other);
        Assert.False(texts.AsksForSame(opened.Texts) || texts.IsOfSameApplicant(opened.Texts));
    }

    [Fact]
    public async Task A_megabyte_and_rare_characters_are_indexed_and_found()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Web);
        var large = string.Concat(Enumerable.Range(0, 350_000).Select(place => (char)('\u4e00' + (place * 7919L % 20_011))));
        var id = await RegisteredAsync(book, "𠀀𠀁", large);
        var rare = await RegisteredAsync(book, "ＡＢＣ（集团）", "𠀀\U0002F800①");

        var lookup = new CaseLookup(book);
        Assert.Equal([id], await lookup.AlikeAsync(Given.Office, Texts("", large[..^1000]), default));
        Assert.Equal([id], await lookup.OfApplicantAsync(Given.Office, Texts("𠀀𠀁", ""), default));
        Assert.Equal([rare], await lookup.OfApplicantAsync(Given.Office, Texts("abc集团", ""), default));
        Assert.Equal([rare], await lookup.AlikeAsync(Given.Office, Texts("", "𠀀丽1"), default));
    }

    [Fact]
    public async Task An_import_makes_the_rows_a_page_makes()
    {
        await using var book = await cluster.NewBookAsync(BookRole.Worker);
        await using (var import = await BulkRegistration.BeginAsync(book, Given.Act(), (_, _, _, _) => Task.CompletedTask, default))
        {
            await import.WriteAsync([Imported(1, "样例甲"), Imported(2, ""), Imported(3, "样例甲")], default);
            await import.CommitAsync(default);
        }

        var imported = await RowsAsync(book);
        Assert.Equal(3, await Reindexing.RunAsync(book, Given.Office, default));
        Assert.Equal(imported, await RowsAsync(book));
        Assert.Equal(2, (await new CaseLookup(book).OfApplicantAsync(Given.Office, Texts("样例甲", ""), default)).Length);
    }

    [Fact]
    public void A_hash_is_the_beginning_of_an_HMAC_and_each_kind_has_its_own()
    {
        var key = IndexKey.New();

        Assert.NotEqual(key.Hash(CaseTerms.Name, "甲"), key.Hash(CaseTerms.Content, "甲"));
        Assert.NotEqual(key.Hash(CaseTerms.Name, "甲"), IndexKey.New().Hash(CaseTerms.Name, "甲"));
        Assert.Equal(key.Hash(('甲', '乙')), key.Hash(('甲', '乙')));
        Assert.True(HMACSHA256.HashSizeInBytes >= sizeof(long));
    }

    private static CaseTexts Texts(string name, string content) =>
        new([new(ApplicantKind.NaturalPerson, NormalText.Of(name), [], [])], NormalText.Of(content));

    private static ImportedRequest Imported(int row, string name) => new(
        row,
        $"旧{row}",
        new(2026, 3, 2),
        [new RequestReceived($"旧{row}", NumberOrigin.Imported, Channel.InPerson, new(new(2026, 3, 2)), ApplicantKind.NaturalPerson, Sealed.Text(name), Content: name.Length > 0 ? Sealed.Text(Content) : null)]);

    private static async Task<Guid> RegisteredAsync(Book book, string name, string content)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Given.Store(book).StartAsync(
            id,
            Given.Act(),
            number => ReceiveRequest.Decide(
                RequestState.None, Given.Request(number, name) with { Content = Sealed.Text(content) }, WorkingCalendar.Embedded, Given.Today),
            default));
        return id;
    }

    private static async Task ChangeAsync(Book book, Guid id, Func<RequestState, Decision<RequestEvent>> decide) =>
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Given.Store(book).ChangeAsync(id, seenVersion: null, Given.Act(), decide, default));

    /// <summary>Every row of the office.</summary>
    private static async Task<ImmutableArray<string>> RowsAsync(Book book) => [.. (string[])(await ScalarAsync(
        book,
        """
        select coalesce(array_agg(line order by line), '{}') from (
          select format('%s %s %s', case_id, kind, hash) from case_index union all
          select format('%s %s', case_id, (select array_agg(pair order by pair) from unnest(pairs) as pair)) from case_pairs) as rows (line)
        """,
        Given.Office))!];

    private static async Task<object?> ScalarAsync(Book book, string sql, string? office = null)
    {
        await using var connection = await book.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (office is not null)
        {
            await using var own = new NpgsqlCommand("select set_config('tracker.office', $1, true)", connection) { Parameters = { new() { Value = office } } };
            await own.ExecuteNonQueryAsync();
        }

        await using var command = new NpgsqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync();
        await transaction.CommitAsync();
        return value;
    }
}
