using System.Threading.Channels;
using Npgsql;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>
/// 发送: while the pages are served, sends what is due, each channel by itself, so that none waits for another. It is woken when something is
/// enqueued, and looks by itself for what becomes due meanwhile.
/// </summary>
/// <param name="worker">The book for work behind the pages.</param>
/// <param name="clock">What time it is.</param>
/// <param name="read">Reads reminders as they stand now.</param>
/// <param name="http">Sends over HTTP.</param>
/// <param name="log">Hears of what is wrong with the database or with the program.</param>
public sealed partial class OutboxWatch(Book worker, LegalClock clock, ReadReminderLines read, HttpChannel http, ILogger<OutboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private readonly Dictionary<MessageChannel, Channel<bool>> bells = Enum.GetValues<MessageChannel>().ToDictionary(
        channel => channel,
        _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sender = new ReminderSender(
            new(worker), new(worker, OfficeList.Write), worker.Calendars, read, ReminderMessages.Write, http);
        var outbox = new OutboxWorker(worker, MailRecipients.StillHere(worker, sender.SendAsync), () => clock.Now);
        return Task.WhenAll([ListenAsync(stoppingToken), .. bells.Keys.Select(channel => SendAsync(outbox, channel, stoppingToken))]);
    }

    private async Task SendAsync(OutboxWorker outbox, MessageChannel channel, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await worker.Calendars.RefreshAsync(stopping);
                await outbox.SendDueAsync(channel, stopping);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(DatabaseFaultSentences.ForTerminal(fault) ?? fault.GetType().FullName!); // what was taken up comes up again
            }

            using var look = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            look.CancelAfter(BetweenLooks);
            try
            {
                await bells[channel].Reader.ReadAsync(look.Token);
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                // nobody rang: something may have become due by itself
            }
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await using var connection = await worker.OpenApartAsync(stopping);
                await using (var listen = new NpgsqlCommand($"listen {Enqueuing.Signal}", connection))
                {
                    await listen.ExecuteNonQueryAsync(stopping);
                }

                while (true)
                {
                    await connection.WaitAsync(stopping);
                    foreach (var bell in bells.Values)
                    {
                        bell.Writer.TryWrite(true);
                    }
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await Task.Delay(BetweenLooks, stopping); // those who send look by themselves meanwhile, and say what is wrong
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "这一次没有发送待发的消息，稍后再试：{Failure}")]
    private partial void Failed(string failure);
}
