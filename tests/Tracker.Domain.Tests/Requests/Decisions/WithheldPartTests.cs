using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class WithheldPartTests
{
    private static readonly PartWithheld First = new(1, Grounds.Find("state_secret")!, On("2023-05-15"));

    public static TheoryData<string, bool> EveryGround =>
        [.. Grounds.All.Select(ground => (ground.Key, ground.Key is not ("partial" or "withdrawn" or "supplement_overdue" or "fee_overdue" or "applicant_ceased")))];

    [Theory]
    [MemberData(nameof(EveryGround))]
    public void A_part_is_withheld_on_any_ground_that_can_be_answered(string key, bool isPossible)
    {
        var (ground, part, reasons) = (Grounds.Find(key)!, Sealed.Text("甲"), Sealed.Text("乙"));
        var act = Events(HandedIn("2023-05-10")).When(state => WithholdPart.Decide(state, new(ground, On("2023-05-15"), part, reasons), Today));

        if (isPossible)
        {
            act.Then(new PartWithheld(1, ground, On("2023-05-15"), part, reasons));
        }
        else
        {
            act.ThenRefused(new GroundNotForPart(ground));
        }
    }

    [Fact]
    public void A_number_is_never_given_twice_even_after_its_part_was_taken_out()
    {
        var taken = Events(HandedIn("2023-05-10"), First, new WithheldPartRemoved(1, On("2023-05-16")));

        Assert.Empty(taken.WithheldParts);
        taken.When(Withhold("2023-05-17")).Then(First with { Number = 2, DecidedOn = On("2023-05-17") });
    }

    [Fact]
    public void A_part_is_taken_out_once_and_not_before_it_was_withheld()
    {
        var withheld = Events(HandedIn("2023-05-10"), First);

        withheld.When(Remove(1, "2023-05-16")).Then(new WithheldPartRemoved(1, On("2023-05-16")));
        withheld.When(Remove(2, "2023-05-16")).ThenRefused(new NoSuchPart(2));
        withheld.When(Remove(1, "2023-05-14")).ThenRefused(new BeforeAnEarlierStep(FactDate.WithheldPartRemoval, On("2023-05-14"), On("2023-05-15")));
        Events(HandedIn("2023-05-10"), First, new WithheldPartRemoved(1, On("2023-05-16"))).When(Remove(1, "2023-05-17")).ThenRefused(new NoSuchPart(1));
    }

    [Fact]
    public void Parts_are_withheld_while_the_request_is_open_since_its_receipt_and_no_later_than_today()
    {
        Events(HandedIn("2023-05-10")).When(Withhold("2023-05-09")).ThenRefused(new BeforeAnEarlierStep(FactDate.WithheldPart, On("2023-05-09"), On("2023-05-10")));
        Events(HandedIn("2023-05-10")).When(Withhold("2023-06-02")).ThenRefused(new InTheFuture(FactDate.WithheldPart, On("2023-06-02"), Today));
        Events(HandedIn("2023-05-10"), Answer("2023-05-12")).When(Withhold("2023-05-15")).ThenRefused(new AlreadyClosed(Grounds.Find("disclosed")!, On("2023-05-12")));
    }

    private static Func<RequestState, Decision<RequestEvent>> Withhold(string on) =>
        state => WithholdPart.Decide(state, new(First.Ground, On(on), Part: null, Reasons: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Remove(int number, string on) =>
        state => RemoveWithheldPart.Decide(state, new(number, On(on), Reason: null), Today);
}
