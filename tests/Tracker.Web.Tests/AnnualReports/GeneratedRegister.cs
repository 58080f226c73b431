using System.Globalization;
using System.Text;

namespace Tracker.Web.Tests.AnnualReports;

/// <summary>A register of invented requests: every ground, every kind of applicant, every channel, both carry directions.</summary>
internal static class GeneratedRegister
{
    private static readonly string[] Channels = ["当面", "挂号信", "EMS", "平信", "网络", "传真", "电子邮件"];
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    /// <param name="seed">The same seed gives the same register.</param>
    public static List<OracleRequest> Of(int seed, int extra = 150)
    {
        var random = new Random(seed);
        var requests = new List<OracleRequest>();
        foreach (var ground in SlowTable.Row2021.Keys)
        {
            foreach (var kind in SlowTable.Kinds)
            {
                requests.Add(Request(random, requests.Count, kind, ground));
            }
        }

        for (var place = 0; place < extra; place++)
        {
            var ground = random.Next(4) == 0 ? null : SlowTable.Row2021.Keys.ElementAt(random.Next(SlowTable.Row2021.Count));
            requests.Add(Request(random, requests.Count, SlowTable.Kinds[random.Next(6)], ground));
        }

        // Filed on the last day of a year and confirmed in the next: counts in the next.
        requests.Add(new($"跨年{seed}", "网络", new(2022, 12, 31), null, new(2023, 1, 3), "自然人", "disclosed", new(2023, 1, 9)));
        return requests;
    }

    public static string Csv(IEnumerable<OracleRequest> requests)
    {
        var csv = new StringBuilder("登记编号,申请方式,提交日期,收件日期,确认日期,申请人类别,申请人,办理结果,答复日期\n");
        foreach (var request in requests)
        {
            csv.AppendLine(
                CultureInfo.InvariantCulture,
                $"{request.Number},{request.Channel},{Day(request.Filed)},{Day(request.Received)},{Day(request.Confirmed)},{request.Kind},样例,{request.GroundKey},{Day(request.Answered)}");
        }

        return csv.ToString();
    }

    private static OracleRequest Request(Random random, int place, string kind, string? ground)
    {
        var channel = Channels[random.Next(Channels.Length)];
        var filed = new DateOnly(2019, 6, 1).AddDays(random.Next(6 * 365));
        var received = random.Next(8) == 0 ? (DateOnly?)null : filed.AddDays(random.Next(6));
        var confirmed = random.Next(8) == 0 ? (DateOnly?)null : (received ?? filed).AddDays(random.Next(6)); // confirmed once it is there
        var request = new OracleRequest($"件{place}", channel, filed, received, confirmed, kind, ground, Answered: null);
        var there = received > request.ReceivedOn ? received.Value : request.ReceivedOn; // a letter is answered once it has arrived
        var answered = there.AddDays(random.Next(120));
        return ground is null || answered > LastDay ? request with { GroundKey = null } : request with { Answered = answered };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
