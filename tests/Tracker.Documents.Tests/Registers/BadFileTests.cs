using System.Text;
using Tracker.Documents.Registers;
using static Tracker.Documents.Tests.Registers.TestRegister;

namespace Tracker.Documents.Tests.Registers;

public class BadFileTests
{
    private static readonly string ThreeRows = Lines(Headings + ",申请内容", Row + ",\"人口\n数\"", Row + ",产量", Row + ",存栏数");

    [Fact]
    public void A_file_of_200_MB_is_refused_before_it_is_read()
    {
        using var register = Sparse(200L * 1024 * 1024);

        var fault = Assert.Single(register.Faults());

        Assert.Equal((RegisterColumns.WholeFile, "200 MB", "不超过 100 MB 的文件；请分成几个文件导入"), (fault.Column, fault.Found, fault.Expected));
        Assert.Equal(0, register.File.BytesRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_a_fault(string text)
    {
        using var register = new TestRegister(text);

        Assert.Equal((1, RegisterColumns.WholeFile, "空文件"), Place(Assert.Single(register.Faults())));
    }

    [Fact]
    public void A_byte_that_fits_no_encoding_is_named_by_its_row()
    {
        foreach (var encoding in new[] { Utf8, Gb18030 })
        {
            var bytes = encoding.GetBytes(ThreeRows);
            var place = bytes.Length - 3; // in the last cell of row 4, which is line 5
            using var register = new TestRegister([.. bytes[..place], 0xFF, .. bytes[place..]]);

            var fault = Assert.Single(register.Faults());

            Assert.Equal((4, RegisterColumns.WholeRow, ""), Place(fault));
            Assert.Equal("UTF-8 或者 GB18030 编码的文字", fault.Expected);
        }
    }

    [Fact]
    public void A_character_cut_off_at_the_end_is_a_broken_encoding()
    {
        using var register = new TestRegister(Utf8.GetBytes(ThreeRows.TrimEnd())[..^1]);

        Assert.Equal(4, Assert.Single(register.Faults()).Row);
    }

    [Fact]
    public void A_mark_of_UTF8_is_believed_and_broken_text_behind_it_is_not_taken_for_GB18030()
    {
        // With the mark's last byte this makes two characters of GB18030.
        using var register = new TestRegister([0xEF, 0xBB, 0xBF, 0xB5, .. Utf8.GetBytes("x,y\n1,2\n")]);

        Assert.Equal((1, RegisterColumns.WholeRow, ""), Place(Assert.Single(register.Faults())));
    }

    [Fact]
    public void UTF16_is_named()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            using var register = new TestRegister(ThreeRows, encoding);

            Assert.Contains("UTF-16", Assert.Single(register.Faults()).Expected);
        }
    }

    [Fact]
    public void UTF16_without_its_mark_is_a_fault_too()
    {
        using var register = new TestRegister(Encoding.Unicode.GetBytes(ThreeRows));

        Assert.NotEmpty(register.Faults());
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 })]
    public void A_workbook_is_named(byte[] bytes)
    {
        using var register = new TestRegister(bytes);

        Assert.Contains("Excel", Assert.Single(register.Faults()).Expected);
    }

    [Fact]
    public void Missing_and_repeated_columns_are_faults_in_row_1()
    {
        var faults = FaultsOf("登记编号,申请方式,申请 方式,提交日期", "A-1,当面,当面,2022-03-01");

        Assert.Equal(
            [(1, "申请方式", "申请方式"), (1, "申请人类别", RegisterFault.Empty)],
            faults.Select(Place));
    }

    [Fact]
    public void A_file_without_headings_shows_nothing_of_its_first_request()
    {
        using var register = new TestRegister("A-1,当面,2022-03-01,自然人,样例甲,000-0000-0001\n");

        var faults = register.Faults();

        Assert.Equal(["登记编号", "申请方式", "提交日期", "申请人类别"], faults.Select(fault => fault.Column));
        Assert.DoesNotContain("样例", string.Concat(faults));
        Assert.Empty(register.File.UnknownColumns);
    }

    [Theory]
    [InlineData("A-1,当面,2022-03-01,自然人,样例甲,样例乙")]
    [InlineData("A-1,当面,2022-03-01,样例甲")]
    [InlineData("样例甲")]
    public void A_row_with_the_wrong_number_of_cells_shows_none_of_them(string row)
    {
        var fault = Assert.Single(FaultsOf(Headings + ",申请人", row));

        Assert.Equal((2, RegisterColumns.WholeRow, $"{row.Split(',').Length} 格"), Place(fault));
        Assert.Equal("5 格，与列名相同", fault.Expected);
    }

    [Fact]
    public void The_rows_behind_a_faulty_one_are_read()
    {
        using var register = new TestRegister(Lines(Headings, "A-1", "A-2,当面,2022-02-30,自然人", Row));

        Assert.Equal(
            [typeof(RowFaulty<RegisterRow>), typeof(RowFaulty<RegisterRow>), typeof(RowAccepted<RegisterRow>)],
            register.Results().Select(result => result.GetType()));
    }

    [Theory]
    [InlineData("A-1,当面,2022-03-01,自然人,\"样例甲")]
    [InlineData("A-1,当面,2022-03-01,自然人,\"样例甲\nA-2,当面,2022-03-01,自然人,样例乙")]
    [InlineData("A-1,当面,2022-03-01,自然人,\"样例\"甲")]
    [InlineData("A-1,当面,2022-03-01,自然人,样\"例甲")]
    public void Quotes_that_do_not_pair_are_a_fault_of_their_row(string row)
    {
        var fault = FaultsOf(Headings + ",申请人", row)[0];

        Assert.Equal((2, RegisterColumns.WholeRow, ""), Place(fault));
        Assert.Contains("引号", fault.Expected);
    }

    [Fact]
    public void Quotes_that_do_not_pair_in_the_headings_are_a_fault_of_row_1() =>
        Assert.Equal((1, RegisterColumns.WholeRow, ""), Place(Assert.Single(FaultsOf("\"登记编号\"x,申请方式", Row))));

    [Fact]
    public void A_million_separators_are_a_fault()
    {
        using var register = new TestRegister(new string(',', 1_000_000));

        Assert.Equal((1, RegisterColumns.WholeRow, ""), Place(Assert.Single(register.Faults())));
    }

    [Theory]
    [InlineData("A-1\0,当面,2022-03-01,自然人,,", "登记编号")]
    [InlineData("A-1,当面,2022-03-01,自然人,样\0例甲,", "申请人")]
    [InlineData("A-1,当面,2022-03-01,自然人,,\0", "备注")]
    public void A_NUL_is_a_fault_of_its_cell(string row, string column) => Assert.Equal(
        (2, column, RegisterFault.Masked),
        Place(Assert.Single(FaultsOf(Headings + ",申请人,备注", row))));

    [Fact]
    public void A_NUL_in_the_headings_is_a_fault_of_row_1() =>
        Assert.Equal(1, Assert.Single(FaultsOf(Headings + ",备\0注", Row + ",")).Row);

    [Fact]
    public void A_file_that_is_not_there_is_told_by_an_exception() =>
        Assert.Throws<FileNotFoundException>(() => RegisterFile.Open(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));

    private static (int Row, string Column, string Found) Place(RegisterFault fault) => (fault.Row, fault.Column, fault.Found);
}
