using System.Collections.Immutable;

namespace Tracker.Reminders;

/// <summary>Compares what should have been told with what was, case after case.</summary>
internal sealed class ReplayCount(string office, DateOnly from, DateOnly to)
{
    private readonly ImmutableArray<ReplayFinding>.Builder findings = ImmutableArray.CreateBuilder<ReplayFinding>();

    public long InOrder { get; private set; }

    public ImmutableArray<ReplayFinding> Findings => findings.ToImmutable();

    /// <param name="caseId">The case; none for the office itself.</param>
    /// <param name="number">登记编号</param>
    /// <param name="days">What was known, day by day.</param>
    /// <param name="recorded">What was recorded of it.</param>
    public void Compare(Guid? caseId, string? number, ReplayedDays days, IEnumerable<Reminder> recorded)
    {
        var told = recorded.ToLookup(reminder => (reminder.Due.Matter, reminder.Due.Part, reminder.Due.DueOn, reminder.Step));
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            foreach (var due in days.Must(day))
            {
                // Whoever is told as the higher of two is recorded as that alone.
                var highest = told[(due.Item.Matter, due.Item.Part, due.Item.DueOn, due.Step)].Select(reminder => (ReminderLevel?)reminder.Level).Max();
                if (highest >= due.Levels.Max())
                {
                    InOrder++;
                }
                else
                {
                    findings.Add(new(ReplayFault.Missing, office, caseId, number, due.Item, due.Step, due.FiresOn, due.Levels.Max()));
                }
            }
        }

        foreach (var reminder in told.SelectMany(same => same).Where(reminder => !days.May(reminder)))
        {
            Add(ReplayFault.Unexpected, reminder, number);
        }
    }

    public void Add(ReplayFault fault, Reminder reminder, string? number = null) =>
        findings.Add(new(fault, office, reminder.Case, number, reminder.Due, reminder.Step, reminder.FiresOn, reminder.Level));
}
