using System.Diagnostics;
using Tracker.Documents.Registers;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary>
/// One import: the file is read once to check every row, and once more to write, so that neither the file nor its faults are held
/// in memory and nothing is written before the last row is known to be good.
/// </summary>
internal sealed class RegisterImportRun(RegisterFile file, WorkingCalendar calendar, DateOnly today, BulkRegistration registration)
{
    private const int RowsPerRound = 2000;
    private readonly HashSet<int> inTheBook = [];

    public long New { get; private set; }

    public long Same => inTheBook.Count;

    public long Repeated { get; private set; }

    public long Faults { get; private set; }

    /// <summary>Reads every row, says every fault, and finds which requests are in the book already.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var progress = new ProgressBar("检查", () => file.BytesRead, file.Length);
        foreach (var round in Requests(Say).Chunk(RowsPerRound))
        {
            progress.Show();
            cancellationToken.ThrowIfCancellationRequested();
            var standings = await registration.CompareAsync(round, cancellationToken);
            foreach (var (request, standing) in round.Zip(standings))
            {
                switch (standing)
                {
                    case RegisterRowStanding.New:
                        New++;
                        break;
                    case RegisterRowStanding.Same:
                        inTheBook.Add(request.Row);
                        break;
                    case RegisterRowStanding.Different:
                        Say(new(request.Row, "登记编号", request.Number, "与登记簿中登记编号、提交日期相同的申请内容一致"));
                        break;
                }
            }
        }
    }

    /// <summary>Writes what <see cref="CheckAsync"/> found to be new, all of it or nothing.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        using var progress = new ProgressBar("导入", () => file.BytesRead, file.Length);
        var written = 0L;
        foreach (var round in Requests(_ => { }).Where(request => !inTheBook.Contains(request.Row)).Chunk(RowsPerRound))
        {
            progress.Show();
            cancellationToken.ThrowIfCancellationRequested();
            await registration.WriteAsync(round, cancellationToken);
            written += round.Length;
        }

        if (written != New)
        {
            throw new BookException("文件在导入过程中被改动，没有导入任何一行。");
        }

        await registration.CommitAsync(cancellationToken);
    }

    private IEnumerable<ImportedRequest> Requests(Action<RegisterFault> say)
    {
        Repeated = 0;
        foreach (var result in RegisterImport.Read(file, calendar, today))
        {
            switch (result)
            {
                case RowAccepted<RegisterRequest>({ Row: var row, Events: var events }):
                    yield return new(row.Row, row.Number, row.FiledOn, events);
                    break;
                case RowRepeated<RegisterRequest>:
                    Repeated++;
                    break;
                case RowFaulty<RegisterRequest>(var faults):
                    foreach (var fault in faults)
                    {
                        say(fault);
                    }

                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private void Say(RegisterFault fault)
    {
        Faults++;
        var found = fault.Found.Length > 0 ? $"“{fault.Found}”，" : "";
        var expected = fault.Refusal is { } refusal ? RefusalSentences.Of(refusal) : $"应为{fault.Expected}";
        Console.Error.WriteLine($"第 {fault.Row} 行 {fault.Column}：{found}{expected}");
    }
}
