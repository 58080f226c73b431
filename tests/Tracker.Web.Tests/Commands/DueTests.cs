using System.Text.Json;

namespace Tracker.Web.Tests.Commands;

/// <summary><c>tracker due</c> needs neither a database nor a key: here there is none, and nothing is made.</summary>
public sealed class DueTests : IDisposable
{
    private const string Received = """{"fact":"received","channel":"InPerson","filedOn":"2026-03-02"}""";
    private readonly Cli cli = new("Host=127.0.0.1;Port=1;Database=nowhere", Directory.CreateTempSubdirectory("tracker-due-").FullName);

    public void Dispose() => Directory.Delete(cli.DataFolder, recursive: true);

    [Fact]
    public async Task The_clock_is_told_as_text_and_as_JSON_without_a_database()
    {
        var file = cli.File("facts.json", $$"""{"facts":[{{Received}},{"fact":"supplement_notice","issuedOn":"2026-03-04"}]}""");

        var text = await cli.SucceedAsync("due", "--facts", file, "--as-of", "2026-03-03");
        using var json = JsonDocument.Parse(await cli.SucceedAsync("due", "--facts", file, "--as", "json", "--as-of", "2026-03-04"));

        Assert.StartsWith("收到之日：2026年3月2日", text, StringComparison.Ordinal);
        Assert.Contains("答复期限：2026年3月30日", text, StringComparison.Ordinal); // the notice lies ahead
        Assert.Equal("WaitingForSupplement", json.RootElement.GetProperty("state").GetString());
        Assert.Equal(["facts.json"], Directory.GetFileSystemEntries(cli.DataFolder).Select(Path.GetFileName)); // no key, no cluster
    }

    [Fact]
    public async Task An_array_is_answered_in_its_order()
    {
        var file = cli.File("facts.json", $$"""[{"facts":[{{Received}}]},{"facts":[{{Received.Replace("2026-03-02", "2026-03-03", StringComparison.Ordinal)}}]}]""");

        var text = await cli.SucceedAsync("due", "--facts", file, "--as-of", "2026-03-02");
        using var json = JsonDocument.Parse(await cli.SucceedAsync("due", "--facts", file, "--as", "json", "--as-of", "2026-03-04"));

        Assert.Contains("—— 第 2 件 ——\n收到之日：尚未收到", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["2026-03-30", "2026-03-31"], json.RootElement.EnumerateArray().Select(request => request.GetProperty("dueOn").GetString()));
    }

    [Theory]
    [InlineData("""[{"facts":[RECEIVED]},{"facts":[RECEIVED,{"fact":"supplement_received","on":"2026-03-09"}]}]""", "第 2 件：supplement_received（2026-03-09）：没有通知过补正，不会收到补正。")]
    [InlineData("""{"facts":[RECEIVED,{"fact":"answered","leftOn":"2199-12-31"}]}""", "answered（2199-12-31）：日期在今天以后，还没有发生。")]
    [InlineData("""{"facts":[]}""", "received：没有收到申请的事实。")]
    [InlineData("""{"facts":[{"channel":"InPerson"}]}""", "事实文件的 $.facts[0] 无法识别")]
    public async Task What_cannot_be_or_be_read_is_refused_in_one_sentence(string json, string sentence)
    {
        var result = await cli.RunAsync("due", "--facts", cli.File("facts.json", json.Replace("RECEIVED", Received, StringComparison.Ordinal)));

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(sentence, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("--as-of", "2026-3-2")]
    [InlineData("--as-of", "9999-12-31")]
    [InlineData("--as", "xml")]
    public async Task A_wrong_option_is_refused(string option, string value)
    {
        var result = await cli.RunAsync("due", "--facts", cli.File("facts.json", $$"""{"facts":[{{Received}}]}"""), option, value);

        Assert.Equal(1, result.ExitCode);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said()
    {
        var result = await cli.RunAsync("due", "--facts", Path.Combine(cli.DataFolder, "none.json"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("读不了文件", result.Errors, StringComparison.Ordinal);
    }
}
