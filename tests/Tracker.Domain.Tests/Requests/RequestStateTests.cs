using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests;

public class RequestStateTests
{
    [Fact]
    public void Before_it_is_received_a_request_has_no_day_of_receipt()
    {
        Assert.False(Nothing.IsRegistered);
        Assert.Throws<InvalidOperationException>(() => Nothing.Receipt);
    }

    [Fact]
    public void The_first_day_a_step_can_have_is_the_day_of_receipt_not_of_filing() =>
        Assert.Equal(On("2023-03-07"), Events(Received(Channel.Online, new(On("2023-03-06"), ConfirmedOn: On("2023-03-07")))).LastFactOn);

    [Fact]
    public void A_notice_is_open_until_its_supplement()
    {
        Assert.Equal(Notice("2023-03-08"), Events(HandedIn("2023-03-06"), Notice("2023-03-08")).OpenSupplement);
        Assert.Null(Events(HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-09")).OpenSupplement);
    }

    [Fact]
    public void An_extension_lasts_until_the_restart_not_until_the_notice()
    {
        var stopped = Events(HandedIn("2023-03-06"), Extension("2023-03-07", 20), Notice("2023-03-08"));

        Assert.Equal(Extension("2023-03-07", 20), stopped.CurrentExtension);
        Assert.Null(stopped.Evolve(Supplement("2023-03-09")).CurrentExtension);
    }

    [Fact]
    public void The_facts_of_the_term_are_kept_in_their_order() => Assert.Equal(
        [Notice("2023-03-08"), Supplement("2023-03-09"), Extension("2023-03-10", 20)],
        Events(HandedIn("2023-03-06"), Notice("2023-03-08"), Supplement("2023-03-09"), Extension("2023-03-10", 20), Answer("2023-03-20")).TermFacts);

    [Fact]
    public void The_facts_of_one_day_are_ordered_however_they_were_recorded()
    {
        Assert.Equal(
            [Notice("2023-03-08"), Extension("2023-03-08", 20)],
            Events(HandedIn("2023-03-06"), Extension("2023-03-08", 20), Notice("2023-03-08")).TermFacts);
        Assert.Equal(
            [Notice("2023-03-07"), Supplement("2023-03-08"), Notice("2023-03-08"), Extension("2023-03-08", 20)],
            Events(HandedIn("2023-03-06"), Notice("2023-03-07"), Supplement("2023-03-08"), Extension("2023-03-08", 20), Notice("2023-03-08")).TermFacts);
    }

    [Fact]
    public void A_withdrawal_closes_with_its_own_ground()
    {
        var withdrawal = Withdrawal("2023-03-08") with { DocumentNumber = "泉统公复〔2023〕1号", Statement = Sealed.Text("甲") };
        var state = Events(HandedIn("2023-03-06"), withdrawal);

        Assert.True(state.IsClosed);
        Assert.Equal(new(Grounds.Withdrawn, On("2023-03-08"), "泉统公复〔2023〕1号", withdrawal.Statement), state.Result);
    }

    [Fact]
    public void An_answer_closes_with_the_day_it_left()
    {
        var answer = Answer("2023-03-20", "partial") with { DocumentNumber = "泉统公复〔2023〕1号", Statement = Sealed.Text("甲") };

        Assert.Equal(
            new RequestResult(Grounds.Find("partial")!, On("2023-03-20"), "泉统公复〔2023〕1号", answer.Statement) { Answer = answer },
            Events(HandedIn("2023-03-06"), answer).Result);
    }

    [Fact]
    public void Carrying_forward_is_remembered_year_by_year_and_is_no_step()
    {
        var state = Events(HandedIn("2021-12-20"), new RequestCarriedForward(2021), new RequestCarriedForward(2022));

        Assert.Equal([2021, 2022], state.CarriedForward);
        Assert.Equal(On("2021-12-20"), state.LastFactOn);
    }

    [Fact]
    public void A_counter_number_is_the_year_and_four_places_and_is_not_an_imported_one_of_the_same_text()
    {
        Assert.Equal(new RequestNumber("2026-0012", NumberOrigin.Counter), RequestNumber.FromCounter(2026, 12));
        Assert.Equal("2026-12345", RequestNumber.FromCounter(2026, 12345).Text);
        Assert.NotEqual(new RequestNumber("2026-0012", NumberOrigin.Imported), RequestNumber.FromCounter(2026, 12));
    }
}
