using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.Requests.Searches;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Reminders;

/// <summary>A reminder as a page shows it.</summary>
/// <param name="Reminder">Which.</param>
/// <param name="Number">登记编号; none if the deadline is the office's.</param>
/// <param name="DueNow">By when the same matter is due as things are; none if nothing of it is due now.</param>
/// <param name="InHand">Whether the case is still in hand.</param>
/// <param name="SeenAt">When the recipient first saw it.</param>
public sealed record ShownReminder(Reminder Reminder, string? Number, DateOnly? DueNow, bool InHand, DateTimeOffset? SeenAt)
{
    /// <summary>Whether what it speaks of is still due by the same day.</summary>
    public bool Stands => DueNow == Reminder.Due.DueOn;
}

/// <summary>The reminders of an office, as they were recorded and as they stand now.</summary>
public sealed class ReminderReader(Book book)
{
    /// <summary>So many are counted at most; more are “more than so many”.</summary>
    public const int MostCounted = 99;

    /// <summary>So many of the newest that were not seen are asked whether they stand.</summary>
    private const int NewestAsked = 400;

    /// <summary>The counts of so many people are kept; each of their pages shows one.</summary>
    private const int Kept = 1000;

    private readonly UntilWritten<Unseen> before = new(Kept);

    // What is due of a case stands in its row; of the office itself, in the note of its last sweep. It is spelled as in Tracker.ReadModels.Dues.
    private const string Dues =
        """
        unnest(case when r.case_id is null
          then (select s.dues from reminder_sweeps s where s.tenant_id = r.tenant_id order by s.day desc limit 1)
          else (select c.dues from case_rows c where c.tenant_id = r.tenant_id and c.id = r.case_id) end) as due
        """;

    private const string Stands = $"exists (select from {Dues} where starts_with(due, r.matter || '|' || r.part || '|' || to_char(r.due_on, 'YYYY-MM-DD') || '|'))";

    private const string DueNow = $"(select min(due) from {Dues} where starts_with(due, r.matter || '|' || r.part || '|'))";

    private const string Shown =
        $"""
        select {ReminderColumns.Names}, seen_at, (select c.number from case_rows c where c.tenant_id = r.tenant_id and c.id = r.case_id), {DueNow},
          coalesce((select c.in_hand from case_rows c where c.tenant_id = r.tenant_id and c.id = r.case_id), false)
        from reminders r where r.tenant_id = $1
        """;

    /// <summary>铃: how many of somebody's reminders were not seen and still stand, up to one more than are counted.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="recipient">Whose.</param>
    /// <param name="snapshot">The snapshot with which the page began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<int> UnseenAsync(string office, Guid recipient, string snapshot, CancellationToken cancellationToken) => (await before.ReadAsync(
        snapshot, $"{office} {recipient}", async () => new Unseen(await CountAsync(office, recipient, cancellationToken)))).Count;

    private async Task<int> CountAsync(string office, Guid recipient, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(
            connection,
            office,
            $"""
            select count(*) from (
              select from (
                select tenant_id, case_id, matter, part, due_on from reminders
                where tenant_id = $1 and recipient = $2 and seen_at is null order by id desc limit {NewestAsked}) r
              where {Stands} limit {MostCounted + 1}) as standing
            """,
            Value(recipient));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (int)reader.GetInt64(0);
    }

    /// <summary>Somebody's own, the newest first.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="recipient">Whose.</param>
    /// <param name="skip">How many are left out.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<ImmutableArray<ShownReminder>> OfAsync(string office, Guid recipient, int skip, int take, CancellationToken cancellationToken) =>
        ReadAsync(office, $"{Shown} and r.recipient = $2 order by r.id desc offset $3 limit $4", cancellationToken, Value(recipient), Value(skip), Value(take));

    /// <summary>提醒发送记录: those of a range of days, the newest first.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="from">The first day on which one was due.</param>
    /// <param name="to">The last, itself included.</param>
    /// <param name="recipient">Whose; none for everybody's.</param>
    /// <param name="number">登记编号 or a part of one, without control characters; none for every case and the office itself.</param>
    /// <param name="skip">How many are left out.</param>
    /// <param name="take">How many are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<ImmutableArray<ShownReminder>> RecordedAsync(
        string office, DateOnly from, DateOnly to, Guid? recipient, string? number, int skip, int take, CancellationToken cancellationToken) => ReadAsync(
            office,
            $"""
            {Shown} and r.fires_on between $2 and $3 and ($4::uuid is null or r.recipient = $4) and ($7::varchar is null or exists (
              select from case_rows c where c.tenant_id = r.tenant_id and c.id = r.case_id and c.number like $7))
            order by r.fires_on desc, r.id desc offset $5 limit $6
            """,
            cancellationToken,
            Value(from),
            Value(to),
            new() { Value = (object?)recipient ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            Value(skip),
            Value(take),
            new() { Value = number is null ? DBNull.Value : NumberParts.Pattern(number), NpgsqlDbType = NpgsqlDbType.Varchar });

    /// <summary>Who was ever reminded in an office.</summary>
    public async Task<ImmutableArray<Guid>> RecipientsAsync(string office, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(
            connection,
            office,
            """
            with recursive known as (
              (select recipient from reminders where tenant_id = $1 order by recipient limit 1)
              union all
              select (select r.recipient from reminders r where r.tenant_id = $1 and r.recipient > k.recipient order by r.recipient limit 1)
              from known k where k.recipient is not null)
            select recipient from known where recipient is not null
            """);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var recipients = ImmutableArray.CreateBuilder<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            recipients.Add(reader.GetGuid(0));
        }

        return recipients.ToImmutable();
    }

    /// <summary>One of somebody's own.</summary>
    public async Task<ShownReminder?> FindAsync(string office, Guid recipient, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(office, $"{Shown} and r.recipient = $2 and r.id = $3", cancellationToken, Value(recipient), Value(id))).FirstOrDefault();

    /// <summary>标为已看: everything somebody was told of a case, or of the office itself by this reminder, or of everything.</summary>
    /// <param name="office">Office code.</param>
    /// <param name="recipient">Whose.</param>
    /// <param name="reminder">The one that is opened; none for all.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SeeAsync(string office, Guid recipient, Reminder? reminder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(
            connection,
            office,
            """
            update reminders set seen_at = $3
            where tenant_id = $1 and recipient = $2 and seen_at is null and ($4::uuid is null or id = $4 or case_id = $5)
            """,
            Value(recipient),
            Value(now.ToUniversalTime()),
            new() { Value = (object?)reminder?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = (object?)reminder?.Case ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A <see cref="ReadReminderLines"/>.</summary>
    public async Task<ImmutableArray<ReminderLine>> LinesAsync(string office, ImmutableArray<Guid> reminders, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync(office, $"{Shown} and r.id = any($2)", cancellationToken, new NpgsqlParameter { Value = reminders.ToArray() }))
            .OrderBy(shown => reminders.IndexOf(shown.Reminder.Id)).Select(shown => new ReminderLine(shown.Reminder, shown.Number, shown.Stands)),
    ];

    private async Task<ImmutableArray<ShownReminder>> ReadAsync(
        string office, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = Batch(connection, office, sql, parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var read = ImmutableArray.CreateBuilder<ShownReminder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            read.Add(new(
                ReminderColumns.Read(reader),
                reader.IsDBNull(13) ? null : reader.GetString(13),
                reader.IsDBNull(14) ? null : ReadModels.Dues.Read(reader.GetString(14)).DueOn,
                reader.GetBoolean(15),
                reader.GetFieldValue<DateTimeOffset?>(12)));
        }

        return read.ToImmutable();
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, string office, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = office, NpgsqlDbType = NpgsqlDbType.Varchar } } };
        command.Parameters.AddRange(parameters);
        return new(connection) { BatchCommands = { Book.ForOffice(office), command } };
    }

    private static NpgsqlParameter Value(object value) => new() { Value = value };

    private sealed record Unseen(int Count);
}
