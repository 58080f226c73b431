using System.Text;

namespace Tracker.Endurance.Tests;

/// <summary>A disk that is full, by an import and by single acts: said clearly, nothing half written, and work goes on once there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const string Office = "office-a";
    private const int Rows = 3000;
    private static readonly string LongText = new('样', 2000);

    [Fact]
    public async Task A_full_disk_is_told_and_survived()
    {
        await using var disk = await FullDisk.OpenAsync();
        await SurviveAsync(disk);
    }

    [Fact]
    public async Task Files_that_may_not_grow_are_told_and_survived()
    {
        await using var disk = new LimitedFiles();
        await SurviveAsync(disk);
    }

    private async Task SurviveAsync(FullDisk disk)
    {
        await using var served = new ServedTracker(disk.DataFolder);
        await served.StartAsync();
        Assert.Equal(0, (await served.RunAsync("office", "add", Office, "样例机关")).ExitCode);
        using var file = AcknowledgementFile.In(served.Folder, writer: 0);
        using var clerk = new PageWriter(served.Address, await served.NewClerkAsync(), Office, file, LongText);
        using var stopping = new CancellationTokenSource();
        using var givingUp = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var writing = clerk.RunAsync(stopping.Token, givingUp.Token);
        await ProgressAsync();

        await disk.LeaveLittleRoomAsync(served);
        var import = await served.RunAsync("import-register", Register(served.Folder), "--office", Office);
        output.WriteLine($"import: {import.Errors.Trim()}");
        Assert.Equal(3, import.ExitCode);
        Assert.Matches("^数据库.*。请.*。\\s*$", import.Errors);

        await disk.LeaveNoRoomAsync(served);
        var told = clerk.Told.Values.Sum();
        await served.UntilAsync(() => Task.FromResult(writing.IsCompleted || clerk.Told.Values.Sum() > told + 3));

        await disk.GiveRoomBackAsync(served);
        await ProgressAsync();
        await stopping.CancelAsync();
        await writing;
        foreach (var (sentence, times) in clerk.Told)
        {
            output.WriteLine($"{times} times a page said {sentence}");
            Assert.Contains("数据库", sentence);
        }

        output.WriteLine(served.Said);
        var (events, faults) = await BookCheck.AfterAsync(served, AcknowledgementFile.ReadAll(served.Folder));
        output.WriteLine($"{events} events");
        Assert.Empty(faults);

        async Task ProgressAsync()
        {
            var before = clerk.Acknowledged;
            await served.UntilAsync(() => Task.FromResult(writing.IsCompleted || clerk.Acknowledged > before + 5));
        }
    }

    /// <summary>More than the little room that is left will hold, log and tables.</summary>
    private static string Register(string folder)
    {
        var path = Path.Combine(folder, "register.csv");
        var text = new StringBuilder("登记编号,申请方式,提交日期,申请人类别,申请人,申请内容\n");
        for (var row = 1; row <= Rows; row++)
        {
            text.Append($"{row},当面,2022-03-01,自然人,样例甲,{LongText}\n");
        }

        File.WriteAllText(path, text.ToString());
        return path;
    }
}
