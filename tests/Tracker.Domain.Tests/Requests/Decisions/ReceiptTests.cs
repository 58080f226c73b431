using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Article 31, after the registration: confirmed, and corrected.</summary>
public class ReceiptTests
{
    private static readonly RequestState Unconfirmed = Events(Received(Channel.Online, new(On("2023-03-06"))));

    [Theory] // 20 working days from the day after, with 5 April off
    [InlineData("2023-03-06", "2023-04-03")]
    [InlineData("2023-03-10", "2023-04-10")]
    public void Confirmed_it_counts_from_that_day(string on, string due)
    {
        Unconfirmed.When(Confirm(on)).Then(new ReceiptConfirmed(On(on)));

        var confirmed = Unconfirmed.Evolve(new ReceiptConfirmed(On(on)));
        Assert.Equal(new(On(on), ReceiptBasis.Confirmed), confirmed.Receipt);
        Assert.Equal(On(due), RequestClock.Read(confirmed, WorkingCalendar.Embedded).DueOn);
        Assert.DoesNotContain(MissingFact.ConfirmationDate, MissingFacts.Of(confirmed));
    }

    [Fact]
    public void It_is_confirmed_once_and_only_where_the_channel_asks_for_it()
    {
        Unconfirmed.Evolve(new ReceiptConfirmed(On("2023-03-08"))).When(Confirm("2023-03-09")).ThenRefused(new ReceiptAlreadyConfirmed(On("2023-03-08")));
        Events(HandedIn("2023-03-06")).When(Confirm("2023-03-06")).ThenRefused(new NothingToConfirm());
        Events(Received(Channel.SignedMail, new(On("2023-03-06")))).When(Confirm("2023-03-06")).ThenRefused(new NothingToConfirm());
        Events(Received(Channel.Fax, new(On("2023-03-06"), AutoAcknowledged: true))).When(Confirm("2023-03-06")).ThenRefused(new NothingToConfirm());
    }

    [Fact]
    public void It_is_not_confirmed_before_it_was_sent_or_there_nor_tomorrow()
    {
        Unconfirmed.When(Confirm("2023-03-05")).ThenRefused(new ArrivalBeforeFiling(FactDate.Confirmed, On("2023-03-05"), On("2023-03-06")));
        Unconfirmed.When(Confirm("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Confirmed, On("2023-06-02"), Today));
        Events(Received(Channel.UnsignedMail, new(On("2023-03-06"), ArrivedOn: On("2023-03-09")))).When(Confirm("2023-03-08"))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Confirmed, On("2023-03-08"), On("2023-03-09")));
    }

    [Fact]
    public void It_is_not_confirmed_after_a_step_that_rests_on_it() =>
        Unconfirmed.Evolve(Notice("2023-03-08")).When(Confirm("2023-03-09"))
            .ThenRefused(new ReceiptContradictsFact(Impossibility.BeforeReceipt, On("2023-03-08")));

    [Fact]
    public void A_correction_keeps_its_reason_and_moves_receipt_and_due_date()
    {
        var reason = Sealed.Text("登记时看错了邮戳");
        var was = Events(HandedIn("2023-03-06"));

        was.When(Correct(Channel.SignedMail, new(On("2023-03-03"), SignedForOn: On("2023-03-08")), reason))
            .Then(new ReceiptFactsCorrected(Today, Channel.SignedMail, new(On("2023-03-03"), SignedForOn: On("2023-03-08")), reason));
        var corrected = was.Evolve(new ReceiptFactsCorrected(Today, Channel.SignedMail, new(On("2023-03-03"), SignedForOn: On("2023-03-08"))));
        Assert.Equal(new(On("2023-03-08"), ReceiptBasis.SignedFor), corrected.Receipt);
        Assert.Equal(On("2023-04-06"), RequestClock.Read(corrected, WorkingCalendar.Embedded).DueOn);
        Assert.Equal("A-1", corrected.Registration!.Number);
    }

    [Fact]
    public void Corrected_to_an_earlier_day_it_lets_an_earlier_step_follow() =>
        Events(HandedIn("2023-03-06"), new ReceiptFactsCorrected(Today, Channel.InPerson, new(On("2023-03-01"))))
            .When(state => IssueSupplementNotice.Decide(state, new(On("2023-03-03"), PeriodEndsOn: null, Items: null), Today))
            .Then(Notice("2023-03-03"));

    [Fact]
    public void What_is_recorded_already_is_no_correction() =>
        Events(HandedIn("2023-03-06")).When(Correct(Channel.InPerson, new(On("2023-03-06")))).ThenRefused(new NothingCorrected());

    [Fact]
    public void What_happened_since_must_still_be_possible()
    {
        Events(HandedIn("2023-03-06"), Notice("2023-03-08")).When(Correct(Channel.InPerson, new(On("2023-03-09"))))
            .ThenRefused(new ReceiptContradictsFact(Impossibility.BeforeReceipt, On("2023-03-08")));
        Events(HandedIn("2019-05-15"), Extension("2019-05-16", 20)).When(Correct(Channel.InPerson, new(On("2019-05-14"))))
            .ThenRefused(new ReceiptContradictsFact(Impossibility.ExtensionLength, On("2019-05-16")));
    }

    [Fact]
    public void A_closed_request_is_corrected_and_not_confirmed()
    {
        var closed = new AlreadyClosed(Grounds.Withdrawn, On("2023-03-08"));

        Unconfirmed.Evolve(Withdrawal("2023-03-08")).When(Confirm("2023-03-07")).ThenRefused(closed);
        Assert.Equal(
            On("2023-03-06"),
            Unconfirmed.Evolve(Withdrawal("2023-03-08"))
                .Evolve(new ReceiptFactsCorrected(On("2023-03-09"), Channel.InPerson, new(On("2023-03-06")))).Receipt.On);
        Assert.IsType<Accepted<RequestEvent>>(CorrectReceipt.Decide(
            Unconfirmed.Evolve(Withdrawal("2023-03-08")), new(On("2023-03-09"), Channel.InPerson, new(On("2023-03-06")), Reason: null), WorkingCalendar.Embedded, On("2023-03-09")));
    }

    [Fact]
    public void A_note_is_kept_also_of_a_closed_request_and_moves_nothing()
    {
        var text = Sealed.Text("申请人来电");
        var closed = Unconfirmed.Evolve(Withdrawal("2023-03-08"));

        closed.When(Note("2023-03-09", text)).Then(new NoteAdded(On("2023-03-09"), text));
        Assert.Equal(RequestClock.Read(closed, WorkingCalendar.Embedded).DueOn, RequestClock.Read(closed.Evolve(new NoteAdded(On("2023-03-09"))), WorkingCalendar.Embedded).DueOn);
        closed.When(Note("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Note, On("2023-06-02"), Today));
        Nothing.When(Note("2023-03-09")).ThenRefused(new NotRegistered());
        closed.Evolve(new PersonalDataErased(On("2023-03-10"))).When(Note("2023-03-11")).ThenRefused(new PersonalDataAlreadyErased(On("2023-03-10")));
    }

    private static Func<RequestState, Decision<RequestEvent>> Confirm(string on) =>
        state => ConfirmReceipt.Decide(state, new(On(on)), WorkingCalendar.Embedded, Today);

    private static Func<RequestState, Decision<RequestEvent>> Correct(Channel channel, ReceiptDates dates, Sealed<string>? reason = null) =>
        state => CorrectReceipt.Decide(state, new(Today, channel, dates, reason), WorkingCalendar.Embedded, Today);

    private static Func<RequestState, Decision<RequestEvent>> Note(string on, Sealed<string>? text = null) =>
        state => AddNote.Decide(state, new(On(on), text), Today);
}
