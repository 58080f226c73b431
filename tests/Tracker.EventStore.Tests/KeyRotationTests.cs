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
            Assert.Equal(new(7, Beside: null), await KeyRotation.RunAsync(owner, next: null, default));
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
        Assert.Empty(Next(key));
        var fault = await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, new(old, "unused"), BookRole.Web, default));
        Assert.Contains("主密钥不匹配", fault.Message);
    }

    [Fact]
    public async Task Settings_are_sealed_anew_and_read_on_and_a_spoilt_one_stops_the_rotation()
    {
        await using var owner = await cluster.NewBookAsync();
        await using var running = owner.As(BookRole.Web);
        var settings = new SealedSettings(running);
        await settings.SetAsync(Given.Office, "channel_1", "样例密钥", Given.Now, default);
        await settings.SetAsync(CalendarStore.SystemOffice, "sending", "样例密码", Given.Now, default);
        await settings.SetAsync(Given.Office, "channel_1", "样例新密钥", Given.Now, default);
        Assert.DoesNotContain("样例", await DumpAsync(owner));

        await KeyRotation.RunAsync(owner, next: null, default);

        Assert.Equal("样例新密钥", await settings.FindAsync(Given.Office, "channel_1", default));
        Assert.Equal("样例密码", await new SealedSettings(owner).FindAsync(CalendarStore.SystemOffice, "sending", default));
        Assert.Empty(await settings.AllAsync("other-office", "", default));
        Assert.Empty(await settings.AllAsync(Given.Office, "channel%", default));
        var findings = new BookFindings();
        await Verification.RunAsync(owner, findings, default);
        Assert.False(findings.Has(BookFault.DataKey));

        await using (var worker = owner.As(BookRole.Worker))
        await using (var spoil = worker.Database.CreateCommand("update sealed_settings set name = 'channel_2' where name = 'channel_1'"))
        {
            await spoil.ExecuteNonQueryAsync();
        }

        await Verification.RunAsync(owner, findings, default);
        Assert.True(findings.Has(BookFault.DataKey));
        Assert.Contains("sealed_settings", (await Assert.ThrowsAsync<BookException>(() => KeyRotation.RunAsync(owner, next: null, default))).Message);
        Assert.Equal("样例密码", await settings.FindAsync(CalendarStore.SystemOffice, "sending", default));
        await settings.RemoveAsync(Given.Office, "channel_2", default);
        await KeyRotation.RunAsync(owner, next: null, default);
    }

    private static async Task<string> DumpAsync(Book owner)
    {
        await using var worker = owner.As(BookRole.Worker);
        await using var command = worker.Database.CreateCommand("select string_agg(encode(sealed, 'escape'), ' ') from sealed_settings");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [Fact]
    public async Task A_program_that_runs_meanwhile_follows_and_nothing_it_registers_is_under_the_old_key()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var running = await Book.OpenAsync(database, key, BookRole.Web, default);
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        var ids = new List<Guid> { await Given.RegisteredAsync(running) };

        var registered = 0;
        using var stop = new CancellationTokenSource();
        var registering = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var own = new List<Guid>();
            while (!stop.IsCancellationRequested)
            {
                own.Add(await Given.RegisteredAsync(running));
                Interlocked.Increment(ref registered);
            }

            return own;
        })));
        for (var round = 0; round < 4 || (Volatile.Read(ref registered) <= 10 && !registering.IsCompleted); round++)
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
            Assert.Equal(1, (await KeyRotation.RunAsync(owner, next, default)).Rewrapped);
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

        File.Move(key.File, await NextFileAsync(database, key));
        File.Move($"{key.File}.old-1", key.File);

        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        await AllOpenAsync(reopened, ids);
        Assert.Empty(Next(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")]
    public async Task Cut_off_before_the_database_was_told_the_key_that_was_made_is_ignored(string leftOver)
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 1);
        var ofTheKeyInUse = await NextFileAsync(database, key);
        await File.WriteAllTextAsync(ofTheKeyInUse, leftOver);
        await File.WriteAllTextAsync(key.NextFile(Guid.CreateVersion7()), leftOver);

        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await AllOpenAsync(owner, ids);
        Assert.Equal(1, (await KeyRotation.RunAsync(owner, next: null, default)).Rewrapped);
        await AllOpenAsync(owner, ids);
        Assert.Equal([ofTheKeyInUse], Next(key));
    }

    [Fact]
    public async Task Several_at_once_each_killed_somewhere_never_lose_the_key()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 3);
        await using var running = await Book.OpenAsync(database, key, BookRole.Web, default);
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(async place =>
            {
                using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(15 + (7 * ((round + (place * 5)) % 9))));
                try
                {
                    await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, cut.Token);
                    await KeyRotation.RunAsync(owner, next: null, cut.Token);
                }
                catch (Exception fault) when (fault is OperationCanceledException or OutcomeUnknownException)
                {
                    // cut off
                }
            }));
            await AllOpenAsync(running, ids);
            await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
            await AllOpenAsync(reopened, ids);
        }
    }

    [Fact]
    public async Task Where_the_file_cannot_be_replaced_the_new_key_stands_beside_it_and_is_found()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 1);
        var (text, file) = (await File.ReadAllTextAsync(key.File), key.File);
        await using (var owner = await Book.OpenAsync(database, key, BookRole.Owner, default))
        {
            var rotated = await KeyRotation.RunAsync(owner, next: null, default);
            Assert.Null(rotated.Beside);
        }

        // What a mounted file is like: nothing can be moved to its place.
        var made = await NextFileAsync(database, key);
        File.Move(file, made);
        Directory.CreateDirectory(file);
        await File.WriteAllTextAsync(Path.Combine(file, "in the way"), text);

        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        await AllOpenAsync(reopened, ids);
        Assert.True(File.Exists(made));
    }

    [Fact]
    public async Task A_spoilt_data_key_is_named_and_nothing_is_replaced()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        var ids = await RegisteredAsync(database, key, count: 2);
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await ExecuteAsync(owner, $"update data_keys set wrapped = wrapped || 'x' where stream_id = '{ids[1]}'");

        var fault = await Assert.ThrowsAsync<BookException>(() => KeyRotation.RunAsync(owner, next: null, default));

        Assert.Contains(ids[1].ToString(), fault.Message);
        await using var reopened = await Book.OpenAsync(database, key, BookRole.Web, default);
        await AllOpenAsync(reopened, [ids[0]]);
    }

    [Fact]
    public async Task A_key_from_a_variable_is_refused_where_the_key_stands_in_a_file()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);

        var fault = await Assert.ThrowsAsync<BookException>(() => KeyRotation.RunAsync(owner, Variable(), default));

        Assert.Contains("TRACKER_NEW_MASTER_KEY", fault.Message);
    }

    [Fact]
    public async Task Behind_a_long_import_a_rotation_lets_acts_pass()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await using var owner = await Book.OpenAsync(database, key, BookRole.Owner, default);
        await using var import = await owner.Database.OpenConnectionAsync();
        await using var transaction = await import.BeginTransactionAsync();
        await using (var holding = new Npgsql.NpgsqlBatch(import, transaction) { BatchCommands = { Book.ForAppend(Given.Office) } })
        {
            await holding.ExecuteNonQueryAsync();
        }

        var rotating = KeyRotation.RunAsync(owner, next: null, default);
        await Given.RegisteredAsync(owner);
        Assert.False(rotating.IsCompleted);
        await transaction.RollbackAsync();
        Assert.Equal(1, (await rotating).Rewrapped);
    }

    [Fact]
    public async Task A_database_that_lost_the_record_of_its_master_key_is_given_no_new_one()
    {
        var (database, key) = (await cluster.NewDatabaseAsync(), cluster.NewKey());
        await RegisteredAsync(database, key, count: 1);
        await using (var owner = await Book.OpenAsync(database, key, BookRole.Owner, default))
        {
            await ExecuteAsync(owner, "create table kept as select * from master_keys; delete from master_keys");
            Assert.Contains("master_keys", (await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, key, BookRole.Web, default))).Message);
            await ExecuteAsync(owner, "insert into master_keys select * from kept; insert into master_keys select gen_random_uuid(), check_value, now() from kept");
        }

        Assert.Contains("master_keys", (await Assert.ThrowsAsync<BookException>(() => Book.OpenAsync(database, key, BookRole.Web, default))).Message);
    }

    private static string[] Next(MasterKeySource key) =>
        Directory.GetFiles(Path.GetDirectoryName(key.File)!, $"{Path.GetFileName(key.File)}.next-*");

    private static async Task<string> NextFileAsync(string database, MasterKeySource key)
    {
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select id from master_keys", connection);
        return key.NextFile((Guid)(await command.ExecuteScalarAsync())!);
    }

    private static async Task ExecuteAsync(Book book, string sql)
    {
        await using var command = book.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
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
