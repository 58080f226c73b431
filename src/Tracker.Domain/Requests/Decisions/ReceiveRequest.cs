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
        Refusal(state, command, calendar, today) is { } reason
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

    private static RequestRefusal? Refusal(RequestState state, ReceiveRequest command, WorkingCalendar calendar, DateOnly today)
    {
        if (state.IsRegistered)
        {
            return new AlreadyRegistered();
        }

        var filed = command.Dates.FiledOn;
        return filed < calendar.FirstDay
            ? new BeforeTheCalendar(FactDate.Filed, filed, calendar.FirstDay)
            : command.Dates.Known.Select(date => Arrival(date.Date, date.On, filed, today)).FirstOrDefault(wrong => wrong is not null)
                ?? (command.Dates.OutOfOrder(command.Channel) is var (date, on, step) ? new BeforeAnEarlierStep(date, on, step) : null);
    }

    private static RequestRefusal? Arrival(FactDate date, DateOnly on, DateOnly filed, DateOnly today) =>
        NotAhead(date, on, today) ?? (on < filed ? new ArrivalBeforeFiling(date, on, filed) : null);
}
