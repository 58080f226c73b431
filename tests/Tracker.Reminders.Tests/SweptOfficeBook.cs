using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;
using Tracker.ReadModels.Adopting;
using Tracker.Tests;
using static Tracker.Reminders.Tests.Day;

namespace Tracker.Reminders.Tests;

/// <summary>An office whose days are swept one by one, at nine in the morning unless said otherwise; acts happen at ten.</summary>
internal sealed class SweptOfficeBook : IAsyncDisposable
{
    public const string Office = "test-office";
    public static readonly Guid Handler = new("00000000-0000-7000-8000-000000000001");
    public static readonly Guid UnitHead = new("00000000-0000-7000-8000-000000000002");
    public static readonly Guid OfficeHead = new("00000000-0000-7000-8000-000000000003");

    private SweptOfficeBook(string database, MasterKeySource key, Book worker) =>
        (Database, Key, Worker, Owner) = (database, key, worker, NpgsqlDataSource.Create(database));

    public string Database { get; }

    public MasterKeySource Key { get; }

    public Book Worker { get; }

    /// <summary>The database as its owner, for damage nobody else could do.</summary>
    public NpgsqlDataSource Owner { get; }

    public ImmutableArray<ReminderPerson> People { get; set; } =
    [
        new(Handler, [ReminderPost.Handler], []), new(UnitHead, [ReminderPost.UnitHead], []), new(OfficeHead, [ReminderPost.OfficeHead], []),
    ];

    /// <summary>What was handed on for delivery, in order.</summary>
    public List<Reminder> Planned { get; } = [];

    public ReminderReplay Replay => new(Worker);

    public static async Task<SweptOfficeBook> OpenAsync(PrivateClusterFixture cluster, string opened)
    {
        var (database, key) = (await cluster.NewMigratedDatabaseAsync(), cluster.NewKey());
        var book = new SweptOfficeBook(database, key, await Book.OpenAsync(database, key, BookRole.Worker, default));
        await new CalendarStore(book.Worker).AdoptFirstAsync(At(On(opened), 0), default);
        await book.Worker.Calendars.RefreshAsync(default);
        await book.SetAsync(opened, state => OpenOffice.Decide(state, new(Office, "样例机关"), On(opened)));
        return book;
    }

    public static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(8));

    public ReminderSweep Sweep(Book? other = null, PlanDelivery? plan = null) => new(other ?? Worker, (_, _) => Task.FromResult(People), plan ?? PlanAsync);

    public Task<SweptOffice> SweepAsync(string day, int hour = 9) => Sweep().RunAsync(Office, At(On(day), hour), default);

    /// <summary>Every day of a range, itself included.</summary>
    public async Task SweepAsync(string from, string to)
    {
        for (var day = On(from); day <= On(to); day = day.AddDays(1))
        {
            await Sweep().RunAsync(Office, At(day, 9), default);
        }
    }

    /// <summary>A fact of the office, recorded on a day.</summary>
    public async Task SetAsync(string day, Func<OfficeState, Decision<OfficeEvent>> decide) => Assert.IsType<Changed<OfficeState, OfficeEvent>>(
        await new OfficeStore(Worker, OfficeList.Write).ChangeAsync(StreamIds.Office(Office), seenVersion: null, Act(day), decide, default));

    /// <summary>A request handed in on a day, and drafted at once, so that no more than its answer is due; registered on that day or a later one.</summary>
    public async Task<Guid> ReceivedAsync(string on, string? recorded = null, bool drafted = true)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Requests.StartAsync(
            id,
            Act(recorded ?? on),
            number => ReceiveRequest.Decide(
                RequestState.None,
                new(number, Channel.InPerson, new(On(on)), ApplicantKind.NaturalPerson, Sealed.Text("样例甲")),
                Worker.Calendars.Of(Office),
                On(recorded ?? on)),
            default));
        if (drafted)
        {
            await DoAsync(id, recorded ?? on, (state, today) => DraftAnswer.Decide(state, new(Grounds.Find("disclosed")!, On(on), null), today));
        }

        return id;
    }

    public async Task DoAsync(Guid id, string day, Func<RequestState, DateOnly, Decision<RequestEvent>> decide) =>
        Assert.IsType<Changed<RequestState, RequestEvent>>(await Requests.ChangeAsync(id, seenVersion: null, Act(day), state => decide(state, On(day)), default));

    public async Task AdoptAsync(string day, HolidayNotice notice)
    {
        var act = new Act(CalendarStore.SystemOffice, "system:test", Guid.CreateVersion7(), EventStore.Act.FromCommand, At(On(day), 10));
        Assert.IsType<NoticeAdopted>(await new CalendarAdoption(Worker).AdoptAsync(new(notice, Office: null), seen: null, act, default));
    }

    /// <summary>What one person was told of a case, in order: day, step, due date, and when it was recorded if later.</summary>
    public Task<List<string>> ToldAsync(Guid? id, Guid? person = null, DueMatter matter = DueMatter.Answer) => ReadAsync(
        """
        select fires_on, step, due_on, (recorded_at at time zone interval '8 hours')::date from reminders
        where case_id is not distinct from $1 and recipient = $2 and matter = $3 order by fires_on, id
        """,
        reader => Line(reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3)),
        id,
        person ?? Handler,
        matter.ToString());

    public async Task<long> CountAsync(string sql)
    {
        await using var command = Worker.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await Owner.DisposeAsync();
    }

    private RequestStore Requests => new(Worker, CaseRows.Write);

    private static Act Act(string day) => new(Office, "system:test", Guid.CreateVersion7(), EventStore.Act.FromPage, At(On(day), 10));

    private Task PlanAsync(NpgsqlConnection connection, string office, ImmutableArray<Reminder> recorded, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (Planned)
        {
            Planned.AddRange(recorded);
        }

        return Task.CompletedTask;
    }

    private static string Line(DateOnly firesOn, int step, DateOnly dueOn, DateOnly recordedOn)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{firesOn:MM-dd} {step} of {dueOn:MM-dd}");
        return recordedOn == firesOn ? line : string.Create(CultureInfo.InvariantCulture, $"{line} on {recordedOn:MM-dd}");
    }

    private async Task<List<string>> ReadAsync(string sql, Func<NpgsqlDataReader, string> read, Guid? id, Guid person, string matter)
    {
        await using var command = Worker.Database.CreateCommand(sql);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, new() { Value = person }, new() { Value = matter },
        });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(read(reader));
        }

        return lines;
    }
}
