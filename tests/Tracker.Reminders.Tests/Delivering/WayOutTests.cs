using System.Collections.Immutable;
using Tracker.EventStore;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Reminders.Planning;
using Tracker.Tests;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>From a sweep's transaction to the mailbox and the robot, and what the state says on the way.</summary>
public sealed class WayOutTests(PrivateClusterFixture cluster, SmtpServer smtp, HookServer hooks) : IClassFixture<SmtpServer>, IClassFixture<HookServer>
{
    private static readonly DateTimeOffset Morning = Sample.At("2026-03-10 09:00");

    private readonly HashSet<Guid> settled = [];

    private DateTimeOffset now = Morning;

    private Guid? oneCase;

    [Fact]
    public async Task What_still_stands_goes_out_and_of_what_was_settled_nothing()
    {
        await using var box = await BoxAsync();
        await box.Settings.SetPersonAsync(Sample.Person, new(MailWay.Digest, "digest@office.example"), now, default);
        ImmutableArray<Reminder> recorded = [Sample.Reminder(), Sample.Reminder()];
        await PlanAsync(box, recorded);
        settled.Add(recorded[0].Id);

        await SendAsync(box);

        Assert.Equal([SendResult.Delivered, SendResult.Delivered], (await EntriesAsync(box)).Select(entry => entry.Result!.Value));
        var mail = Assert.Single(smtp.Mails, mail => mail.Contains("To: digest@", StringComparison.Ordinal));
        Assert.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("提醒 1 项")), mail);
        Assert.Contains("2026-0009", Assert.Single(hooks.Taken).Body);

        var later = Sample.Reminder();
        await PlanAsync(box, [later]);
        settled.Add(later.Id);
        await SendAsync(box);
        Assert.Equal(
            [(MessageState.Dropped, SendResult.NothingStands), (MessageState.Dropped, SendResult.NothingStands)],
            (await EntriesAsync(box)).Where(entry => entry.Message.About.Contains(later.Id)).Select(entry => (entry.State, entry.Result!.Value)));
        Assert.Single(hooks.Taken);
    }

    [Fact]
    public async Task What_several_people_are_told_of_is_said_once_to_all_of_them()
    {
        await using var box = await BoxAsync();
        oneCase = Guid.CreateVersion7();
        await PlanAsync(box, [Sample.Reminder(oneCase), Sample.Reminder(oneCase, Guid.CreateVersion7())]);

        await SendAsync(box);

        var said = hooks.Taken.Last().Body;
        Assert.Equal(said.IndexOf("2026-0009", StringComparison.Ordinal), said.LastIndexOf("2026-0009", StringComparison.Ordinal));
        Assert.Contains("提醒 1 项", said);
    }

    [Fact]
    public async Task It_waits_for_the_morning_once_more_if_it_comes_up_at_night_and_asks_then_who_wants_it()
    {
        await using var box = await BoxAsync();
        await box.Settings.SetPersonAsync(Sample.Person, new(MailWay.Each, "each@office.example"), now, default);
        await PlanAsync(box, [Sample.Reminder()]);
        now = Sample.At("2026-03-13 20:00"); // the program was down for days; it is Friday night
        await SendAsync(box);
        Assert.All(await EntriesAsync(box), entry => Assert.Equal(
            (MessageState.Waiting, SendResult.QuietHours, Sample.At("2026-03-16 08:30")), (entry.State, entry.Result, entry.NextAt)));

        await box.Settings.SetPersonAsync(Sample.Person, new(MailWay.None, "each@office.example"), now, default);
        var gone = (await box.Settings.OfOfficeAsync(Sample.Office, default))[0];
        await box.Settings.RemoveOfOfficeAsync(Sample.Office, gone, DateTimeOffset.UtcNow, default);
        Assert.Equal(new(gone.Name, IsRemoved: true), (await box.Settings.NamesOfOfficeAsync(Sample.Office, default))[gone.Id]);
        now = Sample.At("2026-03-16 08:30");
        await SendAsync(box);

        Assert.All(await EntriesAsync(box), entry => Assert.Equal((MessageState.Dropped, SendResult.ChannelOff), (entry.State, entry.Result!.Value)));
        Assert.DoesNotContain(smtp.Mails, mail => mail.Contains("To: each@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_server_a_mail_waits_a_test_goes_out_at_night_and_what_a_rollback_took_back_is_never_sent()
    {
        await using var box = await BoxAsync();
        await box.Settings.SetPersonAsync(Sample.Person, new(MailWay.Each, "test@office.example"), now, default);
        var sending = await box.Settings.SendingAsync(default);
        await box.Settings.SetSendingAsync(sending with { Mail = null }, now, default);
        await PlanAsync(box, [Sample.Reminder()], commit: false);
        Assert.Empty(await EntriesAsync(box));
        now = Sample.At("2026-03-10 22:00");
        await new OutboxList(box.Book).AddAsync(
            new(Guid.CreateVersion7(), Sample.Office, MessageChannel.Mail, MessageKind.Test, Sample.Person, "test-1", [], now), now, default);

        await SendAsync(box);
        Assert.Equal((MessageState.Waiting, SendResult.NotSetUp), (await EntriesAsync(box)).Select(entry => (entry.State, entry.Result!.Value)).Single());
        await box.Settings.SetSendingAsync(sending, now, default);
        now += Tries.Pauses[0];
        await SendAsync(box);

        Assert.Equal(MessageState.Sent, (await EntriesAsync(box)).Single().State);
        Assert.Contains("<test-1@office.example>", Assert.Single(smtp.Mails, mail => mail.Contains("To: test@", StringComparison.Ordinal)));
    }

    private async Task<Box> BoxAsync()
    {
        hooks.Taken.Clear(); // what another test of the class sent
        var book = await cluster.NewBookAsync(BookRole.Worker);
        var settings = new ChannelSettings(book);
        await settings.SetSendingAsync(
            new("https://tracker.example", new("127.0.0.1", smtp.Port, Encrypted: false, UserName: null, Password: null, "tracker@office.example")), now, default);
        await settings.SetOfOfficeAsync(
            Sample.Office, new(Guid.CreateVersion7(), MessageChannel.WeCom, "样例群", hooks.Url + "/wecom", Secret: null), now, default);
        return new(book, settings, new OfficeStore(book, (_, _, _, _) => { }));
    }

    private async Task PlanAsync(Box box, ImmutableArray<Reminder> recorded, bool commit = true)
    {
        await using var connection = await box.Book.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await DeliveryPlan.With(box.Settings, box.Offices, box.Book.Calendars)(connection, Sample.Office, recorded, now, default);
        if (commit)
        {
            await transaction.CommitAsync();
        }
    }

    private async Task SendAsync(Box box)
    {
        using var http = new HttpChannel();
        var sender = new ReminderSender(box.Settings, box.Offices, box.Book.Calendars, ReadAsync, Sample.Write, http);
        var worker = new OutboxWorker(box.Book, sender.SendAsync, () => now);
        foreach (var channel in Enum.GetValues<MessageChannel>())
        {
            await worker.SendDueAsync(channel, default);
        }
    }

    private Task<ImmutableArray<ReminderLine>> ReadAsync(string office, ImmutableArray<Guid> reminders, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ReminderLine>>([.. reminders.Select(id => new ReminderLine(Sample.Reminder(oneCase) with { Id = id }, "2026-0009", !settled.Contains(id)))]);

    private static async Task<ImmutableArray<OutboxEntry>> EntriesAsync(Box box) =>
        await new OutboxList(box.Book).ReadAsync(Sample.Office, state: null, 1, default);

    private sealed record Box(Book Book, ChannelSettings Settings, OfficeStore Offices) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Book.DisposeAsync();
    }
}
