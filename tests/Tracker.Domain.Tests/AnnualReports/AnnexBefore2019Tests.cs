using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

public class AnnexBefore2019Tests
{
    private static readonly string[] OpenLines =
    [
        "publications", "publications_website", "publications_gazette", "fees_waived", "reconsiderations", "suits", "complaints",
    ];

    [Theory]
    [InlineData(Channel.InPerson, "received_in_person")]
    [InlineData(Channel.Online, "received_online")]
    [InlineData(Channel.Email, "received_online")]
    [InlineData(Channel.SignedMail, "received_mail")]
    [InlineData(Channel.UnsignedMail, "received_mail")]
    [InlineData(Channel.Fax, null)]
    public void A_channel_counts_in_the_total_and_in_its_line_e_mail_online_and_fax_in_none(Channel channel, string? line) =>
        AssertCounted(Facts.Open(2012, channel: channel), [.. new[] { "received", line }.OfType<string>()]);

    [Theory]
    [InlineData("already_public", "answered_agreed")]
    [InlineData("disclosed", "answered_agreed")]
    [InlineData("partial", "answered_agreed_in_part")]
    [InlineData("state_secret", "answered_refused")]
    [InlineData("enforcement_files", "answered_refused")]
    [InlineData("administrative_query", "answered_other")]
    [InlineData("not_existing", "answered_other")]
    [InlineData("withdrawn", "answered_other")]
    public void An_answer_counts_in_the_total_and_in_its_class(string ground, string line) =>
        AssertCounted(Facts.Closed(2012, 2012, ground, channel: Channel.Fax), ["received", "answered", line]);

    [Fact]
    public void Received_and_answered_count_each_in_its_own_year()
    {
        var fact = Facts.Closed(2011, 2012, channel: Channel.InPerson);

        Assert.Equal(["received", "received_in_person"], Counting([fact], 2011, line => line.ThisYear));
        Assert.Equal(["answered", "answered_agreed"], Counting([fact], 2012, line => line.ThisYear));
        Assert.Empty(Counting([fact], 2013, line => line.ThisYear));
    }

    [Fact]
    public void The_cumulative_figure_runs_to_the_end_of_the_year()
    {
        var fact = Facts.Closed(2011, 2012, channel: Channel.InPerson);

        Assert.Empty(Counting([fact], 2010, line => line.Cumulative));
        Assert.Equal(["received", "received_in_person"], Counting([fact], 2011, line => line.Cumulative));
        Assert.Equal(["received", "received_in_person", "answered", "answered_agreed"], Counting([fact], 2012, line => line.Cumulative));
        Assert.Equal(["received", "received_in_person", "answered", "answered_agreed"], Counting([fact], 2018, line => line.Cumulative));
    }

    [Fact]
    public void A_group_counts_with_its_size()
    {
        var lines = AnnexBefore2019.Count([new(Facts.Open(2012), 3), new(Facts.Open(2010), 4)], 2012);

        Assert.Equal((3, 7), (Line(lines, "received").ThisYear, Line(lines, "received").Cumulative));
    }

    [Fact]
    public void Lines_the_register_cannot_answer_have_no_figure_not_zero()
    {
        var lines = AnnexBefore2019.Count([], 2012);

        Assert.Equal(OpenLines, lines.Where(line => line is { ThisYear: null, Cumulative: null }).Select(line => line.Key));
        Assert.All(lines.Where(line => !OpenLines.Contains(line.Key)), line => Assert.Equal((0, 0), (line.ThisYear, line.Cumulative)));
        Assert.All(OpenLines, key => Assert.False(AnnexBefore2019.Counts(key, Facts.Open(2012), 2012, cumulative: true)));
    }

    [Fact]
    public void The_lines_stand_in_print_order_with_their_units() => Assert.Equal(
        [
            ("主动公开信息数", "条"), ("其中：1.政府网站公开", "条"), ("2.政府公报公开", "条"),
            ("受理依申请公开信息总数", "条"), ("其中：1、当面申请数", "条"), ("2、网上申请数", "条"), ("3、信函申请数", "条"),
            ("对申请的答复总数", "条"), ("其中：1、同意公开答复数", "条"), ("2、同意部分公开答复数", "条"),
            ("3、不予公开答复数", "条"), ("4、其他类型答复数", "条"),
            ("政府信息公开收费减免金额", "元"), ("行政复议数", "件"), ("行政诉讼数", "件"), ("接受行政申诉、举报数", "件"),
        ],
        AnnexBefore2019.Count([], 2012).Select(line => (line.Label, line.Unit)));

    [Fact]
    public void The_list_behind_every_figure_has_as_many_requests_as_the_figure_says() => Prop.ForAll(Facts.Any, counted =>
        AnnexBefore2019.Count(counted.Groups, counted.Year).Where(line => line.ThisYear is not null).All(line =>
            line.ThisYear == Behind(counted, line.Key, cumulative: false) && line.Cumulative == Behind(counted, line.Key, cumulative: true)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_classes_of_answer_sum_up_to_the_answers_and_the_channels_lack_only_fax() => Prop.ForAll(Facts.Any, counted =>
    {
        var lines = AnnexBefore2019.Count(counted.Groups, counted.Year);
        var fax = counted.Groups.Where(group => group.Fact.Channel == Channel.Fax && group.Fact.ReceivedYear == counted.Year).Sum(group => group.Requests);
        return Line(lines, "answered").ThisYear == Sum("answered_") && Line(lines, "received").ThisYear == Sum("received_") + fax;

        long? Sum(string prefix) => lines.Where(line => line.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(line => line.ThisYear);
    }).QuickCheckThrowOnFailure();

    private static long Behind(Counted counted, string line, bool cumulative) => counted.Groups
        .Where(group => AnnexBefore2019.Counts(line, group.Fact, counted.Year, cumulative))
        .Sum(group => group.Requests);

    private static void AssertCounted(RequestFact fact, string[] lines) =>
        Assert.Equal(lines, Counting([fact], 2012, line => line.ThisYear));

    private static IEnumerable<string> Counting(RequestFact[] facts, int year, Func<AnnexLine, long?> figure) =>
        AnnexBefore2019.Count(facts.Select(fact => new FactGroup(fact, 1)), year).Where(line => figure(line) > 0).Select(line => line.Key);

    private static AnnexLine Line(IEnumerable<AnnexLine> lines, string key) => lines.Single(line => line.Key == key);
}
