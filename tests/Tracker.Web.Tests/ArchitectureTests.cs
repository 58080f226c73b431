using System.Reflection;

namespace Tracker.Web.Tests;

/// <summary>The arrows of the house: which part may know of which.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Tracker.Domain"] = [],
        ["Tracker.EventStore"] = ["Tracker.Domain"],
        ["Tracker.ReadModels"] = ["Tracker.EventStore", "Tracker.Domain"],
        ["Tracker.Reminders"] = ["Tracker.ReadModels", "Tracker.EventStore", "Tracker.Domain"],
        ["Tracker.Documents"] = ["Tracker.Domain"],
        ["Tracker.LocalPostgres"] = [],
        ["Tracker.Web"] = ["Tracker.Domain", "Tracker.EventStore", "Tracker.ReadModels", "Tracker.Reminders", "Tracker.Documents", "Tracker.LocalPostgres"],
    };

    private static readonly string SourceFolder = typeof(ArchitectureTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "SourceFolder").Value!;

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_where_its_arrows_point(string project) =>
        Assert.Empty(Forbidden(project, Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!)));

    [Fact]
    public void A_forbidden_reference_is_reported() =>
        Assert.Equal(["Tracker.Web"], Forbidden("Tracker.Domain", ["System.Runtime", "Tracker.Web"]));

    [Fact]
    public void Every_project_has_its_arrows_written_down() => Assert.Equal(
        Allowed.Keys.Order(),
        Directory.GetFiles(SourceFolder, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Fact]
    public void The_domain_has_no_packages_and_asks_no_clock_no_chance_and_no_file()
    {
        Assert.All(
            Assembly.Load("Tracker.Domain").GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name));
        string[] forbidden = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "DateTime.Today", "TimeProvider", "Guid.NewGuid", "CreateVersion7", "Random", "async ", "File.Read", "Environment."];
        Assert.All(Sources("Tracker.Domain"), source => Assert.All(forbidden, word => Assert.DoesNotContain(word, source.Text)));
    }

    [Fact]
    public void Only_the_wiring_asks_what_time_it_is()
    {
        string[] clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "DateTime.Today", ".GetUtcNow()"];
        Assert.Equal(
            ["LegalClock.cs"],
            Allowed.Keys.Where(project => project != "Tracker.LocalPostgres").SelectMany(Sources)
                .Where(source => clocks.Any(clock => source.Text.Contains(clock, StringComparison.Ordinal)))
                .Select(source => Path.GetFileName(source.Path)));
    }

    [Fact]
    public void Marten_s_names_stand_in_the_event_store_only() => Assert.All(
        Allowed.Keys.Where(project => project != "Tracker.EventStore").SelectMany(Sources),
        source => Assert.False(source.Text.Contains("mt_", StringComparison.Ordinal), source.Path));

    private static IEnumerable<string> Forbidden(string project, IEnumerable<string> references) => references
        .Where(reference => reference.StartsWith("Tracker.", StringComparison.Ordinal))
        .Except([.. Allowed[project], project]);

    private static IEnumerable<(string Path, string Text)> Sources(string project) =>
        Directory.GetFiles(Path.Combine(SourceFolder, project), "*.cs*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".cshtml" && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));
}
