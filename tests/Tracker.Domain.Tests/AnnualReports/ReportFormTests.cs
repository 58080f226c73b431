using Tracker.Domain.AnnualReports;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>The printed table: key, section, heading and item of every row, top to bottom, written apart from the program.</summary>
public class ReportFormTests
{
    private const string Results = "三、本年度办理结果";

    private static readonly (string Key, string Section, string Heading, string Item)[] UpToNotProcessed =
    [
        ("new", "一、本年新收政府信息公开申请数量", "", ""),
        ("carried_in", "二、上年结转政府信息公开申请数量", "", ""),
        ("disclosed", Results, "（一）予以公开", ""),
        ("partial", Results, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
        ("refused_state_secret", Results, "（三）不予公开", "1.属于国家秘密"),
        ("refused_law_forbids", Results, "（三）不予公开", "2.其他法律行政法规禁止公开"),
        ("refused_security_stability", Results, "（三）不予公开", "3.危及“三安全一稳定”"),
        ("refused_third_party", Results, "（三）不予公开", "4.保护第三方合法权益"),
        ("refused_internal_affairs", Results, "（三）不予公开", "5.属于三类内部事务信息"),
        ("refused_process_info", Results, "（三）不予公开", "6.属于四类过程性信息"),
        ("refused_enforcement_files", Results, "（三）不予公开", "7.属于行政执法案卷"),
        ("refused_admin_query", Results, "（三）不予公开", "8.属于行政查询事项"),
        ("unable_not_held", Results, "（四）无法提供", "1.本机关不掌握相关政府信息"),
        ("unable_needs_creation", Results, "（四）无法提供", "2.没有现成信息需要另行制作"),
        ("unable_unclear_after_supplement", Results, "（四）无法提供", "3.补正后申请内容仍不明确"),
        ("unprocessed_petition", Results, "（五）不予处理", "1.信访举报投诉类申请"),
        ("unprocessed_duplicate", Results, "（五）不予处理", "2.重复申请"),
        ("unprocessed_publication", Results, "（五）不予处理", "3.要求提供公开出版物"),
        ("unprocessed_excessive", Results, "（五）不予处理", "4.无正当理由大量反复申请"),
        ("unprocessed_reconfirm", Results, "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    ];

    private static readonly (string Key, string Section, string Heading, string Item)[] OtherProcessing2021 =
    [
        ("other_overdue_supplement", Results, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        ("other_overdue_fee", Results, "（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        ("other_other", Results, "（六）其他处理", "3.其他"),
    ];

    private static readonly (string Key, string Section, string Heading, string Item)[] Close =
    [
        ("total", Results, "（七）总计", ""),
        ("carried_out", "四、结转下年度继续办理", "", ""),
    ];

    [Fact]
    public void The_form_of_2021_has_its_25_rows_in_print_order()
    {
        Assert.Equal([.. UpToNotProcessed, .. OtherProcessing2021, .. Close], Printed(ReportForm.Of2021));
        Assert.Equal(25, ReportForm.Of2021.Rows.Length);
    }

    [Fact]
    public void The_form_of_2019_has_23_rows_with_other_processing_in_one()
    {
        Assert.Equal([.. UpToNotProcessed, ("other", Results, "（六）其他处理", ""), .. Close], Printed(ReportForm.Of2019));
        Assert.Equal(23, ReportForm.Of2019.Rows.Length);
    }

    [Fact]
    public void Every_row_stands_on_its_side_of_the_account() => Assert.All(ReportForm.All, form =>
        Assert.All(form.Rows, row => Assert.Equal(
            row.Key switch
            {
                "new" => RowKind.New,
                "carried_in" => RowKind.CarriedIn,
                "total" => RowKind.Total,
                "carried_out" => RowKind.CarriedOut,
                _ => RowKind.Result,
            },
            row.Kind)));

    [Fact]
    public void A_row_is_labelled_by_its_own_words()
    {
        Assert.Equal("一、本年新收政府信息公开申请数量", ReportForm.Of2021.Row("new").Label);
        Assert.Equal("（一）予以公开", ReportForm.Of2021.Row("disclosed").Label);
        Assert.Equal("1.属于国家秘密", ReportForm.Of2021.Row("refused_state_secret").Label);
    }

    [Fact]
    public void Forms_are_named_by_their_year_and_their_notice() => Assert.Equal(
        [("2021", "国办公开办函〔2021〕30号"), ("2019", "国办公开办函〔2019〕60号")],
        ReportForm.All.Select(form => (form.Key, form.Source)));

    [Theory]
    [InlineData(2019, "2019")]
    [InlineData(2020, "2019")]
    [InlineData(2021, "2021")]
    [InlineData(2026, "2021")]
    public void The_form_follows_the_year(int year, string form)
    {
        Assert.Equal(form, ReportForm.For(year).Key);
        Assert.False(ReportForm.IsBeforeSectionThree(year));
    }

    [Fact]
    public void Until_2018_there_was_no_section_three() => Assert.True(ReportForm.IsBeforeSectionThree(2018));

    private static IEnumerable<(string Key, string Section, string Heading, string Item)> Printed(ReportForm form) =>
        form.Rows.Select(row => (row.Key, row.Section, row.Heading, row.Item));
}
