using Tracker.Domain.LegalTime;
using Tracker.Reminders;
using Tracker.Web.Wording;

namespace Tracker.Web.Wiring;

/// <summary>巡检: while the pages are served, looks for what is due at the start, every few minutes, and when a legal day begins.</summary>
internal sealed partial class ReminderWatch(ReminderSweep sweep, LegalClock clock, ILogger<ReminderWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(10);

    /// <summary>So much after midnight, lest a clock that is corrected just then were still in the day before.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await sweep.RunAsync(clock.Now, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Failed(DatabaseFaultSentences.ForTerminal(fault) ?? fault.GetType().FullName!); // the next sweep finds what this one did not record
            }

            var midnight = LegalDay.Begins(clock.Today.AddDays(1)) - clock.Now + AfterMidnight;
            await Task.Delay(midnight < BetweenSweeps ? midnight : BetweenSweeps, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "这一次没有巡检到期提醒，稍后再试：{Failure}")]
    private partial void Failed(string failure);
}
