using System.CommandLine;
using Tracker.Documents.Registers;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Wiring;

namespace Tracker.Web.Commands;

/// <summary><c>tracker import-register FILE --office CODE [--dry-run]</c></summary>
internal static class ImportRegisterCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "台账文件：CSV，逗号或制表符分隔，UTF-8 或 GB18030" };
        var office = CommonOptions.Office();
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，不写入" };
        var command = new Command("import-register", "导入旧台账：全部导入，或者一行也不导入") { file, office, dryRun };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            (services, token) => ImportAsync(
                services, parsed.GetRequiredValue(file), parsed.GetRequiredValue(office), parsed.GetValue(dryRun), token),
            cancellationToken));
        return command;
    }

    public static async Task<int> ImportAsync(
        IServiceProvider services, string path, string code, bool dryRun, CancellationToken cancellationToken)
    {
        if (await CommonOptions.FindOfficeAsync(services, code, cancellationToken) is not { } office)
        {
            return CommandLine.Refused;
        }

        RegisterFile file;
        try
        {
            file = RegisterFile.Open(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"读不到文件“{Path.GetFileName(path)}”：请检查路径和权限。");
            return CommandLine.Refused;
        }

        using (file)
        {
            return await ImportAsync(services, file, office, dryRun, cancellationToken);
        }
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, RegisterFile file, Office office, bool dryRun, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<LegalClock>();
        var act = CommandLine.ActOf(office.Code, "import-register", Act.FromImport, clock.Now);
        await using var registration = await BulkRegistration.BeginAsync(
            services.GetRequiredService<Book>(), act, CaseRows.CopyAsync, cancellationToken);
        var run = new RegisterImportRun(file, registration.Calendars.Of(office.Code), clock.Today, registration);

        await run.CheckAsync(cancellationToken);
        if (file.UnknownColumns.Length > 0)
        {
            await Console.Error.WriteLineAsync($"不认识的列，没有导入：{string.Join("、", file.UnknownColumns)}");
        }

        if (run.Faults > 0)
        {
            await Console.Error.WriteLineAsync($"共 {run.Faults} 处错误，没有导入任何一行。");
            return CommandLine.Refused;
        }

        if (!dryRun)
        {
            await run.WriteAsync(cancellationToken);
        }

        Console.WriteLine(
            $"{office.Name}：{(dryRun ? "可以导入" : "已导入")} {run.New} 件，已在登记簿中 {run.Same} 件，文件内重复 {run.Repeated} 行。");
        return CommandLine.Success;
    }
}
