using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.RecordCorrections.Corrections;

namespace Tracker.Domain.Tests.RecordCorrections;

/// <summary>How a 更正申请 ends (art 41), is voided and erased.</summary>
public sealed class TheEndTests
{
    private static readonly Sealed<string>? Words = Sealed.Text("甲");
    private static readonly RecordCorrectionState Open = Events(HandedIn("2023-05-10"), AskedFor("2023-05-12"));

    public static TheoryData<string> Ends => ["correct", "decline", "transfer", "refer", "withdraw"];

    [Fact]
    public void A_record_found_wrong_is_corrected_and_the_applicant_told()
    {
        Open.When(state => CorrectRecord.Decide(state, new(On("2023-05-15"), On("2023-05-17"), "例更〔2023〕1号", Words), Today))
            .Then(new RecordCorrected(On("2023-05-15"), On("2023-05-17"), "例更〔2023〕1号", Words));

        var state = Open.Evolve(new RecordCorrected(On("2023-05-15"), On("2023-05-17"), "例更〔2023〕1号", Words));
        Assert.Equal(new(RecordCorrectionOutcome.Corrected, On("2023-05-17"), "例更〔2023〕1号"), state.Result);
        Assert.Null(state.AwaitedEvidence);
    }

    [Fact]
    public void A_record_not_found_wrong_stays_and_the_reasons_are_kept() =>
        Open.When(state => DeclineRecordCorrection.Decide(
                state, new(On("2023-05-15"), On("2023-05-15"), RecordFinding.NotProven, DocumentNumber: null, Words), Today))
            .Then(new RecordNotCorrected(On("2023-05-15"), On("2023-05-15"), RecordFinding.NotProven, DocumentNumber: null, Words));

    [Fact]
    public void What_another_agency_may_correct_is_passed_on_or_the_applicant_is_told_who()
    {
        Open.When(state => TransferRecordCorrection.Decide(state, new(On("2023-05-15"), On("2023-05-16"), "样例局", "例转〔2023〕1号", Words), Today))
            .Then(new RecordCorrectionTransferred(On("2023-05-15"), On("2023-05-16"), "样例局", "例转〔2023〕1号", Words));
        Open.When(state => ReferRecordCorrection.Decide(state, new(On("2023-05-16"), "样例局", DocumentNumber: null, Words), Today))
            .Then(new RecordCorrectionReferred(On("2023-05-16"), "样例局", DocumentNumber: null, Words));
        Assert.Equal("样例局", Open.Evolve(new RecordCorrectionReferred(On("2023-05-16"), "样例局")).Result!.Agency);
    }

    [Fact]
    public void The_applicant_withdraws() =>
        Open.When(state => WithdrawRecordCorrection.Decide(state, new(On("2023-05-16"), Words), Today))
            .Then(new RecordCorrectionWithdrawn(On("2023-05-16"), Words));

    [Theory]
    [MemberData(nameof(Ends))]
    public void It_ends_once_and_only_where_it_was_registered(string end)
    {
        Nothing.When(End(end, "2023-05-15")).ThenRefused(new NoSuchRecordCorrection());
        Open.Evolve(Corrected("2023-05-15")).When(End(end, "2023-05-15"))
            .ThenRefused(new RecordCorrectionEnded(RecordCorrectionOutcome.Corrected, On("2023-05-15")));
        Open.Evolve(new RecordCorrectionVoided(On("2023-05-15"))).When(End(end, "2023-05-15")).ThenRefused(new RecordCorrectionVoid(On("2023-05-15")));
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void It_ends_neither_ahead_nor_before_a_step(string end)
    {
        Assert.IsType<InTheFuture>(Assert.IsType<Refused<RecordCorrectionEvent>>(End(end, "2023-06-02")(Open)).Reason);
        var early = Assert.IsType<BeforeAnEarlierStep>(Assert.IsType<Refused<RecordCorrectionEvent>>(End(end, "2023-05-11")(Open)).Reason);
        Assert.Equal(On("2023-05-12"), early.EarlierStepOn);
    }

    [Theory]
    [InlineData("correct", FactDate.Correction)]
    [InlineData("decline", FactDate.RecordFinding)]
    [InlineData("transfer", FactDate.Transfer)]
    public void Nobody_is_told_of_it_before_it_is_done_or_ahead(string end, FactDate done)
    {
        Open.When(End(end, "2023-05-15", toldOn: "2023-05-14")).ThenRefused(new ToldBeforeItWasDone(done, On("2023-05-15")));
        Open.When(End(end, "2023-05-15", toldOn: "2023-06-02")).ThenRefused(new InTheFuture(FactDate.RecordNotice, On("2023-06-02"), Today));
    }

    [Fact]
    public void A_mistaken_entry_is_voided_also_after_its_end_once()
    {
        Open.When(Void("2023-05-20")).Then(new RecordCorrectionVoided(On("2023-05-20"), Words));
        Open.Evolve(Corrected("2023-05-15")).When(Void("2023-05-20")).Then(new RecordCorrectionVoided(On("2023-05-20"), Words));
        Nothing.When(Void("2023-05-20")).ThenRefused(new NoSuchRecordCorrection());
        Open.Evolve(new RecordCorrectionVoided(On("2023-05-19"))).When(Void("2023-05-20")).ThenRefused(new RecordCorrectionVoid(On("2023-05-19")));
        Open.When(Void("2023-05-09")).ThenRefused(new BeforeAnEarlierStep(FactDate.Voiding, On("2023-05-09"), On("2023-05-10")));
        Open.When(Void("2023-06-02")).ThenRefused(new InTheFuture(FactDate.Voiding, On("2023-06-02"), Today));
    }

    [Fact]
    public void What_is_personal_is_erased_after_the_end_once_and_nothing_can_be_written_afterwards()
    {
        var ended = Open.Evolve(Corrected("2023-05-15"));
        var erased = ended.Evolve(new RecordCorrectionErased(On("2023-05-20")));

        ended.When(Erase).Then(new RecordCorrectionErased(Today));
        Open.Evolve(new RecordCorrectionVoided(On("2023-05-15"))).When(Erase).Then(new RecordCorrectionErased(Today));
        Nothing.When(Erase).ThenRefused(new NoSuchRecordCorrection());
        Open.When(Erase).ThenRefused(new RecordCorrectionStillOpen());
        erased.When(Erase).ThenRefused(new RecordCorrectionErasedBefore(On("2023-05-20")));
        erased.When(Void("2023-05-21")).ThenRefused(new RecordCorrectionErasedBefore(On("2023-05-20")));
    }

    private static Decision<RecordCorrectionEvent> Erase(RecordCorrectionState state) => EraseRecordCorrection.Decide(state, new(Today));

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> Void(string on) =>
        state => VoidRecordCorrection.Decide(state, new(On(on), Words), Today);

    private static Func<RecordCorrectionState, Decision<RecordCorrectionEvent>> End(string end, string on, string? toldOn = null)
    {
        var (done, told) = (On(on), On(toldOn ?? on));
        return state => end switch
        {
            "correct" => CorrectRecord.Decide(state, new(done, told, DocumentNumber: null, Words), Today),
            "decline" => DeclineRecordCorrection.Decide(state, new(done, told, RecordFinding.NotTrue, DocumentNumber: null, Words), Today),
            "transfer" => TransferRecordCorrection.Decide(state, new(done, told, "样例局", DocumentNumber: null, Words), Today),
            "refer" => ReferRecordCorrection.Decide(state, new(done, "样例局", DocumentNumber: null, Words), Today),
            "withdraw" => WithdrawRecordCorrection.Decide(state, new(done, Words), Today),
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
    }
}
