using System.Diagnostics;
using Tracker.EventStore;

namespace Tracker.Reminders.Outbox;

/// <summary>发送: takes up what is due on one channel, sends it and says what came of it. Any number may do so at the same time, on any number of nodes.</summary>
/// <param name="worker">The book as the worker opens it, which sees every office.</param>
/// <param name="send">Sends one message.</param>
/// <param name="now">What time it is.</param>
/// <param name="lease">How long a claim lasts; longer than a round of sending may take.</param>
public sealed class OutboxWorker(Book worker, SendMessage send, Func<DateTimeOffset> now, TimeSpan? lease = null)
{
    /// <summary>So many are taken up together.</summary>
    private const int Round = 40;

    /// <summary>So many of them are sent at the same time; the longest try of all of them fits into a lease many times.</summary>
    private const int AtOnce = 4;

    /// <summary>The longest that one try may take.</summary>
    public static TimeSpan LongestTry { get; } = TimeSpan.FromSeconds(20);

    private readonly Claims claims = new(worker, lease ?? TimeSpan.FromMinutes(10));

    /// <summary>Sends everything that is due on a channel. Asked to stop, it ends what it is at and puts back the rest.</summary>
    /// <returns>How many it took up.</returns>
    public async Task<int> SendDueAsync(MessageChannel channel, CancellationToken stopping)
    {
        var sent = 0;
        while (!stopping.IsCancellationRequested)
        {
            var taken = await claims.TakeAsync(channel, Round, now(), CancellationToken.None);
            await Parallel.ForEachAsync(
                taken,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (claim, _) => await SendAsync(claim, stopping));
            sent += taken.Length;
            if (taken.Length < Round)
            {
                break;
            }
        }

        return sent;
    }

    private async Task SendAsync(Claim claim, CancellationToken stopping)
    {
        var watch = Stopwatch.StartNew();
        var outcome = stopping.IsCancellationRequested ? new(SendResult.PutBack)
            : claim.Try > Tries.Most ? new(SendResult.Interrupted)
            : await TryAsync(claim.Message);
        await claims.EndAsync(claim, outcome, watch.Elapsed, now(), CancellationToken.None);
    }

    private async Task<SendOutcome> TryAsync(OutgoingMessage message)
    {
        using var patience = new CancellationTokenSource(LongestTry);
        try
        {
            return await send(message, now(), patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new(SendResult.TimedOut);
        }
        catch (Exception fault) when (DatabaseFaults.Of(fault) is null)
        {
            return new(SendResult.Failed); // of this message; the others must not wait for it
        }
    }
}
