using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.RecordCorrections.CorrectionFacts;

namespace Tracker.Domain.RecordCorrections.Decisions;

/// <summary>登记更正申请 (art 41): whose record, what is wrong with it, what it should say, and what shows it.</summary>
/// <param name="About">The information request whose answer held the record, if one is named.</param>
public sealed record ReceiveRecordCorrection(
    string Number,
    Channel Channel,
    ReceiptDates Dates,
    ApplicantKind ApplicantKind,
    Sealed<string>? ApplicantName,
    Sealed<string>? Contact,
    Sealed<string>? Record,
    Sealed<string>? ShouldSay,
    Sealed<string>? Evidence,
    AnsweredRequest? About = null)
{
    public static Decision<RecordCorrectionEvent> Decide(
        RecordCorrectionState state, ReceiveRecordCorrection command, WorkingCalendar calendar, DateOnly today) => Unless(
        (state.IsRegistered ? new RecordCorrectionAlreadyReceived() : null)
            ?? Arrival(command.Channel, command.Dates, calendar, today)
            ?? WhyNotAbout(command.About, command.Dates.FiledOn),
        new RecordCorrectionReceived(
            command.Number,
            command.Channel,
            command.Dates,
            command.ApplicantKind,
            command.ApplicantName,
            command.Contact,
            command.Record,
            command.ShouldSay,
            command.Evidence,
            command.About?.Id,
            command.About?.Number));

    private static RecordCorrectionRefusal? WhyNotAbout(AnsweredRequest? about, DateOnly filedOn) => about switch
    {
        null => null,
        { AnsweredOn: null } => new AboutUnansweredRequest(about.Number),
        { AnsweredOn: { } answeredOn } when filedOn < answeredOn => new FiledBeforeTheAnswer(about.Number, answeredOn),
        { } => null,
    };
}
