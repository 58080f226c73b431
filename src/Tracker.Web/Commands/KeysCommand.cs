using System.CommandLine;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;

namespace Tracker.Web.Commands;

/// <summary><c>tracker keys rotate</c></summary>
internal static class KeysCommand
{
    public static Command Build()
    {
        var rotate = new Command(
            "rotate",
            $"""
            更换主密钥：用新密钥重新包裹全部数据密钥。正在运行的 tracker 会自动改用新的密钥文件。
            旧密钥留作 master.key.old-N，只用于读出更换之前的备份；这些备份到期以后请把它销毁。
            主密钥来自环境变量 {MasterKeySource.VariableName} 时，请把新密钥放在 {MasterKeySource.NextVariableName} 中，更换后改用新值重新启动。
            """);
        rotate.SetAction((_, cancellationToken) => CommandLine.WithExistingBookAsync(
            BookRole.Owner,
            async (services, token) =>
            {
                var next = Environment.GetEnvironmentVariable(MasterKeySource.NextVariableName) is { Length: > 0 } variable
                    ? new MasterKeySource(variable, "") { Name = MasterKeySource.NextVariableName }
                    : null;
                var rotated = await KeyRotation.RunAsync(services.GetRequiredService<Book>(), next, token);
                Console.WriteLine($"主密钥已更换，重新包裹了 {rotated.Rewrapped} 个数据密钥。请把新的主密钥另行备份。");
                if (rotated.Beside is { } file)
                {
                    await Console.Error.WriteLineAsync($"注意：主密钥文件无法替换（例如它是单独挂载的），新密钥在 {file}。程序能找到它，但请尽快把它放到原来的位置。");
                }

                return CommandLine.Success;
            },
            cancellationToken));
        return new Command("keys", "密钥") { rotate };
    }
}
