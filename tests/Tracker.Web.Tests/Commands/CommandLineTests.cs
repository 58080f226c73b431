using System.Text.RegularExpressions;
using Tracker.Tests;
using Tracker.Web.Commands;

namespace Tracker.Web.Tests.Commands;

public sealed class CommandLineTests(PrivateClusterFixture cluster)
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080;http://[::1]:5081", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.0.2.1:5080", false)]
    [InlineData("http://localhost.example.invalid:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081", false)]
    [InlineData("http://unix:/tmp/tracker.sock", false)]
    [InlineData("", false)]
    [InlineData("5080", false)]
    public void Only_this_machine_s_own_addresses_are_served(string urls, bool served) => Assert.Equal(served, ServeCommand.AreLoopback(urls));

    [Fact]
    public async Task Serving_another_address_is_refused_before_anything_is_opened()
    {
        var cli = await Cli.NewAsync(cluster);

        var result = await cli.RunAsync("serve", "--urls", "http://0.0.0.0:5099");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("只能监听本机地址", result.Errors);
        Assert.False(File.Exists(Path.Combine(cli.DataFolder, "master.key")));
    }

    [Theory]
    [InlineData("reminders", "sweep")]
    [InlineData("reminders", "replay", "--from", "2026-03-02", "--to", "2026-03-03")]
    [InlineData("verify")]
    public async Task In_a_folder_without_a_book_none_is_begun(params string[] command)
    {
        var folder = Path.Combine(cluster.NewFolder(), "nothing");

        var result = await new Cli(database: "", folder).RunAsync(command);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"{folder} 里没有账簿", result.Errors);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("office")]
    [InlineData("office", "add")]
    [InlineData("import-register")]
    [InlineData("report")]
    [InlineData("close-year")]
    [InlineData("rebuild")]
    [InlineData("verify")]
    [InlineData("calendar")]
    [InlineData("calendar", "list")]
    [InlineData("calendar", "preview")]
    [InlineData("calendar", "adopt")]
    public async Task Every_verb_explains_itself_in_Chinese(params string[] verb)
    {
        var cli = await Cli.NewAsync(cluster);

        var help = await cli.SucceedAsync([.. verb, "--help"]);

        Assert.Matches(new Regex(@"\p{IsCJKUnifiedIdeographs}{2,}", RegexOptions.NonBacktracking), help);
        Assert.Contains(verb[^1], help);
    }

    [Theory]
    [InlineData("report", "--office", "none", "--year", "2022")]
    [InlineData("close-year", "--office", "none", "--year", "2022")]
    public async Task An_office_that_does_not_exist_is_said(params string[] arguments)
    {
        var result = await (await Cli.NewAsync(cluster)).RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("没有代码为“none”的机关", result.Errors);
    }

    [Theory]
    [InlineData("office", "add", "has space", "样例机关")]
    [InlineData("office", "add", "", "样例机关")]
    [InlineData("office", "add", "*DEFAULT*", "样例机关")]
    [InlineData("office", "add", "good", " ")]
    public async Task An_office_without_a_proper_code_or_name_is_refused(params string[] arguments)
    {
        var result = await (await Cli.NewAsync(cluster)).RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("机关代码应为|机关名称不能为空", result.Errors);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("report", "--office", "x", "--year", "22")]
    [InlineData("report", "--office", "x", "--year", "2022", "--as", "pdf")]
    [InlineData("report", "--office", "x", "--year", "abc")]
    [InlineData("close-year", "--office", "x", "--year", "99999999999")]
    [InlineData("report", "--year", "2022")]
    public async Task What_is_no_command_ends_with_a_fault(params string[] arguments) =>
        Assert.Equal(1, (await (await Cli.NewAsync(cluster)).RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task A_wrong_master_key_is_one_sentence()
    {
        var cli = await Cli.WithOfficeAsync(cluster, "test-office");
        cli.File("master.key", Convert.ToBase64String(new byte[32]));

        var result = await cli.RunApartAsync("verify");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("主密钥不匹配", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
    }

    [Fact]
    public async Task What_is_no_connection_string_is_one_sentence()
    {
        var result = await new Cli("garbage", cluster.Folder).RunApartAsync("verify");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("数据库连接串无法识别", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_one_sentence()
    {
        var result = await new Cli("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", cluster.Folder).RunApartAsync("verify");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("连接不上数据库", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
    }
}
