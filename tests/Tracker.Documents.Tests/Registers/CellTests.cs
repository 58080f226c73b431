using Tracker.Documents.Registers;
using Tracker.Domain.Requests;
using static Tracker.Documents.Tests.Registers.TestRegister;

namespace Tracker.Documents.Tests.Registers;

public class CellTests
{
    private const string Everything =
        "登记编号,申请方式,提交日期,收件日期,确认日期,申请人类别,申请人,联系方式,申请内容,补正通知日期,补正截止日期,收到补正日期," +
        "延期批准日期,延长工作日数,办理结果,答复日期,答复文号";

    [Theory]
    [InlineData("2022-03-01")]
    [InlineData("2022-3-1")]
    [InlineData("2022/3/1")]
    [InlineData("2022/03/01")]
    [InlineData("2022.3.1")]
    [InlineData("2022年3月1日")]
    [InlineData("２０２２年０３月０１日")]
    [InlineData("２０２２－３－１")]
    [InlineData("20220301")]
    [InlineData("　2022-03-01 ")]
    public void A_date_is_read_as_offices_write_it(string text) =>
        Assert.Equal(new DateOnly(2022, 3, 1), Assert.Single(RowsOf(Headings, $"A-1,当面,{text},自然人")).FiledOn);

    [Theory]
    [InlineData("2022-02-30")]
    [InlineData("2022年2月30日")]
    [InlineData("20220230")]
    [InlineData("2023-02-29")]
    [InlineData("2022-13-01")]
    [InlineData("0000-01-01")]
    [InlineData("2022-00-10")]
    [InlineData("2022-3/1")]
    [InlineData("2022-03")]
    [InlineData("22-3-1")]
    [InlineData("44621")]
    [InlineData("三月一日")]
    [InlineData("2022-03-01x")]
    [InlineData("=TODAY()")]
    public void What_is_no_day_of_the_calendar_is_a_fault(string text)
    {
        var fault = Assert.Single(FaultsOf(Headings, $"A-1,当面,{text},自然人"));

        Assert.Equal((2, "提交日期", text), (fault.Row, fault.Column, fault.Found));
        Assert.Equal("日历上有的日期，如 2022-03-01", fault.Expected);
    }

    [Theory]
    [InlineData("当面", Channel.InPerson)]
    [InlineData("挂号信", Channel.SignedMail)]
    [InlineData("EMS", Channel.SignedMail)]
    [InlineData("ｅｍｓ", Channel.SignedMail)]
    [InlineData("平信", Channel.UnsignedMail)]
    [InlineData("网 络", Channel.Online)]
    [InlineData("传真", Channel.Fax)]
    [InlineData("　电子邮件", Channel.Email)]
    public void A_channel_is_read(string text, Channel channel) =>
        Assert.Equal(channel, Assert.Single(RowsOf(Headings, $"A-1,{text},2022-03-01,自然人")).Channel);

    [Theory]
    [InlineData("自然人", ApplicantKind.NaturalPerson)]
    [InlineData("商业企业", ApplicantKind.CommercialEnterprise)]
    [InlineData("科研机构", ApplicantKind.ResearchInstitution)]
    [InlineData("社会公益组织", ApplicantKind.PublicWelfareOrganisation)]
    [InlineData("法律服务机构", ApplicantKind.LegalServiceInstitution)]
    [InlineData("其他", ApplicantKind.OtherOrganisation)]
    public void A_kind_of_applicant_is_read(string text, ApplicantKind kind) =>
        Assert.Equal(kind, Assert.Single(RowsOf(Headings, $"A-1,当面,2022-03-01,{text}")).ApplicantKind);

    [Fact]
    public void A_ground_is_read_by_its_key_and_by_its_label()
    {
        foreach (var ground in Grounds.All)
        {
            foreach (var text in new[] { ground.Key, ground.Label, ground.Label.Replace('，', ',').Replace('（', '(').Replace('）', ')').Replace("、", " , ") })
            {
                var row = Assert.Single(RowsOf(Headings + ",办理结果,答复日期", $"{Row},\"{text}\",2022-03-02"));
                Assert.Equal(ground, row.Ground);
            }
        }
    }

    [Theory]
    [InlineData("申请方式", "A-1,快递,2022-03-01,自然人", "快递", "当面、挂号信、EMS、平信、网络、传真、电子邮件之一")]
    [InlineData("申请人类别", "A-1,当面,2022-03-01,企业", "企业", "自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他之一")]
    [InlineData("登记编号", ",当面,2022-03-01,自然人", "（空）", "必填")]
    [InlineData("申请方式", "A-1,　,2022-03-01,自然人", "（空）", "必填")]
    [InlineData("提交日期", "A-1,当面,,自然人", "（空）", "必填")]
    [InlineData("申请人类别", "A-1,当面,2022-03-01,", "（空）", "必填")]
    [InlineData("登记编号", "=1+1,当面,2022-03-01,自然人", "=1+1", "不以 = + - @ 开头的编号")]
    [InlineData("登记编号", "＝1+1,当面,2022-03-01,自然人", "＝1+1", "不以 = + - @ 开头的编号")]
    [InlineData("登记编号", "+1,当面,2022-03-01,自然人", "+1", "不以 = + - @ 开头的编号")]
    [InlineData("登记编号", "-1,当面,2022-03-01,自然人", "-1", "不以 = + - @ 开头的编号")]
    [InlineData("登记编号", "@x,当面,2022-03-01,自然人", "@x", "不以 = + - @ 开头的编号")]
    [InlineData("登记编号", "\"A\n1\",当面,2022-03-01,自然人", "A1", "没有控制字符和换行的编号")]
    [InlineData("登记编号", "A\u202E1,当面,2022-03-01,自然人", "A1", "没有控制字符和换行的编号")]
    public void A_cell_that_cannot_stand_is_named_with_what_is_expected(string column, string row, string found, string expected)
    {
        var fault = Assert.Single(FaultsOf(Headings, row));

        Assert.Equal((2, column, found, expected), (fault.Row, fault.Column, fault.Found, fault.Expected));
    }

    [Theory]
    [InlineData("登记编号", 64)]
    [InlineData("申请人", 200)]
    [InlineData("联系方式", 500)]
    [InlineData("申请内容", 20_000)]
    [InlineData("答复文号", 100)]
    public void A_text_may_be_so_long_and_no_longer(string column, int length)
    {
        Assert.Single(RowsOf(Everything, With(column, new string('字', length))));

        var fault = Assert.Single(FaultsOf(Everything, With(column, new string('字', length + 1))));

        Assert.Equal(column, fault.Column);
        Assert.Equal($"不超过 {length} 个字（此处 {length + 1} 个）", fault.Expected);
        Assert.True(fault.Found.Length <= 31);
    }

    [Theory]
    [InlineData("答复日期", "2022-03-08", "办理结果")]
    [InlineData("办理结果", "予以公开", "答复日期")]
    [InlineData("答复文号", "例统公复〔2022〕3号", "答复日期")]
    [InlineData("延长工作日数", "10", "延期批准日期")]
    [InlineData("延期批准日期", "2022-03-08", "延长工作日数")]
    [InlineData("收到补正日期", "2022-03-08", "补正通知日期")]
    [InlineData("补正截止日期", "2022-03-08", "补正通知日期")]
    public void What_cannot_stand_alone_is_a_fault_at_the_cell_it_needs(string given, string value, string needed)
    {
        var fault = Assert.Single(FaultsOf(Headings + "," + given, Row + "," + value));

        Assert.Equal((2, needed, "（空）", $"填了“{given}”的，这一格必填"), (fault.Row, fault.Column, fault.Found, fault.Expected));
    }

    [Theory]
    [InlineData("10", true)]
    [InlineData("１０", true)]
    [InlineData("10.5", false)]
    [InlineData("-3", false)]
    [InlineData("10天", false)]
    [InlineData("99999999999", false)]
    public void Working_days_are_a_whole_number(string text, bool isRead)
    {
        var faults = FaultsOf(Headings + ",延期批准日期,延长工作日数", $"{Row},2022-03-08,{text}");

        Assert.Equal(isRead ? [] : ["延长工作日数"], faults.Select(fault => fault.Column));
    }

    [Fact]
    public void A_letter_number_with_a_line_break_is_a_fault() =>
        Assert.Equal("答复文号", Assert.Single(FaultsOf(Everything, With("答复文号", "\"例\n1\""))).Column);

    [Fact]
    public void A_letter_number_beside_a_withdrawal_is_kept() =>
        Assert.Equal("例1", Assert.Single(RowsOf(Headings + ",办理结果,答复日期,答复文号", Row + ",申请人撤回申请,2022-03-08,例1")).DocumentNumber);

    [Fact]
    public void Formulas_and_commands_in_texts_are_texts()
    {
        foreach (var text in new[] { "=1+1", "@SUM(A1)", "'; drop table mt_events; --", "<script>", "{{x}}", "%s", "\\", "$(x)" })
        {
            var row = Assert.Single(RowsOf(Headings + ",申请人,联系方式,申请内容", $"{Row},{text},{text},{text}"));
            Assert.Equal((text, text, text), (row.ApplicantName, row.Contact, row.Content));
        }

        Assert.Equal("'; drop table x; --", Assert.Single(RowsOf(Headings, "'; drop table x; --,当面,2022-03-01,自然人")).Number);
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once() => Assert.Equal(
        ["登记编号", "申请方式", "提交日期", "申请人类别", "延长工作日数"],
        FaultsOf(Headings + ",延长工作日数,延期批准日期", "=1,马,2022-02-30,驴,十,2022-03-01").Select(fault => fault.Column));

    [Fact]
    public void An_echo_is_short_and_has_nothing_that_moves_a_cursor()
    {
        var fault = Assert.Single(FaultsOf(Headings, $"A-1,\"\u001b[2J\u202E\r\n{new string('x', 100)}\",2022-03-01,自然人"));

        Assert.Equal("[2J" + new string('x', 27) + "…", fault.Found);
    }

    [Fact]
    public void An_echo_splits_no_character()
    {
        var fault = Assert.Single(FaultsOf(Headings, $"A-1,x{string.Concat(Enumerable.Repeat("𠮷", 40))},2022-03-01,自然人"));

        Assert.Equal("x" + string.Concat(Enumerable.Repeat("𠮷", 14)) + "…", fault.Found);
    }

    [Fact]
    public void Personal_cells_are_in_no_fault()
    {
        var secret = "样例甲";
        var rows = new[]
        {
            With("申请人", new string('甲', 300) + secret),
            With("联系方式", new string('0', 600) + secret),
            With("申请内容", new string('文', 20_001) + secret),
            With("申请人", secret) + ",多一格",
            With("申请人", $"\"{secret}\"x"),
            With("申请人", secret + "\0"),
            With("申请人", secret).Replace("2022-03-01", "2022-02-30"),
            With("申请人", secret).Replace("2022-03-01", "2099-01-01"),
        };

        var faults = ImportOf(Everything, rows).Select(result => Assert.IsType<RowFaulty<RegisterRequest>>(result)).ToList();

        Assert.Equal(rows.Length, faults.Count);
        Assert.All(faults.SelectMany(row => row.Faults), fault => Assert.DoesNotContain(secret, fault.ToString()));
        Assert.All(faults.SelectMany(row => row.Faults), fault => Assert.DoesNotContain("0000000", fault.ToString()));
    }

    /// <summary>A row of all columns with the required cells filled, and one more.</summary>
    private static string With(string column, string value)
    {
        var headings = Everything.Split(',');
        var cells = headings.Select(heading => heading switch
        {
            _ when heading == column => value,
            "登记编号" => "A-1",
            "申请方式" => "当面",
            "提交日期" => "2022-03-01",
            "申请人类别" => "自然人",
            "办理结果" when column == "答复文号" => "disclosed",
            "答复日期" when column == "答复文号" => "2022-03-08",
            _ => "",
        });
        return string.Join(',', cells);
    }
}
