using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.RecordCorrections;

/// <summary>更正申请 told in events.</summary>
internal static class Corrections
{
    public static RecordCorrectionState Nothing => RecordCorrectionState.None;

    public static RecordCorrectionState Events(params RecordCorrectionEvent[] events) =>
        events.Aggregate(RecordCorrectionState.None, (state, happened) => state.Evolve(happened));

    public static When<RecordCorrectionEvent> When(
        this RecordCorrectionState state, Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> act) => new(act(state));

    /// <summary>Handed in; the day of handing in is the day of receipt.</summary>
    public static RecordCorrectionReceived HandedIn(string on) => Received(Channel.InPerson, new(On(on)));

    public static RecordCorrectionReceived Received(Channel channel, ReceiptDates dates) =>
        new("更正2023-0001", channel, dates, ApplicantKind.NaturalPerson);

    public static RecordEvidenceAskedFor AskedFor(string on) => new(On(on));

    public static RecordEvidenceReceived Evidence(string on) => new(On(on));

    public static RecordCorrected Corrected(string on) => new(On(on), On(on));
}
