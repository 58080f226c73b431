using Tracker.EventStore;
using Tracker.Tests;

namespace Tracker.Endurance.Tests;

public sealed class CutConnectionTests(PrivateClusterFixture cluster, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task With_connections_cut_at_random_each_acknowledged_act_stands_once_and_no_other_twice()
    {
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);
        var random = new Random(7);
        var writers = await StoreUnderAttack.RunAsync(cluster, proxy.Lead, patience: 0.8, async () =>
        {
            proxy.Judge = _ => Random.Shared.Next(100) switch
            {
                < 6 => Fate.IsLost,
                < 12 => Fate.LosesItsAnswer,
                _ => Fate.Passes,
            };
            for (var end = DateTime.UtcNow + Duration; DateTime.UtcNow < end;)
            {
                await Task.Delay(random.Next(50, 400));
                proxy.CutAll();
            }

            proxy.Judge = _ => Fate.Passes;
        });

        var (written, missing) = (writers.Sum(writer => writer.FoundWritten), writers.Sum(writer => writer.FoundMissing));
        output.WriteLine($"{writers.Sum(writer => writer.Acknowledged.Count)} acknowledged, {writers.Sum(writer => writer.Abandoned.Count)} given up, {written} found written, {missing} found missing");
        Assert.True(writers.Sum(writer => writer.Acknowledged.Count) > 100);
        Assert.True(writers.Sum(writer => writer.Abandoned.Count) > 0);
        Assert.True(written > 0 && missing > 0, "Commits were cut on both sides, or this test looks at nothing.");
    }

    [Fact]
    public async Task A_database_restarted_under_load_is_told_clearly_and_the_same_book_goes_on()
    {
        await using var own = new PrivateClusterFixture();
        await own.InitializeAsync();
        var writers = await StoreUnderAttack.RunAsync(own, database => database, patience: 1, async () =>
        {
            for (var round = 0; round < 3; round++)
            {
                await Task.Delay(500);
                var postmaster = int.Parse(File.ReadLines(Path.Combine(own.Cluster.DataFolder, "pg", "postmaster.pid")).First());
                await Signal.Interrupt.SendAsync(postmaster); // what pg_ctl restart -m fast begins with
                while (own.Cluster.IsRunning)
                {
                    await Task.Delay(10);
                }

                await own.Cluster.EnsureRunningAsync();
            }

            await Task.Delay(500);
        });

        foreach (var ((fault, unknown), times) in writers.SelectMany(writer => writer.Unclear))
        {
            output.WriteLine($"{fault}{(unknown ? ", outcome unknown" : "")}: {times}");
        }

        Assert.All(writers, writer => Assert.NotEmpty(writer.Acknowledged));
        Assert.Contains(writers, writer => !writer.Unclear.IsEmpty);
        Assert.All(writers, writer => Assert.DoesNotContain(DatabaseFault.DiskFull, writer.Unclear.Keys.Select(unclear => unclear.Fault)));
    }
}
