using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>登记: a request arrived. Its day of receipt follows from the channel (art 31) and is never typed in.</summary>
public sealed record ReceiveRequest(
    RequestNumber Number,
    Channel Channel,
    ReceiptDates Dates,
    ApplicantKind ApplicantKind,
    Sealed<string>? ApplicantName = null,
    Sealed<string>? Contact = null,
    Sealed<string>? Content = null,
    bool WrittenDownFor = false,
    Sealed<string>? IdentityNumber = null,
    InformationForm? WantedForm = null,
    Sealed<string>? WantedDelivery = null)
{
    public static Decision<RequestEvent> Decide(
        RequestState state, ReceiveRequest command, WorkingCalendar calendar, DateOnly today) =>
        ((state.IsRegistered ? new AlreadyRegistered() : null)
            ?? (command is { WrittenDownFor: true, Channel: not Channel.InPerson } ? new WrittenDownOnlyInPerson() : null)
            ?? Arrival(command.Channel, command.Dates, calendar, today)) is { } reason
            ? Refuse(reason)
            : Accept(new RequestReceived(
                command.Number.Text,
                command.Number.Origin,
                command.Channel,
                command.Dates,
                command.ApplicantKind,
                command.ApplicantName,
                command.Contact,
                command.Content,
                command.WrittenDownFor ? true : null,
                command.IdentityNumber,
                command.WantedForm,
                command.WantedDelivery));
}
