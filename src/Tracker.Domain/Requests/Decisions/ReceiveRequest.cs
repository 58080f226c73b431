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
    Sealed<string>? Content = null)
{
    public static Decision<RequestEvent> Decide(
        RequestState state, ReceiveRequest command, WorkingCalendar calendar, DateOnly today) =>
        Refusal(state, command.Dates, calendar, today) is { } reason
            ? Refuse(reason)
            : Accept(new RequestReceived(
                command.Number.Text,
                command.Number.Origin,
                command.Channel,
                command.Dates,
                command.ApplicantKind,
                command.ApplicantName,
                command.Contact,
                command.Content));

    private static RequestRefusal? Refusal(RequestState state, ReceiptDates dates, WorkingCalendar calendar, DateOnly today)
    {
        if (state.IsRegistered)
        {
            return new AlreadyRegistered();
        }

        return dates.FiledOn < calendar.FirstDay
            ? new BeforeTheCalendar(FactDate.Filed, dates.FiledOn, calendar.FirstDay)
            : NotAhead(FactDate.Filed, dates.FiledOn, today)
                ?? Arrival(FactDate.MailRoom, dates.MailRoomOn)
                ?? Arrival(FactDate.SignedFor, dates.SignedForOn)
                ?? Arrival(FactDate.Arrived, dates.ArrivedOn)
                ?? Arrival(FactDate.ReachedOffice, dates.ReachedOfficeOn)
                ?? Arrival(FactDate.Confirmed, dates.ConfirmedOn);

        RequestRefusal? Arrival(FactDate date, DateOnly? on) => on is not { } day
            ? null
            : NotAhead(date, day, today) ?? (day < dates.FiledOn ? new ArrivalBeforeFiling(date, day, dates.FiledOn) : null);
    }
}
