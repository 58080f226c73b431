using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.RecordCorrections.Corrections;

namespace Tracker.Domain.Tests.RecordCorrections;

public sealed class ReceiveRecordCorrectionTests
{
    private static readonly Guid Request = Guid.Parse("01956c3e-0000-7000-8000-000000000001");

    private static readonly ReceiveRecordCorrection WalkIn = new(
        "更正2023-0001",
        Channel.InPerson,
        new(On("2023-05-10")),
        ApplicantKind.NaturalPerson,
        Sealed.Text("甲"),
        Sealed.Text("乙"),
        Sealed.Text("丙"),
        Sealed.Text("丁"),
        Sealed.Text("戊"));

    [Fact]
    public void What_is_wrong_what_it_should_say_and_what_shows_it_are_recorded() => Nothing.When(Receive(WalkIn)).Then(
        new RecordCorrectionReceived(
            "更正2023-0001",
            Channel.InPerson,
            new(On("2023-05-10")),
            ApplicantKind.NaturalPerson,
            WalkIn.ApplicantName,
            WalkIn.Contact,
            WalkIn.Record,
            WalkIn.ShouldSay,
            WalkIn.Evidence));

    [Fact]
    public void The_answer_that_held_the_record_is_named_by_the_request_and_its_number()
    {
        var received = Assert.IsType<RecordCorrectionReceived>(Assert.IsType<Accepted<RecordCorrectionEvent>>(
            Receive(WalkIn with { About = new(Request, "2023-0007", On("2023-05-10")) })(Nothing)).Events.Single());

        Assert.Equal((Request, "2023-0007"), (received.AboutRequest!.Value, received.AboutNumber));
    }

    [Fact]
    public void A_request_that_was_never_answered_gave_no_record() =>
        Nothing.When(Receive(WalkIn with { About = new(Request, "2023-0007", AnsweredOn: null) })).ThenRefused(new AboutUnansweredRequest("2023-0007"));

    [Fact]
    public void Nobody_asks_before_the_answer_left() =>
        Nothing.When(Receive(WalkIn with { About = new(Request, "2023-0007", On("2023-05-11")) }))
            .ThenRefused(new FiledBeforeTheAnswer("2023-0007", On("2023-05-11")));

    [Fact]
    public void It_is_registered_once() => Events(HandedIn("2023-05-10")).When(Receive(WalkIn)).ThenRefused(new RecordCorrectionAlreadyReceived());

    [Fact]
    public void It_is_not_filed_tomorrow() =>
        Nothing.When(Receive(WalkIn with { Dates = new(Today.AddDays(1)) })).ThenRefused(new InTheFuture(FactDate.Filed, Today.AddDays(1), Today));

    [Fact]
    public void Nothing_arrives_before_it_was_sent() =>
        Nothing.When(Receive(WalkIn with { Channel = Channel.SignedMail, Dates = new(On("2023-05-10"), SignedForOn: On("2023-05-09")) }))
            .ThenRefused(new ArrivalBeforeFiling(FactDate.SignedFor, On("2023-05-09"), On("2023-05-10")));

    [Theory]
    [InlineData(Channel.InPerson, null, null, "2023-05-10", ReceiptBasis.HandedIn)]
    [InlineData(Channel.SignedMail, "2023-05-12", null, "2023-05-12", ReceiptBasis.SignedFor)]
    [InlineData(Channel.Email, null, "2023-05-15", "2023-05-15", ReceiptBasis.Confirmed)]
    [InlineData(Channel.Email, null, null, "2023-05-10", ReceiptBasis.ConfirmationMissing)]
    public void The_day_of_receipt_follows_from_the_channel_as_for_an_information_request(
        Channel channel, string? arrived, string? confirmed, string receivedOn, ReceiptBasis basis)
    {
        var state = Events(Received(channel, new(On("2023-05-10"), SignedForOn: OnOrNone(arrived), ConfirmedOn: OnOrNone(confirmed))));

        Assert.Equal(new Receipt(On(receivedOn), basis), state.Receipt);
    }

    [Fact]
    public void Days_are_counted_from_the_day_after_receipt_to_today_or_to_the_end()
    {
        var open = Events(HandedIn("2023-05-10"));

        Assert.Equal(0, open.DaysSinceReceipt(On("2023-05-10")));
        Assert.Equal(22, open.DaysSinceReceipt(Today));
        Assert.Equal(5, open.Evolve(Corrected("2023-05-15")).DaysSinceReceipt(Today));
        Assert.Equal(3, open.Evolve(new RecordCorrectionVoided(On("2023-05-13"))).DaysSinceReceipt(Today));
    }

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Receive(ReceiveRecordCorrection command) =>
        state => ReceiveRecordCorrection.Decide(state, command, WorkingCalendar.Embedded, Today);
}
