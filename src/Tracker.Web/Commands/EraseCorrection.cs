using System.Diagnostics;
using Npgsql;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Commands;

/// <summary>What <see cref="EraseCommand"/> does where the case is a 更正申请 (art 41).</summary>
internal static class EraseCorrection
{
    /// <summary>Answers why it is not done, or nothing. The transaction is the caller's and keeps every other act out.</summary>
    public static async Task<string?> RunAsync(
        IServiceProvider services, NpgsqlConnection connection, Office office, Guid id, CancellationToken cancellationToken)
    {
        var clock = services.GetRequiredService<LegalClock>();
        var result = await services.GetRequiredService<RecordCorrectionStore>().ChangeWithinAsync(
            connection,
            id,
            CommandLine.ActOf(office.Code, "erase", Act.FromCommand, clock.Now),
            state => EraseRecordCorrection.Decide(state, new(clock.Today)),
            cancellationToken);
        return result switch
        {
            Changed<RecordCorrectionState, RecordCorrectionEvent> => null,
            NotChanged<RecordCorrectionState, RecordCorrectionEvent>(NoSuchRecordCorrection, _) => "没有这件申请。",
            NotChanged<RecordCorrectionState, RecordCorrectionEvent>(var reason, _) => RefusalSentences.Of(reason),
            _ => throw new UnreachableException(), // nobody else can act meanwhile
        };
    }
}
