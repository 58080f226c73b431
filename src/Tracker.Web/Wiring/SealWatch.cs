using Tracker.EventStore.Seals;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>封存: while the pages are served, seals the book every few minutes, so that a change made later is evident by itself.</summary>
internal sealed partial class SealWatch(OpenedBook opened, LegalClock clock, ILogger<SealWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSeals = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sealer = new Sealer(opened.Worker);
        while (true)
        {
            await Task.Delay(BetweenSeals, stoppingToken);
            try
            {
                await sealer.SealAllAsync(clock.Now, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(DatabaseFaultSentences.ForTerminal(fault) ?? fault.GetType().FullName!); // the next time seals this time's events too
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "这一次没有封存账簿，稍后再试：{Failure}")]
    private partial void Failed(string failure);
}
