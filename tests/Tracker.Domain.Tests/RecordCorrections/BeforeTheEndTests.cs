using Tracker.Domain.LegalTime;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.RecordCorrections.Corrections;

namespace Tracker.Domain.Tests.RecordCorrections;

/// <summary>Confirmation, evidence and notes.</summary>
public sealed class BeforeTheEndTests
{
    private static readonly RecordCorrectionState Sent = Events(Received(Channel.Email, new(On("2023-05-10"))));
    private static readonly RecordCorrectionState Open = Events(HandedIn("2023-05-10"));

    [Fact]
    public void A_confirmation_sets_the_day_of_receipt()
    {
        Sent.When(Confirm("2023-05-12")).Then(new RecordCorrectionConfirmed(On("2023-05-12")));
        Assert.Equal(On("2023-05-12"), Sent.Evolve(new RecordCorrectionConfirmed(On("2023-05-12"))).Receipt.On);
    }

    [Fact]
    public void Where_none_is_awaited_none_is_recorded()
    {
        Open.When(Confirm("2023-05-12")).ThenRefused(new NoConfirmationAwaited());
        Sent.Evolve(new RecordCorrectionConfirmed(On("2023-05-12"))).When(Confirm("2023-05-13")).ThenRefused(new NoConfirmationAwaited());
    }

    [Fact]
    public void It_is_not_confirmed_before_it_was_sent_nor_after_a_step()
    {
        Sent.When(Confirm("2023-05-09")).ThenRefused(new ArrivalBeforeFiling(FactDate.Confirmed, On("2023-05-09"), On("2023-05-10")));
        Sent.Evolve(AskedFor("2023-05-11")).When(Confirm("2023-05-12")).ThenRefused(new ConfirmedAfterAStep(On("2023-05-11")));
        Sent.Evolve(AskedFor("2023-05-11")).When(Confirm("2023-05-11")).Then(new RecordCorrectionConfirmed(On("2023-05-11")));
    }

    [Fact]
    public void Evidence_is_asked_for_and_received()
    {
        var items = Sealed.Text("户口簿复印件");
        Open.When(state => AskForRecordEvidence.Decide(state, new(On("2023-05-12"), items), Today)).Then(new RecordEvidenceAskedFor(On("2023-05-12"), items));

        var asked = Open.Evolve(AskedFor("2023-05-12"));
        Assert.NotNull(asked.AwaitedEvidence);
        asked.When(Bring("2023-05-12")).Then(Evidence("2023-05-12"));
        Assert.Null(asked.Evolve(Evidence("2023-05-12")).AwaitedEvidence);
    }

    [Fact]
    public void Evidence_is_asked_for_again_only_after_it_came()
    {
        var asked = Open.Evolve(AskedFor("2023-05-12"));
        asked.When(Ask("2023-05-13")).ThenRefused(new EvidenceAlreadyAskedFor(On("2023-05-12")));
        asked.Evolve(Evidence("2023-05-13")).When(Ask("2023-05-13")).Then(AskedFor("2023-05-13"));
    }

    [Fact]
    public void Evidence_may_come_unasked_but_not_twice_on_one_day()
    {
        Open.When(Bring("2023-05-12")).Then(Evidence("2023-05-12"));
        Open.Evolve(Evidence("2023-05-12")).When(Bring("2023-05-12")).ThenRefused(new EvidenceAlreadyReceived(On("2023-05-12")));
        Open.Evolve(Evidence("2023-05-12")).When(Bring("2023-05-13")).Then(Evidence("2023-05-13"));
    }

    [Theory]
    [InlineData("2023-05-09")]
    [InlineData("2023-06-02")]
    public void No_step_lies_before_the_receipt_or_ahead(string on)
    {
        Refusal Why(FactDate date) => On(on) > Today ? new InTheFuture(date, On(on), Today) : new BeforeAnEarlierStep(date, On(on), On("2023-05-10"));

        Open.When(Ask(on)).ThenRefused(Why(FactDate.EvidenceDemand));
        Open.When(Bring(on)).ThenRefused(Why(FactDate.Evidence));
    }

    [Fact]
    public void Before_it_is_registered_and_after_its_end_nothing_is_done()
    {
        var ended = new RecordCorrectionEnded(RecordCorrectionOutcome.Corrected, On("2023-05-15"));
        var voided = Open.Evolve(new RecordCorrectionVoided(On("2023-05-16")));
        foreach (var act in new[] { Confirm("2023-05-20"), Ask("2023-05-20"), Bring("2023-05-20") })
        {
            Nothing.When(act).ThenRefused(new NoSuchRecordCorrection());
            Open.Evolve(Corrected("2023-05-15")).When(act).ThenRefused(ended);
            voided.When(act).ThenRefused(new RecordCorrectionVoid(On("2023-05-16")));
        }
    }

    [Fact]
    public void A_note_is_possible_also_after_the_end_but_not_once_the_key_is_gone()
    {
        var ended = Open.Evolve(Corrected("2023-05-15"));
        Open.When(Note("2023-05-12")).Then(new RecordCorrectionNoted(On("2023-05-12")));
        ended.When(Note("2023-05-12")).Then(new RecordCorrectionNoted(On("2023-05-12")));
        Nothing.When(Note("2023-05-12")).ThenRefused(new NoSuchRecordCorrection());
        Open.When(Note("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Note, On("2023-06-02"), Today));
        ended.Evolve(new RecordCorrectionErased(On("2023-05-16"))).When(Note("2023-05-17")).ThenRefused(new RecordCorrectionErasedBefore(On("2023-05-16")));
    }

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Confirm(string on) =>
        state => ConfirmRecordCorrection.Decide(state, new(On(on)), WorkingCalendar.Embedded, Today);

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Ask(string on) =>
        state => AskForRecordEvidence.Decide(state, new(On(on), Items: null), Today);

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Bring(string on) =>
        state => ReceiveRecordEvidence.Decide(state, new(On(on), Evidence: null), Today);

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Note(string on) =>
        state => NoteRecordCorrection.Decide(state, new(On(on), Text: null), Today);
}
