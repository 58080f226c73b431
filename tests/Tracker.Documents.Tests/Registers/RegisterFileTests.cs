using System.Text;
using Tracker.Documents.Registers;
using Tracker.Domain.Requests;
using static Tracker.Documents.Tests.Registers.TestRegister;

namespace Tracker.Documents.Tests.Registers;

public class RegisterFileTests
{
    private const string Named = Headings + ",申请人\nA-1,网络,2022-03-01,自然人,样例甲𠮷\n";

    public static TheoryData<string, byte[]> Written => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Named) },
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Named)] },
        { "GB18030", Gb18030.GetBytes(Named) },
        { "GB18030 with its mark", Gb18030.GetBytes('\uFEFF' + Named) },
        { "tabs", Encoding.UTF8.GetBytes(Named.Replace(',', '\t')) },
        { "tabs in GB18030", Gb18030.GetBytes(Named.Replace(',', '\t')) },
        { "quoted headings behind a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes('"' + Named.Replace(",", "\",\"").Replace("\n", "\"\n\"")[..^1])] },
        { "line ends of Windows", Encoding.UTF8.GetBytes(Named.Replace("\n", "\r\n")) },
        { "line ends of an old Mac", Encoding.UTF8.GetBytes(Named.Replace('\n', '\r')) },
        { "no line end at the end", Encoding.UTF8.GetBytes(Named.TrimEnd()) },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_register_reads_the_same_however_it_is_written(string how, byte[] bytes)
    {
        using var register = new TestRegister(bytes);

        var row = Assert.Single(register.Rows());

        Assert.True(row is { Row: 2, Number: "A-1", Channel: Channel.Online, ApplicantName: "样例甲𠮷" }, how);
        Assert.Equal(new(2022, 3, 1), row.FiledOn);
    }

    [Fact]
    public void A_character_split_between_two_pieces_of_the_file_is_whole()
    {
        var content = string.Concat(Enumerable.Repeat("某村农作物", 3_000));
        foreach (var shift in Enumerable.Range(0, 4))
        {
            using var utf8 = new TestRegister(Lines(Headings + ",申请内容", [.. Enumerable.Repeat($"{new string('x', shift + 1)},当面,2022-03-01,自然人,{content}", 5)]));
            using var gb = new TestRegister(Lines(Headings + ",申请内容", [.. Enumerable.Repeat($"{new string('x', shift + 1)},当面,2022-03-01,自然人,{content}", 5)]), Gb18030);

            Assert.All(utf8.Rows(), row => Assert.Equal(content, row.Content));
            Assert.All(gb.Rows(), row => Assert.Equal(content, row.Content));
        }
    }

    [Fact]
    public void Columns_stand_in_any_order()
    {
        var row = Assert.Single(RowsOf(
            "答复日期,申请人类别,提交日期,办理结果,登记编号,申请方式", "2022-03-08,科研机构,2022-03-01,予以公开,A-1,当面"));

        Assert.True(row is { Number: "A-1", ApplicantKind: ApplicantKind.ResearchInstitution, Ground.Key: "disclosed" });
        Assert.Equal(new DateOnly(2022, 3, 8), row.AnsweredOn);
    }

    [Fact]
    public void Unknown_columns_are_named_and_passed_over()
    {
        using var register = new TestRegister(Lines("备注," + Headings + ",经办 科室,", "好," + Row + ",二科,"));

        Assert.Equal("A-1", Assert.Single(register.Rows()).Number);
        Assert.Equal(["备注", "经办 科室"], register.File.UnknownColumns);
    }

    [Fact]
    public void An_unnamed_column_between_others_is_reported_by_its_place()
    {
        using var register = new TestRegister(Lines("登记编号,,申请方式,提交日期,申请人类别", "A-1,x,当面,2022-03-01,自然人"));

        Assert.Equal(["（第 2 列，无列名）"], register.File.UnknownColumns);
    }

    [Fact]
    public void A_row_is_numbered_as_a_spreadsheet_does()
    {
        var rows = RowsOf(
            Headings + ",申请内容", "A-1,当面,2022-03-01,自然人,\"一\n二\r\n三\"", "", " , ,　, ,", "A-2,当面,2022-03-01,自然人,");

        Assert.Equal([2, 5], rows.Select(row => row.Row));
        Assert.Equal("一\n二\r\n三", rows[0].Content);
    }

    [Fact]
    public void Cells_left_empty_behind_the_last_heading_do_no_harm() =>
        Assert.Equal("A-1", Assert.Single(RowsOf(Headings + ",,", Row + ",,, ,")).Number);

    [Fact]
    public void A_register_without_requests_is_no_fault() => Assert.Empty(RowsOf(Headings));

    [Fact]
    public void Reading_again_starts_anew()
    {
        using var register = new TestRegister(Lines(Headings, Row, "A-2,当面,2022-03-02,自然人"));

        Assert.Equal(register.Rows(), register.Rows());
    }

    [Fact]
    public void Progress_ends_at_the_length_of_the_file()
    {
        using var register = new TestRegister(Lines(Headings, [.. Enumerable.Repeat(Row, 10_000)]));
        var progress = register.File.Read().Select(_ => register.File.BytesRead).ToList();

        Assert.True(progress[0] < register.File.Length);
        Assert.Equal(progress.Order(), progress);
        Assert.Equal(register.File.Length, progress[^1]);
    }

    [Fact]
    public void A_row_shows_no_person_in_a_log()
    {
        var row = Assert.Single(RowsOf(Headings + ",申请人,联系方式,申请内容", Row + ",样例甲,000-0000-0001,人口数"));

        Assert.Equal("第 2 行", row.ToString());
        Assert.DoesNotContain("样例", new RowAccepted<RegisterRow>(row).ToString());
    }
}
