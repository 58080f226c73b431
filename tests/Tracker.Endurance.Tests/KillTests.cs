namespace Tracker.Endurance.Tests;

/// <summary>
/// The short form of <c>tests/endurance.sh</c>: writers work through the pages while the database, and then serve itself, are killed.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 20;

    [Fact]
    public async Task No_acknowledged_act_is_lost_or_doubled_however_the_database_and_the_server_are_killed()
    {
        var report = await EnduranceRun.RunAsync(Rounds, Rounds, output.WriteLine);

        output.WriteLine(report.ToString());
        Assert.Empty(report.Faults);
        Assert.Equal(2 * Rounds, report.Rounds.Count);
        Assert.True(report.Acknowledged > 10 * Rounds, report.ToString());
    }
}
