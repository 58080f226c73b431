namespace Tracker.LocalPostgres.Tests;

/// <summary>What the environment says; in one class, because the environment is one for the whole process.</summary>
public sealed class DiscoveryTests
{
    [Fact]
    public void TRACKER_DATA_names_the_data_folder() =>
        With("TRACKER_DATA", "/srv/desk/../tracker", () => Assert.Equal("/srv/tracker", DataFolder.Resolve()));

    [Fact]
    public void Without_TRACKER_DATA_the_folder_is_the_machines_or_the_users() =>
        With("TRACKER_DATA", null, () => With("XDG_DATA_HOME", "/home/clerk/data", () => Assert.Equal(
            Environment.IsPrivilegedProcess ? "/var/lib/tracker" : "/home/clerk/data/tracker",
            DataFolder.Resolve())));

    [Fact]
    public async Task The_programs_found_are_of_version_14_or_later()
    {
        var found = await PostgresBinaries.FindAsync();
        Assert.True(found.Major >= 14);
        Assert.True(File.Exists(Path.Combine(found.Folder, "initdb")));
    }

    [Fact]
    public async Task A_version_that_is_not_installed_is_refused_with_the_command_to_type()
    {
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => PostgresBinaries.FindAsync(99));
        Assert.Contains("sudo apt-get install postgresql-99", refusal.Message, StringComparison.Ordinal);
    }

    private static void With(string name, string? value, Action look)
    {
        var before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            look();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, before);
        }
    }
}
