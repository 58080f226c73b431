using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary><c>tracker erase NUMBER… --office C</c></summary>
internal static class EraseCommand
{
    public static Command Build()
    {
        var office = CommonOptions.Office();
        var numbers = new Argument<string[]>("NUMBER") { Description = "登记编号，可以有几个；同一编号有几件时用申请的标识", Arity = ArgumentArity.OneOrMore };
        var yes = new Option<bool>("--yes") { Description = "确实删除；不写时只说明将删除什么" };
        var command = new Command(
            "erase",
            """
            删除个人信息：销毁所列申请的数据密钥，删除附件，姓名、联系方式和所写内容从此不可读；办理记录和统计数字不变。不能撤销。
            此前的数据库备份和 WAL 中仍有这些密钥，请按保存期限销毁；在此之前，同时持有它们和主密钥的人仍能读出。
            """)
        { numbers, office, yes };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithExistingBookAsync(
            BookRole.Owner,
            (services, token) => RunAsync(
                services, parsed.GetRequiredValue(office), parsed.GetRequiredValue(numbers), parsed.GetValue(yes), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, string code, string[] numbers, bool yes, CancellationToken cancellationToken)
    {
        if (await CommonOptions.FindOfficeAsync(services, code, cancellationToken) is not { } office)
        {
            return CommandLine.Refused;
        }

        var cases = new List<(string Number, Guid Id)>();
        foreach (var number in numbers)
        {
            if (await FindAsync(services, office, number, cancellationToken) is not { } id)
            {
                return CommandLine.Refused;
            }

            cases.Add((number, id));
        }

        if (!yes)
        {
            await Console.Error.WriteLineAsync(
                $"将删除 {office.Name} 下列申请的个人信息：{string.Join("、", numbers)}。删除后不能恢复。确认请加 --yes；现在没有删除任何内容。");
            return CommandLine.Refused;
        }

        return await EraseAsync(services, office, cases, cancellationToken);
    }

    /// <summary>The case of this number or of this id, or none after saying why nothing is erased.</summary>
    private static async Task<Guid?> FindAsync(
        IServiceProvider services, Office office, string number, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(number, out var id))
        {
            return id;
        }

        var found = await services.GetRequiredService<CaseList>().IdsByNumberAsync(office.Code, number, cancellationToken);
        found = [.. found, .. await services.GetRequiredService<CorrectionList>().IdsByNumberAsync(office.Code, number, cancellationToken)];
        if (found is [var only])
        {
            return only;
        }

        await Console.Error.WriteLineAsync(found.IsEmpty
            ? $"{office.Name} 没有登记编号为“{number}”的申请，没有删除任何内容。"
            : $"{office.Name} 有 {found.Length} 件申请的登记编号是“{number}”，没有删除任何内容。请改用其中一件的标识：{string.Join("、", found)}");
        return null;
    }

    /// <summary>All of them in one transaction, or none.</summary>
    private static async Task<int> EraseAsync(
        IServiceProvider services, Office office, List<(string Number, Guid Id)> cases, CancellationToken cancellationToken)
    {
        var book = services.GetRequiredService<Book>();
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await using (var alone = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.AloneWithAppends() } })
            {
                await alone.ExecuteNonQueryAsync(cancellationToken);
            }

            foreach (var (number, id) in cases)
            {
                if (await EraseAsync(services, connection, office, id, cancellationToken) is { } refusal)
                {
                    await Console.Error.WriteLineAsync($"{number}：{refusal}没有删除任何内容。");
                    return CommandLine.Refused;
                }
            }

            await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        }

        foreach (var (number, _) in cases)
        {
            Console.WriteLine($"{number}：个人信息已删除。");
        }

        if (!await ErasedKeys.ForgetAsync(book, cancellationToken))
        {
            await Console.Error.WriteLineAsync("数据密钥已删除，但数据文件一直有人在用，其中的残留还没有清除：请在空闲时由数据库管理员执行 vacuum full data_keys, case_index, case_pairs。");
        }

        return CommandLine.Success;
    }

    /// <summary>Answers why it is not done, or nothing.</summary>
    private static async Task<string?> EraseAsync(
        IServiceProvider services, NpgsqlConnection connection, Office office, Guid id, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<LegalClock>();
        var result = await services.GetRequiredService<RequestStore>().ChangeWithinAsync(
            connection,
            id,
            CommandLine.ActOf(office.Code, "erase", Act.FromCommand, clock.Now),
            state => ErasePersonalData.Decide(state, new(clock.Today)),
            cancellationToken);
        return result switch
        {
            Changed<RequestState, RequestEvent> => null,
            NotChanged<RequestState, RequestEvent>(NotRegistered, _) => await EraseCorrection.RunAsync(services, connection, office, id, cancellationToken),
            NotChanged<RequestState, RequestEvent>(var reason, _) => RefusalSentences.Of(reason),
            _ => throw new UnreachableException(), // nobody else can act meanwhile
        };
    }
}
