using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Requests;

/// <summary>A request's history, told in events.</summary>
internal static class Given
{
    /// <summary>A request whose events these are.</summary>
    public static RequestState Events(params RequestEvent[] events) =>
        events.Aggregate(RequestState.None, (state, happened) => state.Evolve(happened));

    /// <summary>A request nobody has made yet.</summary>
    public static RequestState Nothing => Events();

    public static When<RequestEvent> When(
        this RequestState state, Func<RequestState, Decision<RequestEvent>> act) => new(act(state));

    /// <summary>Handed in by a natural person; the day of handing in is the day of receipt.</summary>
    public static RequestReceived HandedIn(string on) => Received(Channel.InPerson, new(On(on)));

    public static RequestReceived Received(
        Channel channel, ReceiptDates dates, ApplicantKind kind = ApplicantKind.NaturalPerson) =>
        new("A-1", NumberOrigin.Imported, channel, dates, kind);

    public static SupplementNoticeIssued Notice(string on) => new(On(on));

    public static SupplementReceived Supplement(string on) => new(On(on));

    public static AnswerTermExtended Extension(string on, int workingDays) => new(On(on), workingDays);

    public static RequestAnswered Answer(string on, string ground = "disclosed") => new(Grounds.Find(ground)!, On(on));

    public static RequestWithdrawn Withdrawal(string on) => new(On(on));

    public static ConsultationOpened Asked(int number, ConsultationKind kind, string on, string? received = null) =>
        new(number, kind, On(on), OnOrNone(received));

    public static ConsultationAnswered Opined(int number, string on, Opinion opinion = Opinion.Consents) => new(number, On(on), opinion);
}
