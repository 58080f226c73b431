using System.Security.Cryptography;
using System.Text;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

public sealed class SealingTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task No_text_somebody_wrote_stands_in_the_stored_event()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.RegisteredAsync(book);

        var stored = (string)(await Scalar(book, "select string_agg(data::text, '') from mt_events"))!;

        Assert.DoesNotContain("样例", stored);
        Assert.DoesNotContain("000-0000-0001", stored);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("样例甲")), stored);
        Assert.Contains("cipher", stored);
    }

    [Fact]
    public async Task The_same_text_is_sealed_differently_each_time()
    {
        await using var book = await cluster.NewBookAsync();
        await Given.RegisteredAsync(book);
        await Given.RegisteredAsync(book);

        Assert.Equal(2L, await Scalar(book, "select count(distinct data->'applicantName'->>'cipher') from mt_events"));
    }

    [Fact]
    public async Task A_sealed_value_moved_to_another_request_cannot_be_opened()
    {
        await using var book = await cluster.NewBookAsync();
        var first = await Given.RegisteredAsync(book);
        var second = await Given.RegisteredAsync(book);
        await Execute(book, $"update mt_events set data = jsonb_set(data, '{{contact}}', data->'applicantName') where stream_id = '{first}'");

        var stream = await Given.Store(book).LoadAsync(new StreamKey(Given.Office, first), default);
        Assert.ThrowsAny<CryptographicException>(() => stream.Unsealer.Open(stream.State.Registration!.Contact));
        Assert.Equal("样例甲", stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task With_its_data_key_destroyed_a_request_still_folds_and_its_texts_are_gone()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        await Execute(book, "delete from data_keys");

        var stream = await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default);

        Assert.True(stream.State.IsRegistered);
        Assert.Null(stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
    }

    [Fact]
    public async Task The_planner_s_statistics_hold_no_sample_of_a_wrapped_key()
    {
        await using var book = await cluster.NewBookAsync();
        for (var place = 0; place < 20; place++)
        {
            await Given.RegisteredAsync(book);
        }

        await Execute(book, "analyze data_keys");

        Assert.Equal(0L, await Scalar(book, "select count(*) from pg_stats where tablename = 'data_keys' and attname = 'wrapped'"));
        Assert.NotEqual(0L, await Scalar(book, "select count(*) from pg_stats where tablename = 'data_keys'"));
    }

    [Fact]
    public async Task A_wrong_master_key_refuses_to_start_and_changes_nothing()
    {
        var database = await cluster.NewDatabaseAsync();
        await using (await Book.OpenAsync(database, cluster.NewKey(), BookRole.Owner, default)) { }
        var other = new MasterKeySource(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), "unused");

        var fault = await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, other, BookRole.Owner, default));

        Assert.Contains("主密钥不匹配", fault.Message);
    }

    [Fact]
    public async Task A_missing_master_key_refuses_to_start_and_never_makes_a_new_one()
    {
        var database = await cluster.NewDatabaseAsync();
        var source = cluster.NewKey();
        await using (await Book.OpenAsync(database, source, BookRole.Owner, default)) { }
        File.Delete(source.File);

        var fault = await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, source, BookRole.Owner, default));

        Assert.Contains("缺少主密钥", fault.Message);
        Assert.False(File.Exists(source.File));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    [InlineData("zz")]
    public async Task What_is_no_key_is_refused_with_a_sentence(string text)
    {
        var fault = await Assert.ThrowsAsync<BookException>(async () =>
            await Book.OpenAsync(await cluster.NewDatabaseAsync(), new MasterKeySource(text, "unused"), BookRole.Owner, default));

        Assert.Contains("32 字节", fault.Message);
    }

    [Fact]
    public async Task The_key_file_is_readable_by_its_owner_only()
    {
        var source = cluster.NewKey();
        await using var book = await Book.OpenAsync(await cluster.NewDatabaseAsync(), source, BookRole.Owner, default);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(source.File));
    }

    private static async Task<object?> Scalar(Book book, string sql)
    {
        await using var command = book.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task Execute(Book book, string sql)
    {
        await using var command = book.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
