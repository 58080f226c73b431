using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels.Corrections;

namespace Tracker.ReadModels.Tests.Corrections;

/// <summary>更正申请 written act by act as clerks would.</summary>
internal static class CorrectionBook
{
    public static readonly DateOnly Today = RandomHistories.Today;

    private static readonly Func<RecordCorrectionState, DateOnly, Decision<RecordCorrectionEvent>>[] Acts =
    [
        (state, on) => AskForRecordEvidence.Decide(state, new(on, Sealed.Text("证据")), Today),
        (state, on) => ReceiveRecordEvidence.Decide(state, new(on, Sealed.Text("证据")), Today),
        (state, on) => ConfirmRecordCorrection.Decide(state, new(on), WorkingCalendar.Embedded, Today),
        (state, on) => NoteRecordCorrection.Decide(state, new(on, Sealed.Text("备注")), Today),
        (state, on) => CorrectRecord.Decide(state, new(on, on, DocumentNumber: null, Sealed.Text("情况")), Today),
        (state, on) => DeclineRecordCorrection.Decide(state, new(on, on, RecordFinding.NotTrue, DocumentNumber: null, Sealed.Text("理由")), Today),
        (state, on) => TransferRecordCorrection.Decide(state, new(on, on, "样例局", DocumentNumber: null, Statement: null), Today),
        (state, on) => ReferRecordCorrection.Decide(state, new(on, "样例局", DocumentNumber: null, Statement: null), Today),
        (state, on) => WithdrawRecordCorrection.Decide(state, new(on, Sealed.Text("撤回")), Today),
        (state, on) => VoidRecordCorrection.Decide(state, new(on, Sealed.Text("误登")), Today),
    ];

    public static RecordCorrectionStore Store(Book book) => new(book, CorrectionRows.Write);

    public static async Task<Guid> ReceiveAsync(Book book, DateOnly filedOn, Channel channel = Channel.InPerson, string office = RandomHistories.Office)
    {
        var id = Guid.CreateVersion7();
        var result = await Store(book).StartAsync(
            id,
            RandomHistories.Act(office),
            number => ReceiveRecordCorrection.Decide(
                RecordCorrectionState.None,
                new(number, channel, new(filedOn), ApplicantKind.NaturalPerson, Sealed.Text("甲"), Sealed.Text("乙"), Sealed.Text("丙"), Sealed.Text("丁"), Evidence: null),
                WorkingCalendar.Embedded,
                Today),
            default);
        Assert.IsType<Changed<RecordCorrectionState, RecordCorrectionEvent>>(result);
        return id;
    }

    /// <summary>So many with random lawful histories; the same seed gives the same.</summary>
    public static async Task WriteAsync(Book book, int seed, int count, string office = RandomHistories.Office)
    {
        var random = new Random(seed);
        for (var place = 0; place < count; place++)
        {
            var filed = new DateOnly(2024, 1, 1).AddDays(random.Next(700));
            var id = await ReceiveAsync(book, filed, (Channel)random.Next(6), office);
            for (var (tries, on) = (random.Next(5), filed); tries > 0; tries--)
            {
                on = on.AddDays(random.Next(10));
                var act = Acts[random.Next(Acts.Length)];
                await Store(book).ChangeAsync(id, seenVersion: null, RandomHistories.Act(office), state => act(state, on), default);
            }
        }
    }
}
