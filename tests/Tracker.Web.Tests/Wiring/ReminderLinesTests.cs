using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tracker.Domain.Reminding;
using Tracker.ReadModels;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Tests;
using Tracker.Web.Pages;

namespace Tracker.Web.Tests.Wiring;

/// <summary>From what a sweep recorded to the message, through the wiring of the program.</summary>
public sealed class ReminderLinesTests(PrivateClusterFixture cluster)
{
    [Fact]
    public async Task A_reminder_stands_while_its_case_is_open_with_the_same_due_date_and_is_planned_for_the_office_s_channel()
    {
        await using var tracker = await TestTracker.StartAsync(cluster, new(2026, 3, 10));
        using var browser = tracker.Browser();
        var id = await ThePage.RegisterAsync(browser);
        var due = (await DueCases.ReadAsync(tracker.Worker, TestTracker.Office, DateOnly.MaxValue, 1, default))[0].DueOn!.Value;
        ImmutableArray<Reminder> recorded = [Of(id, due), Of(id, due.AddDays(-1)), Of(Guid.NewGuid(), due), Of(request: null, due)];
        var channel = new OfficeChannel(Guid.CreateVersion7(), MessageChannel.WeCom, "样例群", "https://robot.example/", Secret: null);
        await tracker.Services.GetRequiredService<ChannelSettings>().SetOfOfficeAsync(TestTracker.Office, channel, tracker.Time.Now, default);
        await using (var connection = await tracker.Worker.Database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var reminder in recorded)
            {
                await RecordAsync(connection, reminder);
            }

            await tracker.Services.GetRequiredService<PlanDelivery>()(connection, TestTracker.Office, recorded, tracker.Time.Now, default);
            await transaction.CommitAsync();
        }

        var planned = Assert.Single(await tracker.Services.GetRequiredService<OutboxList>().ReadAsync(TestTracker.Office, state: null, 1, default));
        Assert.Equal((channel.Id, recorded.Length), (planned.Message.Recipient, planned.Message.About.Length));
        var read = tracker.Services.GetRequiredService<ReadReminderLines>();
        var lines = await read(TestTracker.Office, planned.Message.About, default);
        Assert.Equal(recorded.Select(reminder => reminder.Id), lines.Select(line => line.Reminder.Id));
        Assert.Equal(recorded[0], lines[0].Reminder);
        Assert.Equal([true, false, false, false], lines.Select(line => line.Stands));
        Assert.Equal((await tracker.StreamAsync(id)).State.Registration!.Number, lines[0].Number);
        Assert.Empty(await read("other-office", planned.Message.About, default));

        await browser.FollowAsync(await browser.FillInAsync(Addresses.Withdrawal(TestTracker.Office, id), ("Form.WithdrawnOn", "2026-03-10"), ("Form.Statement", "样例")));
        Assert.False((await read(TestTracker.Office, [recorded[0].Id], default)).Single().Stands);
    }

    private static Reminder Of(Guid? request, DateOnly due) => new(
        Guid.CreateVersion7(),
        TestTracker.Office,
        request,
        new(request is null ? DueMatter.AnnualReport : DueMatter.Answer, request is null ? "2025" : "", due, new(2026, 3, 2)),
        2,
        new(2026, 3, 10),
        ReminderLevel.Handler,
        Guid.Parse("0195a000-0000-7000-8000-00000000000a"),
        new(2026, 3, 10, 1, 0, 0, TimeSpan.Zero));

    private static async Task RecordAsync(NpgsqlConnection connection, Reminder reminder)
    {
        await using var insert = new NpgsqlCommand(
            "insert into reminders (id, tenant_id, case_id, matter, part, due_on, since, step, fires_on, level, recipient, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            connection);
        insert.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = reminder.Id }, new() { Value = reminder.Office },
            new() { Value = (object?)reminder.Case ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
            new() { Value = reminder.Due.Matter.ToString() }, new() { Value = reminder.Due.Part }, new() { Value = reminder.Due.DueOn },
            new() { Value = reminder.Due.Since }, new() { Value = reminder.Step }, new() { Value = reminder.FiresOn },
            new() { Value = reminder.Level.ToString() }, new() { Value = reminder.Recipient }, new() { Value = reminder.RecordedAt.ToUniversalTime() },
        });
        await insert.ExecuteNonQueryAsync();
    }
}
