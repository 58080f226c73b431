using System.Text;
using Tracker.Tests;

namespace Tracker.Web.Tests.Commands;

/// <summary>What a person sees when a register file is not as it should be: each fault a line, and not one row in the book.</summary>
public sealed class RegisterImportTests(PrivateClusterFixture cluster)
{
    private const string Office = "test-office";
    private const string Head = "登记编号,申请方式,提交日期,申请人类别,申请人,办理结果,答复日期\n";

    [Theory]
    [InlineData("1,当面,2022-02-30,自然人,样例甲,,", "第 3 行 提交日期：“2022-02-30”")]
    [InlineData("1,飞鸽,2022-03-01,自然人,样例甲,,", "第 3 行 申请方式：“飞鸽”")]
    [InlineData("1,当面,2022-03-01,自然人,样例甲,予以公开,2022-02-28", "第 3 行 答复日期：“2022-02-28”，答复日期不能早于前一环节的日期（2022年3月1日）。")]
    [InlineData("1,当面,2022-03-01,自然人,样例甲,,\n1,当面,2022-03-01,商业企业,样例甲,,", "第 4 行 登记编号")]
    [InlineData("=1+1,当面,2022-03-01,自然人,样例甲,,", "第 3 行 登记编号")]
    [InlineData("1,当面,=TODAY(),自然人,样例甲,,", "第 3 行 提交日期：“=TODAY()”")]
    [InlineData("1,当面,2999-03-01,自然人,样例甲,,", "提交日期不能晚于今天")]
    [InlineData("1,当面", "第 3 行")]
    public async Task A_fault_is_a_line_with_row_and_column_and_nothing_is_imported(string rows, string line)
    {
        var cli = await NewAsync();

        var result = await cli.RunAsync("import-register", cli.File("bad.csv", Head + "好,当面,2022-01-04,自然人,样例乙,,\n" + rows), "--office", Office);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(line, result.Errors);
        Assert.Contains("没有导入任何一行", result.Errors);
        Assert.DoesNotContain("样例", result.Errors + result.Output);
        Assert.Contains("0 件申请", await cli.SucceedAsync("verify"));
    }

    [Fact]
    public async Task Bytes_in_no_encoding_are_a_fault()
    {
        var cli = await NewAsync();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Head), 0xFF, 0xFE, 0x80, (byte)'\n'];

        var result = await cli.RunAsync("import-register", cli.File("broken.csv", bytes), "--office", Office);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("第 2 行", result.Errors);
    }

    [Fact]
    public async Task A_file_of_200_megabytes_is_refused_at_once()
    {
        var cli = await NewAsync();
        var path = cli.File("large.csv", Head);
        await using (var file = File.OpenWrite(path))
        {
            file.SetLength(200L * 1024 * 1024);
        }

        var result = await cli.RunAsync("import-register", path, "--office", Office);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("200 MB", result.Errors);
        Assert.Contains("100 MB", result.Errors);
    }

    [Fact]
    public async Task An_office_that_does_not_exist_and_a_file_that_does_not_exist_are_said()
    {
        var cli = await NewAsync();

        var noOffice = await cli.RunAsync("import-register", cli.File("good.csv", Head), "--office", "nowhere");
        var noFile = await cli.RunAsync("import-register", Path.Combine(cli.DataFolder, "none.csv"), "--office", Office);

        Assert.Equal((1, 1), (noOffice.ExitCode, noFile.ExitCode));
        Assert.Contains("没有代码为“nowhere”的机关", noOffice.Errors);
        Assert.Contains("读不到文件“none.csv”", noFile.Errors);
    }

    [Fact]
    public async Task A_number_that_restarts_each_year_is_another_request()
    {
        var cli = await NewAsync();
        var file = cli.File("restart.csv", Head + "1,当面,2022-03-01,自然人,样例甲,,\n1,当面,2023-03-01,自然人,样例乙,,\n");

        Assert.Contains("已导入 2 件", await cli.SucceedAsync("import-register", file, "--office", Office));
    }

    [Fact]
    public async Task The_same_key_with_other_facts_is_a_fault_and_with_the_same_facts_adds_nothing()
    {
        var cli = await NewAsync();
        const string Row = "1,当面,2022-03-01,自然人,样例甲,,\n";
        await cli.SucceedAsync("import-register", cli.File("first.csv", Head + Row), "--office", Office);

        var same = await cli.SucceedAsync("import-register", cli.File("more.csv", Head + Row + Row + "2,当面,2022-03-02,自然人,样例乙,,\n"), "--office", Office);
        var other = await cli.RunAsync("import-register", cli.File("other.csv", Head + Row.Replace("样例甲", "样例丙")), "--office", Office);

        Assert.Contains("已导入 1 件，已在登记簿中 1 件，文件内重复 1 行", same);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("第 2 行 登记编号：“1”", other.Errors);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        var cli = await NewAsync();
        var file = cli.File("good.csv", Head + "1,当面,2022-03-01,自然人,样例甲,,\n");

        Assert.Contains("可以导入 1 件", await cli.SucceedAsync("import-register", file, "--office", Office, "--dry-run"));
        Assert.Contains("0 件申请", await cli.SucceedAsync("verify"));
    }

    [Fact]
    public async Task A_statement_in_a_cell_is_text_and_the_tables_are_still_there()
    {
        var cli = await NewAsync();
        var file = cli.File("sql.csv", Head + "\"'; drop table mt_events; --\",当面,2022-03-01,自然人,\"'); delete from mt_events; --\",,\n");

        await cli.SucceedAsync("import-register", file, "--office", Office);

        Assert.Contains("1 件申请", await cli.SucceedAsync("verify"));
    }

    [Theory]
    [InlineData("gb18030", '\t')]
    [InlineData("utf-8", '\t')]
    [InlineData("gb18030", ',')]
    public async Task Gb18030_and_tabs_are_read(string encoding, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cli = await NewAsync();
        var text = (Head + "1,当面,2022-03-01,自然人,样例甲,予以公开,2022-03-02\n").Replace(',', separator);

        await cli.SucceedAsync("import-register", cli.File("register.csv", Encoding.GetEncoding(encoding).GetBytes(text)), "--office", Office);

        Assert.Contains("\"disclosed\"", await cli.SucceedAsync("report", "--office", Office, "--year", "2022", "--as", "json"));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_import_it_once()
    {
        var cli = await NewAsync();
        var rows = string.Concat(Enumerable.Range(1, 500).Select(place => $"{place},当面,2022-03-01,自然人,样例甲,,\n"));
        var file = cli.File("register.csv", Head + rows);

        var results = await Task.WhenAll(
            cli.RunApartAsync("import-register", file, "--office", Office),
            cli.RunApartAsync("import-register", file, "--office", Office));

        Assert.Contains(results, result => result.ExitCode == 0);
        Assert.Contains("500 件申请", await cli.SucceedAsync("verify"));
    }

    [Fact]
    public async Task An_import_cut_at_its_commit_does_not_claim_that_nothing_was_written_and_run_again_adds_nothing()
    {
        var cli = await NewAsync();
        var file = cli.File("good.csv", Head + "1,当面,2022-03-01,自然人,样例甲,,\n");
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);

        proxy.Judge = packet => packet.IndexOf("COMMIT\0"u8) >= 0 ? Fate.LosesItsAnswer : Fate.Passes;
        var cut = await new Cli(proxy.Lead(cli.Database), cli.DataFolder).RunAsync("import-register", file, "--office", Office);

        Assert.Equal(3, cut.ExitCode);
        Assert.Equal("数据库连接中断，不能确定这一步是否已经写入账簿。请再执行一次：已经写入的不会重复写入。", cut.Errors.Trim());
        Assert.Contains("已导入 0 件，已在登记簿中 1 件", await cli.SucceedAsync("import-register", file, "--office", Office));
    }

    [Fact]
    public async Task An_import_cut_before_its_commit_says_that_nothing_was_written()
    {
        var cli = await NewAsync();
        var file = cli.File("good.csv", Head + "1,当面,2022-03-01,自然人,样例甲,,\n");
        await using var proxy = new CuttingProxy(cluster.Cluster.SocketFolder);

        proxy.CutOnce(Fate.IsLost, "copy mt_events");
        var cut = await new Cli(proxy.Lead(cli.Database), cli.DataFolder).RunAsync("import-register", file, "--office", Office);

        Assert.Equal(3, cut.ExitCode);
        Assert.Equal("数据库连接中断，这一步没有写入账簿。请稍后再执行一次。", cut.Errors.Trim());
        Assert.Contains("0 件申请", await cli.SucceedAsync("verify"));
    }

    private Task<Cli> NewAsync() => Cli.WithOfficeAsync(cluster, Office);
}
