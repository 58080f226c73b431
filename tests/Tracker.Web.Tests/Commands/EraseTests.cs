using System.Diagnostics;
using System.Net;
using Npgsql;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.Tests;
using Tracker.Web.Tests.Pages.Documents;

namespace Tracker.Web.Tests.Commands;

/// <summary>Erasing a person: nothing can be read again, every figure stays.</summary>
public sealed class EraseTests(PrivateClusterFixture cluster)
{
    private const string Office = "test-office";
    private const string Register =
        """
        登记编号,申请方式,提交日期,申请人类别,申请人,联系方式,申请内容,办理结果,答复日期
        1,当面,2022-03-01,自然人,样例欧阳甲,000-7777-0001,样例内容一,予以公开,2022-03-10
        2,当面,2022-03-02,自然人,样例欧阳乙,000-7777-0002,样例内容二,予以公开,2022-03-10
        3,当面,2022-03-03,自然人,样例欧阳丙,000-7777-0003,样例内容三,,
        4,当面,2022-03-03,自然人,样例欧阳丁,000-7777-0004,样例内容四,予以公开,2022-03-10
        4,当面,2022-03-04,自然人,样例欧阳戊,000-7777-0005,样例内容五,予以公开,2022-03-10

        """;

    [Fact]
    public async Task Nothing_of_the_person_can_be_read_from_a_new_dump_with_every_key_and_the_tables_are_unchanged()
    {
        var cli = await RegisterAsync();
        var report = await cli.SucceedAsync("report", "--office", Office, "--year", "2022", "--as", "json");
        Assert.Equal("样例欧阳甲", await NameInDumpAsync(cli, "1", keyFile: "master.key"));

        var output = await cli.SucceedAsync("erase", "1", "--office", Office, "--yes");
        await cli.SucceedAsync("keys", "rotate");

        Assert.Contains("个人信息已删除", output);
        Assert.Null(await NameInDumpAsync(cli, "1", "master.key"));
        Assert.Equal("样例欧阳乙", await NameInDumpAsync(cli, "2", "master.key"));
        Assert.Equal(0L, await KeysAsync(cli, "1"));
        Assert.Equal(0L, await ScalarAsync(cli, $"select count(*) from case_index full join case_pairs using (case_id) where case_id = '{StreamIds.RegisterRow(Office, "1", new(2022, 3, 1))}'"));
        Assert.Equal(report, await cli.SucceedAsync("report", "--office", Office, "--year", "2022", "--as", "json"));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
        await cli.SucceedAsync("rebuild");
        Assert.Equal(report, await cli.SucceedAsync("report", "--office", Office, "--year", "2022", "--as", "json"));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify"));
    }

    [Fact]
    public async Task The_case_page_and_its_documents_say_that_it_was_erased()
    {
        var cli = await RegisterAsync();
        await using var tracker = await TestTracker.OverAsync(cli, new(2026, 11, 20));
        using var browser = tracker.Browser();
        var id = StreamIds.RegisterRow(Office, "1", new(2022, 3, 1));
        await browser.FollowAsync(await browser.UploadAsync(id, "样例身份证.pdf", DocumentPages.Pdf()));
        var document = (await tracker.StreamAsync(id)).State.Documents[0].Document;

        await cli.SucceedAsync("erase", "1", "--office", Office, "--yes");

        var page = await browser.PageAsync($"/offices/{Office}/requests/{id}");
        Assert.Contains("已依法删除", page.Text("#documents + table"));
        Assert.Empty(page.QuerySelectorAll("#documents + table a"));
        Assert.DoesNotContain("样例身份证", page.Body!.TextContent);
        using var download = await browser.GetAsync(ThePage.Of(id, $"documents/{document}"));
        Assert.Equal(HttpStatusCode.Gone, download.StatusCode);
        Assert.Equal("附件已依法删除", (await Browsing.PageOfAsync(download)).Text("h1"));
        Assert.Contains("个人信息已于", (await browser.PageAsync(ThePage.Of(id, "document"))).Text(".errors"));
        Assert.Equal(0L, await ScalarAsync(cli, "select count(*) from document_chunks"));
        Assert.Contains("核验无误", await cli.SucceedAsync("verify", "--contents"));

        Assert.Contains("依法删除个人信息", page.Body.TextContent);
        Assert.DoesNotContain("样例欧阳甲", page.Body.TextContent);
    }

    [Fact]
    public async Task The_register_imported_again_adds_nothing_and_brings_nobody_back()
    {
        var cli = await RegisterAsync();
        await cli.SucceedAsync("erase", "1", "--office", Office, "--yes");

        var again = await cli.RunAsync("import-register", cli.File("again.csv", Register), "--office", Office);

        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Equal(0L, await KeysAsync(cli, "1"));
        var changed = await cli.RunAsync(
            "import-register", cli.File("changed.csv", Register.Replace("样例内容一,予以公开,2022-03-10", "样例内容一,予以公开,2022-03-11")), "--office", Office);
        Assert.Equal(1, changed.ExitCode); // what can still be compared still is
    }

    [Theory]
    [InlineData("3", "还没有办结")]
    [InlineData("9", "没有登记编号为“9”的申请")]
    [InlineData("4", "有 2 件申请的登记编号是“4”")]
    public async Task What_cannot_be_erased_is_refused_with_a_sentence(string number, string sentence)
    {
        var cli = await RegisterAsync();

        var result = await cli.RunAsync("erase", number, "--office", Office, "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(sentence, result.Errors);
        Assert.Equal(5L, await ScalarAsync(cli, "select count(*) from data_keys"));
    }

    [Fact]
    public async Task Of_two_cases_of_one_number_the_id_names_one()
    {
        var cli = await RegisterAsync();
        var id = StreamIds.RegisterRow(Office, "4", new(2022, 3, 4));

        await cli.SucceedAsync("erase", $"{id}", "--office", Office, "--yes");

        Assert.Equal(4L, await ScalarAsync(cli, "select count(*) from data_keys"));
        Assert.Equal(0L, await ScalarAsync(cli, $"select count(*) from data_keys where stream_id = '{id}'"));
    }

    [Fact]
    public async Task Without_yes_it_only_says_what_it_would_erase()
    {
        var cli = await RegisterAsync();

        var result = await cli.RunAsync("erase", "1", "2", "--office", Office);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1、2", result.Errors);
        Assert.Contains("--yes", result.Errors);
        Assert.Equal(5L, await ScalarAsync(cli, "select count(*) from data_keys"));
    }

    [Fact]
    public async Task Of_several_all_are_erased_or_none()
    {
        var cli = await RegisterAsync();

        var result = await cli.RunAsync("erase", "1", "3", "2", "--office", Office, "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("3：", result.Errors);
        Assert.Contains("没有删除任何内容", result.Errors);
        Assert.Equal(5L, await ScalarAsync(cli, "select count(*) from data_keys"));
        Assert.Equal("样例欧阳甲", await NameInDumpAsync(cli, "1", "master.key"));

        await cli.SucceedAsync("erase", "1", "2", "--office", Office, "--yes");
        Assert.Equal(3L, await ScalarAsync(cli, "select count(*) from data_keys"));
    }

    [Fact]
    public async Task The_pages_of_the_table_hold_the_destroyed_key_no_longer()
    {
        const string InTheFile =
            "select position($1::bytea in pg_read_binary_file(pg_relation_filepath('data_keys'))) > 0";
        var cli = await RegisterAsync();
        var id = StreamIds.RegisterRow(Office, "1", new(2022, 3, 1));
        var wrapped = (byte[])(await ScalarAsync(cli, $"select wrapped from data_keys where stream_id = '{id}'"))!;
        await ScalarAsync(cli, "checkpoint");
        Assert.Equal(true, await ScalarAsync(cli, InTheFile, wrapped));

        await cli.SucceedAsync("erase", "1", "--office", Office, "--yes");

        await ScalarAsync(cli, "checkpoint");
        Assert.Equal(false, await ScalarAsync(cli, InTheFile, wrapped));
    }

    [Fact]
    public async Task A_second_time_says_when_it_was_done()
    {
        var cli = await RegisterAsync();
        await cli.SucceedAsync("erase", "1", "--office", Office, "--yes");

        var again = await cli.RunAsync("erase", "1", "--office", Office, "--yes");

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("个人信息已于", again.Errors);
    }

    [Fact]
    public async Task The_help_says_what_backups_still_hold()
    {
        var cli = await Cli.NewAsync(cluster);

        Assert.Contains("备份", await cli.SucceedAsync("erase", "--help"));
        Assert.Contains("备份", await cli.SucceedAsync("keys", "rotate", "--help"));
    }

    private Task<Cli> RegisterAsync() => Cli.FilledAsync(cluster, "register to erase from", async cli =>
    {
        await cli.SucceedAsync("office", "add", Office, "样例机关");
        await cli.SucceedAsync("import-register", cli.File("register.csv", Register), "--office", Office);
    });

    /// <summary>The applicant's name as somebody reads it who has a new dump and the whole data folder.</summary>
    private async Task<string?> NameInDumpAsync(Cli cli, string number, string keyFile)
    {
        var restored = await cluster.NewDatabaseAsync();
        await PipeAsync("pg_dump", cli.Database, "psql", restored);
        await using var book = await Book.OpenAsync(
            restored, new MasterKeySource(Variable: null, Path.Combine(cli.DataFolder, keyFile)), BookRole.Worker, default);
        await using var command = book.Database.CreateCommand($"select id from case_rows where number = '{number}'");
        var id = (Guid)(await command.ExecuteScalarAsync())!;
        var stream = await new RequestStore(book, (_, _, _, _) => { }).LoadAsync(new StreamKey(Office, id), default);
        return stream.Unsealer.Open(stream.State.Registration!.ApplicantName);
    }

    private async Task PipeAsync(string from, string source, string to, string target)
    {
        using var reading = Process.Start(Start(from, source))!;
        using var writing = Process.Start(Start(to, target))!;
        await reading.StandardOutput.BaseStream.CopyToAsync(writing.StandardInput.BaseStream);
        writing.StandardInput.Close();
        var output = writing.StandardOutput.ReadToEndAsync();
        await reading.WaitForExitAsync();
        await writing.WaitForExitAsync();
        await output;
        Assert.Equal((0, 0), (reading.ExitCode, writing.ExitCode));
    }

    private ProcessStartInfo Start(string tool, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return new ProcessStartInfo(Path.Combine(cluster.Cluster.BinFolder, tool))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "-h", settings.Host!, "-U", settings.Username!, "-d", settings.Database! },
        };
    }

    private static async Task<object?> KeysAsync(Cli cli, string number) => await ScalarAsync(
        cli, $"select count(*) from data_keys k join case_rows c on c.tenant_id = k.tenant_id and c.id = k.stream_id where c.number = '{number}'");

    private static async Task<object?> ScalarAsync(Cli cli, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(cli.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ExecuteScalarAsync();
    }
}
