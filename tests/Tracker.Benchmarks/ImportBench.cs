using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Web.Commands;
using Tracker.Web.Wiring;

namespace Tracker.Benchmarks;

/// <summary>
/// Importing a register of 100,000 requests exactly as the command does (the file read twice, every row decided, sealed, chained,
/// numbered and listed), against COPY of as many events with the same bytes into a table of the same shape.
/// </summary>
internal static class ImportBench
{
    private const int Requests = 100_000;
    private const string Office = "bench-office";

    public static async Task<List<Result>> RunAsync()
    {
        Console.SetOut(TextWriter.Null); // what the command tells a person
        await using var cluster = await BenchCluster.OpenAsync();
        var file = Path.Combine(cluster.Folder, "register.csv");
        await File.WriteAllTextAsync(file, Csv());
        await using var first = await OpenAsync(cluster, "first");
        await ImportAsync(first, file);
        await using var owner = await cluster.BookAsync("first", BookRole.Owner);
        await using var floor = await CopyFloor.TakeAsync(owner.Database);
        List<Result> results =
        [
            await Comparison.RunAsync(
                "import a register of 100,000 requests",
                Requests,
                async round =>
                {
                    await using var book = await OpenAsync(cluster, $"import_{round}");
                    await ImportAsync(book, file);
                },
                _ => floor.CopyAsync()),
        ];
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        return results;
    }

    private static async Task<Book> OpenAsync(BenchCluster cluster, string database)
    {
        var book = await cluster.BookAsync(database, BookRole.Worker);
        await using var services = Services(book);
        await OfficeCommand.AddAsync(services, Office, "样例机关", default);
        return book;
    }

    private static async Task ImportAsync(Book book, string file)
    {
        await using var services = Services(book);
        if (await ImportRegisterCommand.ImportAsync(services, file, Office, dryRun: false, default) != Web.Commands.CommandLine.Success)
        {
            throw new InvalidOperationException("A measured import did not happen.");
        }
    }

    private static ServiceProvider Services(Book book) => new ServiceCollection().AddTracker(book, book, TimeProvider.System).BuildServiceProvider();

    /// <summary>Requests of three to five facts each, as a busy office's old register would hold them.</summary>
    private static string Csv()
    {
        var random = new Random(1);
        string[] channels = ["当面", "挂号信", "EMS", "平信", "网络", "传真", "电子邮件"];
        string[] kinds = ["自然人", "自然人", "自然人", "商业企业", "科研机构", "法律服务机构", "其他"];
        var csv = new StringBuilder("登记编号,申请方式,提交日期,收件日期,确认日期,申请人类别,申请人,联系方式,申请内容,补正通知日期,补正截止日期,收到补正日期,延期批准日期,延长工作日数,办理结果,答复日期,答复文号\n");
        for (var place = 1; place <= Requests; place++)
        {
            var filed = new DateOnly(2020, 1, 6).AddDays(random.Next(2000));
            var (notice, extended) = (random.Next(2) == 0, random.Next(3) > 0);
            var ground = Grounds.All[random.Next(20)].Key;
            csv.AppendLine(
                CultureInfo.InvariantCulture,
                $"{place},{channels[random.Next(7)]},{Day(filed)},{Day(filed.AddDays(1))},{Day(filed.AddDays(1))},{kinds[random.Next(7)]},样例甲,000-0000-{place % 10000:0000},某街道二〇二五年第{place}号统计数据,{Day(notice, filed.AddDays(4))},{Day(notice, filed.AddDays(18))},{Day(notice, filed.AddDays(9))},{Day(extended, filed.AddDays(20))},{(extended ? "15" : "")},{ground},{Day(filed.AddDays(35))},例公复〔2022〕{place}号");
        }

        return csv.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(bool known, DateOnly day) => known ? Day(day) : "";
}
