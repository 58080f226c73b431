using System.Security.Cryptography;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>A new master key: nothing is lost, nothing changes its hash, and a running program goes on.</summary>
public sealed class KeyRotationTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task Everything_reads_as_before_and_the_old_key_is_refused()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 7);
        var before = await HashesAsync(database, key);
        var old = await File.ReadAllTextAsync(key.File);

        await using (var owner = await Book.OpenAsync(database, key, BookRole.Owner, default))
        {
            Assert.Equal(7, await KeyRotation.RunAsync(owner, next: null, default));
            await AllOpenAsync(owner, ids);
        }

        await using (var reopened = await Book.OpenAsync(database, key, BookRole.Web, default))
        {
            await AllOpenAsync(reopened, ids);
        }

        Assert.Equal(before, await HashesAsync(database, key));
        Assert.NotEqual(old, await File.ReadAllTextAsync(key.File));
        Assert.Equal(old, await File.ReadAllTextAsync($"{key.File}.old-1"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key.File));
        Assert.False(File.Exists($"{key.File}.next"));
        var fault = await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, new(old, "unused"), BookRole.Web, default));
        Assert.Contains("主密钥不匹配", fault.Message);
    }

    [Fact]
    public async Task A_program_that_runs_meanwhile_follows_and_nothing_it_registers_is_under_the_old_key()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var running = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        var ids = new List<Guid> { await Given.RegisteredAsync(running) };

        using var stop = new CancellationTokenSource();
        var registering = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var own = new List<Guid>();
            while (!stop.IsCancellationRequested)
            {
                own.Add(await Given.RegisteredAsync(running));
            }

            return own;
        })));
        for (var round = 0; round < 4; round++)
        {
            await KeyRotation.RunAsync(owner, next: null, default);
        }

        await stop.CancelAsync();
        ids.AddRange((await registering).SelectMany(own => own));

        Assert.True(ids.Count > 10);
        await AllOpenAsync(running, ids);
        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        await AllOpenAsync(reopened, ids);
    }

    [Fact]
    public async Task A_program_whose_key_came_from_a_variable_says_that_it_needs_the_new_one_and_writes_nothing()
    {
        var database = await cluster.NewDatabaseAsync();
        var (old, next) = (Variable(), Variable());
        await using var running = await Book.OpenAsync(database, old, BookRole.Web, default);
        var id = await Given.RegisteredAsync(running);
        await using (var owner = await Book.OpenAsync(database, old, BookRole.Owner, default))
        {
            Assert.Equal(1, await KeyRotation.RunAsync(owner, next, default));
        }

        var reading = await Assert.ThrowsAsync<BookException>(() => Given.Store(running).LoadAsync(new StreamKey(Given.Office, id), default));
        var writing = await Assert.ThrowsAsync<BookException>(() => Given.RegisteredAsync(running));
        Assert.All([reading, writing], fault => Assert.Contains("主密钥不匹配", fault.Message));

        await using var reopened = await Book.OpenAsync(database, next, BookRole.Web, default);
        await AllOpenAsync(reopened, [id]);
        Assert.Equal("2026-0002", await NumberAsync(reopened, await Given.RegisteredAsync(reopened)));
    }

    [Fact]
    public async Task Without_a_new_key_or_with_the_old_one_nothing_happens()
    {
        var database = await cluster.NewDatabaseAsync();
        var old = Variable();
        await using var owner = await Book.OpenAsync(database, old, BookRole.Owner, default);

        Assert.Contains("TRACKER_NEW_MASTER_KEY", (await Assert.ThrowsAsync<BookException>(() => KeyRotation.RunAsync(owner, next: null, default))).Message);
        Assert.Contains("相同", (await Assert.ThrowsAsync<BookException>(() => KeyRotation.RunAsync(owner, old, default))).Message);

        await using var reopened = await Book.OpenAsync(database, old, BookRole.Web, default);
        await AllOpenAsync(reopened, [await Given.RegisteredAsync(reopened)]);
    }

    [Fact]
    public async Task Cut_off_before_the_file_was_put_in_place_the_next_start_finishes_it()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 1);
        await using (var owner = await Book.OpenAsync(database, key, BookRole.Owner, default))
        {
            await KeyRotation.RunAsync(owner, next: null, default);
        }

        File.Move(key.File, $"{key.File}.next");
        File.Move($"{key.File}.old-1", key.File);

        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        await AllOpenAsync(reopened, ids);
        Assert.False(File.Exists($"{key.File}.next"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public async Task Cut_off_before_the_database_was_told_the_key_that_was_made_is_ignored(string leftOver)
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 1);
        await File.WriteAllTextAsync($"{key.File}.next", leftOver);

        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await AllOpenAsync(owner, ids);
        Assert.Equal(1, await KeyRotation.RunAsync(owner, next: null, default));
        await AllOpenAsync(owner, ids);
    }

    private static MasterKeySource Variable() => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), "unused");

    private static async Task<List<Guid>> RegisteredAsync(string database, MasterKeySource key, int count)
    {
        await using var book = await Book.OpenAsync(database, key, BookRole.Web, default);
        var ids = new List<Guid>();
        for (var place = 0; place < count; place++)
        {
            ids.Add(await Given.RegisteredAsync(book));
        }

        return ids;
    }

    private static async Task AllOpenAsync(Book book, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            var stream = await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default);
            Assert.Equal("样例甲", stream.Unsealer.Open(stream.State.Registration!.ApplicantName));
        }
    }

    private static async Task<string> NumberAsync(Book book, Guid id) =>
        (await Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default)).State.Registration!.Number;

    private static async Task<string> HashesAsync(string database, MasterKeySource key)
    {
        await using var book = await Book.OpenAsync(database, key, BookRole.Worker, default);
        await using var command = book.Database.CreateCommand("select string_agg(headers->>'hash', ',' order by seq_id) from mt_events");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
