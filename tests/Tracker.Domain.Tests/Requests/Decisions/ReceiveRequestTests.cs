using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class ReceiveRequestTests
{
    [Fact]
    public void A_request_is_registered_with_everything_that_was_said()
    {
        var dates = new ReceiptDates(
            On("2023-03-01"), On("2023-03-02"), On("2023-03-03"), On("2023-03-04"), On("2023-03-05"), On("2023-03-06"), AutoAcknowledged: true);
        var (name, contact, content) = (Sealed.Text("甲"), Sealed.Text("乙"), Sealed.Text("丙"));

        Nothing
            .When(Receive(new(
                RequestNumber.FromCounter(2023, 7), Channel.Email, dates, ApplicantKind.LegalServiceInstitution, name, contact, content)))
            .Then(new RequestReceived(
                "2023-0007", NumberOrigin.Counter, Channel.Email, dates, ApplicantKind.LegalServiceInstitution, name, contact, content));
    }

    [Fact]
    public void A_request_without_name_contact_content_or_any_date_but_filing_is_registered_all_the_same() =>
        Nothing
            .When(Receive(Of(Channel.SignedMail, new(On("2023-03-01")))))
            .Then(Received(Channel.SignedMail, new(On("2023-03-01"))));

    [Fact]
    public void A_registered_request_is_not_registered_again() =>
        Events(HandedIn("2023-03-01"))
            .When(Receive(Of(Channel.InPerson, new(On("2023-03-01")))))
            .ThenRefused(new AlreadyRegistered());

    [Fact]
    public void Filing_today_is_possible_and_tomorrow_it_is_not()
    {
        Nothing.When(Receive(Of(Channel.InPerson, new(Today)))).Then(HandedIn("2023-06-01"));
        Nothing.When(Receive(Of(Channel.InPerson, new(On("2023-06-02")))))
            .ThenRefused(new InTheFuture(FactDate.Filed, On("2023-06-02"), Today));
    }

    [Fact]
    public void Filing_on_the_calendars_first_day_is_possible_and_the_day_before_it_is_not()
    {
        Nothing.When(Receive(Of(Channel.InPerson, new(On("2007-01-01"))))).Then(HandedIn("2007-01-01"));
        Nothing.When(Receive(Of(Channel.InPerson, new(On("2006-12-31")))))
            .ThenRefused(new BeforeTheCalendar(FactDate.Filed, On("2006-12-31"), On("2007-01-01")));
    }

    [Fact]
    public void Unsigned_mail_is_confirmed_when_it_has_arrived_and_not_before()
    {
        ReceiptDates Dates(string confirmedOn) => new(On("2023-03-01"), ArrivedOn: On("2023-03-06"), ConfirmedOn: On(confirmedOn));

        Nothing.When(Receive(Of(Channel.UnsignedMail, Dates("2023-03-06")))).Then(Received(Channel.UnsignedMail, Dates("2023-03-06")));
        Nothing.When(Receive(Of(Channel.UnsignedMail, Dates("2023-03-05"))))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Confirmed, On("2023-03-05"), On("2023-03-06")));
    }

    [Fact]
    public void Redirected_mail_reaches_the_office_after_it_was_signed_for_and_is_confirmed_after_it_is_there()
    {
        var signed = new ReceiptDates(On("2023-03-01"), SignedForOn: On("2023-03-06"));

        Nothing.When(Receive(Of(Channel.SignedMail, signed with { ReachedOfficeOn = On("2023-03-05") })))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.ReachedOffice, On("2023-03-05"), On("2023-03-06")));
        Nothing.When(Receive(Of(Channel.SignedMail, signed with { ReachedOfficeOn = On("2023-03-08"), ConfirmedOn = On("2023-03-07") })))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Confirmed, On("2023-03-07"), On("2023-03-08")));
    }

    [Theory]
    [InlineData(FactDate.MailRoom)]
    [InlineData(FactDate.SignedFor)]
    [InlineData(FactDate.Arrived)]
    [InlineData(FactDate.ReachedOffice)]
    [InlineData(FactDate.Confirmed)]
    public void Every_date_of_arrival_lies_between_filing_and_today(FactDate date)
    {
        var filed = On("2023-05-31");
        AcceptedWith(filed);
        AcceptedWith(Today);
        Nothing.When(Receive(Of(Channel.Online, With(date, filed.AddDays(-1)))))
            .ThenRefused(new ArrivalBeforeFiling(date, filed.AddDays(-1), filed));
        Nothing.When(Receive(Of(Channel.Online, With(date, Today.AddDays(1)))))
            .ThenRefused(new InTheFuture(date, Today.AddDays(1), Today));

        void AcceptedWith(DateOnly on) =>
            Nothing.When(Receive(Of(Channel.Online, With(date, on)))).Then(Received(Channel.Online, With(date, on)));

        static ReceiptDates With(FactDate date, DateOnly on) => date switch
        {
            FactDate.MailRoom => new(On("2023-05-31"), MailRoomOn: on),
            FactDate.SignedFor => new(On("2023-05-31"), SignedForOn: on),
            FactDate.Arrived => new(On("2023-05-31"), ArrivedOn: on),
            FactDate.ReachedOffice => new(On("2023-05-31"), ReachedOfficeOn: on),
            _ => new(On("2023-05-31"), ConfirmedOn: on),
        };
    }

    private static ReceiveRequest Of(Channel channel, ReceiptDates dates) =>
        new(new("A-1", NumberOrigin.Imported), channel, dates, ApplicantKind.NaturalPerson);

    private static Func<RequestState, Decision<RequestEvent>> Receive(ReceiveRequest command) =>
        state => ReceiveRequest.Decide(state, command, WorkingCalendar.Embedded, Today);
}
