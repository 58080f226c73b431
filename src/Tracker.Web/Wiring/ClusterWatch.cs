using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>
/// 看守: while the pages are served, starts the private cluster's server again whenever it has gone, however it went.
/// </summary>
/// <remarks>
/// It disturbs nobody. As long as this process uses the cluster, no command that leaves it stops the server; and whoever starts or
/// stops the server holds the start lock meanwhile, so of two trackers on one folder the second finds what the first has started.
/// </remarks>
internal sealed partial class ClusterWatch(OpenedBook opened, ILogger<ClusterWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (pause, lastFailure) = (BetweenLooks, "");
        while (true)
        {
            await Task.Delay(pause, stoppingToken);
            if (opened.ServerRuns)
            {
                continue;
            }

            try
            {
                if (lastFailure.Length == 0)
                {
                    Gone();
                }

                await opened.BringServerBackAsync(stoppingToken);
                Back();
                (pause, lastFailure) = (BetweenLooks, "");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // A full disk, a lost folder: whatever it is, somebody may mend it, and then nobody should have to restart the pages.
                var failure = DatabaseFaultSentences.ForTerminal(fault) ?? fault.GetType().FullName!;
                var sentence = failure.Split('\n')[0]; // what follows comes from the server's log and is never twice the same
                if (sentence != lastFailure)
                {
                    Failed(failure);
                }

                (pause, lastFailure) = (pause * 2 < LongestPause ? pause * 2 : LongestPause, sentence);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "数据库停止了运行，正在重新启动。")]
    private partial void Gone();

    [LoggerMessage(LogLevel.Warning, "数据库已恢复运行。")]
    private partial void Back();

    [LoggerMessage(LogLevel.Error, "数据库没能启动，将不断重试：{Failure}")]
    private partial void Failed(string failure);
}
