using System.Globalization;
using System.Text;

namespace Tracker.Benchmarks;

/// <summary>An office's register of seven years, of which the last weeks are still in hand.</summary>
internal static class DeskRegister
{
    /// <summary>Requests of the last forty days.</summary>
    private const int Recent = 3000;

    private const string Letters = "样例申请公开道路拆迁补偿财政预算环评报告审批文件规划许可土地征收方案公告名单统计年鉴项目批复会议纪要采购合同评估";
    private static readonly string[] Kinds = ["自然人", "商业企业", "科研机构", "法律服务机构"];
    private static readonly string[] Channels = ["当面", "当面", "EMS", "网络"];
    private static readonly string[] Results = ["disclosed", "partial", "not_existing", "state_secret"];

    /// <summary>A word that twenty requests of a hundred thousand hold.</summary>
    public const string RareWord = "罕见词0012";

    /// <summary>Two characters that stand in most.</summary>
    public const string CommonWord = "公开";

    public static string Csv(int requests, DateOnly today)
    {
        var random = new Random(7);
        var csv = new StringBuilder("登记编号,申请方式,提交日期,收件日期,确认日期,申请人类别,申请人,联系方式,申请内容,办理结果,答复日期,答复文号\n");
        for (var place = 0; place < requests; place++)
        {
            var filed = today.AddDays(-(place < Recent ? random.Next(41) : random.Next(41, 2600)));
            var channel = Channels[random.Next(Channels.Length)];
            var arrived = channel is "当面" ? filed : filed.AddDays(2);
            var isOpen = arrived >= today || (place < Recent && (filed > today.AddDays(-20) || random.Next(10) == 0));
            var answered = Earlier(arrived.AddDays(random.Next(3, 18)), today);
            var text = CommonWord + string.Concat(Enumerable.Range(0, 30).Select(_ => Letters[random.Next(Letters.Length)]))
                + (random.Next(4) == 0 ? $"罕见词{place % 5000:0000}" : "");
            csv.AppendLine(
                CultureInfo.InvariantCulture,
                $"{filed.Year}-S{place:000000},{channel},{Day(filed)},{Day(channel == "EMS" && arrived <= today, arrived)},{Day(channel == "网络" && arrived <= today, arrived)},{Kinds[random.Next(Kinds.Length)]},样例{Letters[random.Next(Letters.Length)]},000-0000-{place % 10000:0000},{text},{(isOpen ? "" : Results[random.Next(Results.Length)])},{Day(!isOpen, answered)},{(isOpen ? "" : $"例公复〔{answered.Year}〕{place}号")}");
        }

        return csv.ToString();
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static string Day(bool known, DateOnly day) => known ? Day(day) : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
