using System.Collections.Concurrent;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.Sealing;
using Tracker.ReadModels;

namespace Tracker.Endurance.Tests;

/// <summary>
/// Writes as the pages do, without them: registers, asks for a supplement, receives it. An act without a clear answer is done again
/// under its command id; some are given up instead, as an impatient clerk would.
/// </summary>
internal sealed class StoreWriter(Book book, int writer, double patience)
{
    public const string Office = "office-a";
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly RequestStore requests = new(book, CaseRows.Write);
    private readonly Random random = new(writer);

    public List<Acknowledgement> Acknowledged { get; } = [];

    /// <summary>Given up without a clear answer.</summary>
    public List<Acknowledgement> Abandoned { get; } = [];

    /// <summary>Acts whose answer was lost although they stood in the book, as the second attempt found.</summary>
    public int FoundWritten { get; private set; }

    /// <summary>Acts whose outcome was unknown and which, as the second attempt found, did not stand in the book.</summary>
    public int FoundMissing { get; private set; }

    /// <summary>What was said instead of an answer.</summary>
    public ConcurrentDictionary<(DatabaseFault Fault, bool Unknown), int> Unclear { get; } = [];

    /// <summary>Opens the office they write for, on the straight way.</summary>
    public static async Task OpenOfficeAsync(string database, MasterKeySource key)
    {
        await using var worker = await Book.OpenAsync(database, key, BookRole.Worker, default);
        var act = new Act(Office, "system:test", Guid.CreateVersion7(), Act.FromCommand, Now);
        Assert.IsType<Changed<OfficeState, OfficeEvent>>(await new OfficeStore(worker, OfficeList.Write).ChangeAsync(
            StreamIds.Office(Office), seenVersion: null, act, state => OpenOffice.Decide(state, new(Office, "样例机关"), Today), default));
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            _ = await ActAsync(new(id, id), act => requests.StartAsync(id, act, Receive, default))
                && await ActAsync(new(id, Guid.CreateVersion7()), act => requests.ChangeAsync(id, 1, act, Notice, default))
                && await ActAsync(new(id, Guid.CreateVersion7()), act => requests.ChangeAsync(id, 2, act, Supplement, default));
        }
    }

    private static Decision<RequestEvent> Receive(RequestNumber number) => ReceiveRequest.Decide(
        RequestState.None,
        new(number, Channel.InPerson, new(new(2026, 3, 2)), ApplicantKind.NaturalPerson, Sealed.Text("样例甲"), Sealed.Text("000-0000-0001"), Sealed.Text("样例申请内容")),
        WorkingCalendar.Embedded,
        Today);

    private static Decision<RequestEvent> Notice(RequestState state) =>
        IssueSupplementNotice.Decide(state, new(new(2026, 3, 4), new(2026, 3, 20), Sealed.Text("请写明年份")), Today);

    private static Decision<RequestEvent> Supplement(RequestState state) =>
        ReceiveSupplement.Decide(state, new(new(2026, 3, 9), Sealed.Text("二〇二五年")), Today);

    /// <summary>Whether it was acknowledged in the end.</summary>
    private async Task<bool> ActAsync(Acknowledgement both, Func<Act, Task<ChangeResult<RequestState, RequestEvent>>> attempt)
    {
        var act = new Act(Office, "user:00000000-0000-0000-0000-000000000000", both.Command, Act.FromPage, Now);
        var unknown = false;
        while (true)
        {
            try
            {
                var changed = Assert.IsType<Changed<RequestState, RequestEvent>>(await attempt(act));
                Assert.False(changed.Repeated && !unknown, "An act that was certainly not written stands in the book.");
                FoundWritten += changed.Repeated ? 1 : 0;
                FoundMissing += unknown && !changed.Repeated ? 1 : 0;
                Acknowledged.Add(both);
                return true;
            }
            catch (Exception cut) when (cut is NpgsqlException or OutcomeUnknownException && DatabaseFaults.Of(cut) is { } fault)
            {
                unknown |= cut is OutcomeUnknownException;
                Unclear.AddOrUpdate((fault, cut is OutcomeUnknownException), 1, (_, times) => times + 1);
            }

            if (random.NextDouble() > patience)
            {
                Abandoned.Add(both);
                return false;
            }

            await Task.Delay(Pause);
        }
    }
}
