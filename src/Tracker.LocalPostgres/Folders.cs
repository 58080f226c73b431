namespace Tracker.LocalPostgres;

internal static class Folders
{
    /// <summary>Makes a folder that only the account may enter.</summary>
    public static async Task CreatePrivateAsync(string folder, ServerAccount account)
    {
        var install = await Tool.RunAsync(
            ["install", "--directory", "--mode=0700", $"--owner={account.Uid}", $"--group={account.Gid}", "--", folder]);
        install.OrRefuse($"无法建立目录 {folder}。");
    }
}
