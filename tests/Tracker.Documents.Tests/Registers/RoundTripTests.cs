using System.Globalization;
using System.Text;
using Tracker.Documents.Registers;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Tests.Registers;

/// <summary>Registers made up at random, written in every way an office might, and read back.</summary>
public class RoundTripTests
{
    private const string Letters = "甲乙丙㐀𠮷\u00e9Az09 ,\t\"'=@;\n（）、，。“”|\\é😀";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_register_written_and_read_has_the_same_rows(int seed)
    {
        var random = new Random(seed);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            var rows = Enumerable.Range(0, random.Next(1, 40)).Select(place => RandomRow(random, place + 2)).ToList();
            var encoding = random.Next(3) switch { 0 => TestRegister.Utf8, 1 => Encoding.UTF8, _ => TestRegister.Gb18030 };
            using var register = new TestRegister(Write(rows, random), encoding);

            Assert.Equal(rows, register.Rows());
        }
    }

    private static string Write(List<RegisterRow> rows, Random random)
    {
        var separator = random.Next(2) == 0 ? ',' : '\t';
        var lineEnd = random.Next(3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" };
        RegisterColumn?[] columns = [.. RegisterColumns.All, null];
        random.Shuffle(columns);

        var text = new StringBuilder();
        WriteLine(columns.Select(column => column?.Heading ?? "备注"));
        foreach (var row in rows)
        {
            WriteLine(columns.Select(column => Pad(column is null ? RandomText(random) : Cell(row, column, random), random)));
        }

        return text.ToString();

        void WriteLine(IEnumerable<string> cells) => text.AppendJoin(separator, cells.Select(cell => Quote(cell, separator, random))).Append(lineEnd);
    }

    private static string Quote(string cell, char separator, Random random) =>
        cell.IndexOfAny([separator, '"', '\r', '\n']) >= 0 || random.Next(8) == 0 ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static string Pad(string cell, Random random) => random.Next(6) switch { 0 => " " + cell, 1 => cell + "　", _ => cell };

    private static string Cell(RegisterRow row, RegisterColumn column, Random random) => column.Heading switch
    {
        "登记编号" => row.Number,
        "申请方式" => row.Channel switch
        {
            Channel.InPerson => "当面",
            Channel.SignedMail => random.Next(2) == 0 ? "挂号信" : "EMS",
            Channel.UnsignedMail => "平信",
            Channel.Online => "网络",
            Channel.Fax => "传真",
            Channel.Email => "电子邮件",
        },
        "提交日期" => Day(row.FiledOn, random),
        "收件日期" => Day(row.ArrivedOn, random),
        "确认日期" => Day(row.ConfirmedOn, random),
        "申请人类别" => new[] { "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他" }[(int)row.ApplicantKind],
        "申请人" => row.ApplicantName ?? "",
        "联系方式" => row.Contact ?? "",
        "申请内容" => row.Content ?? "",
        "补正通知日期" => Day(row.NoticeOn, random),
        "补正截止日期" => Day(row.NoticePeriodEndsOn, random),
        "收到补正日期" => Day(row.SupplementOn, random),
        "延期批准日期" => Day(row.ExtensionApprovedOn, random),
        "延长工作日数" => row.ExtensionWorkingDays?.ToString(CultureInfo.InvariantCulture) ?? "",
        "办理结果" => (random.Next(2) == 0 ? row.Ground?.Key : row.Ground?.Label) ?? "",
        "答复日期" => Day(row.AnsweredOn, random),
        "答复文号" => row.DocumentNumber ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Day(DateOnly? day, Random random)
    {
        var formats = new[] { "yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd" };
        return day?.ToString(formats[random.Next(formats.Length)], CultureInfo.InvariantCulture) ?? "";
    }

    private static RegisterRow RandomRow(Random random, int place)
    {
        var notice = random.Next(3) == 0 ? RandomDay(random) : (DateOnly?)null;
        var extension = random.Next(3) == 0 ? RandomDay(random) : (DateOnly?)null;
        var answer = random.Next(2) == 0 ? RandomDay(random) : (DateOnly?)null;
        var ground = answer is null ? null : Grounds.All[random.Next(Grounds.All.Length)];
        return new(
            place,
            $"甲{place}号",
            (Channel)random.Next(6),
            RandomDay(random),
            Sometimes(RandomDay),
            Sometimes(RandomDay),
            (ApplicantKind)random.Next(6),
            NullIfEmpty(RandomText(random)),
            NullIfEmpty(RandomText(random)),
            NullIfEmpty(RandomText(random)),
            notice,
            notice is null ? null : Sometimes(RandomDay),
            notice is null ? null : Sometimes(RandomDay),
            extension,
            extension is null ? null : random.Next(0, 40),
            ground,
            answer,
            ground is null ? null : $"例统公复〔2022〕{place}号");

        DateOnly? Sometimes(Func<Random, DateOnly> day) => random.Next(2) == 0 ? day(random) : null;
    }

    private static DateOnly RandomDay(Random random) => new DateOnly(2007, 1, 1).AddDays(random.Next(7_000));

    private static string RandomText(Random random)
    {
        var runes = Letters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => runes[random.Next(runes.Length)].ToString())).Trim();
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
