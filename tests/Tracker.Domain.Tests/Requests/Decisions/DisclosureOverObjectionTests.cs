using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Article 32, its second half: a third party objects and the agency discloses all the same.</summary>
public class DisclosureOverObjectionTests
{
    private static readonly DisclosureOverObjectionDecided Decided = new(1, On("2023-03-20"));

    [Theory]
    [InlineData(Opinion.Objects)]
    [InlineData(Opinion.ConsentsInPart)]
    public void It_is_decided_where_a_third_party_objects(Opinion opinion)
    {
        var reasons = Sealed.Text("关系公共利益");

        Told(ConsultationKind.ThirdParty, opinion).When(Decide("2023-03-20", told: null, reasons)).Then(Decided with { Reasons = reasons });
    }

    [Fact]
    public void The_third_party_told_at_once_is_a_fact_of_its_own() =>
        Told().When(Decide("2023-03-20", "2023-03-21")).Then(Decided, new ThirdPartyToldOfDisclosure(1, On("2023-03-21")));

    [Theory]
    [InlineData(ConsultationKind.ThirdParty, Opinion.Consents)]
    [InlineData(ConsultationKind.ThirdParty, Opinion.Undecided)]
    [InlineData(ConsultationKind.CoAuthor, Opinion.Objects)]
    [InlineData(ConsultationKind.OtherAgency, Opinion.Objects)]
    public void Without_a_third_party_s_objection_there_is_nothing_to_decide(ConsultationKind kind, Opinion opinion) =>
        Told(kind, opinion).When(Decide("2023-03-20")).ThenRefused(new NoObjection());

    [Fact]
    public void While_the_opinion_is_awaited_there_is_nothing_to_decide() =>
        Events(HandedIn("2023-03-06"), Asked(1, ConsultationKind.ThirdParty, "2023-03-08")).When(Decide("2023-03-20")).ThenRefused(new NoObjection());

    [Fact]
    public void It_is_decided_once_and_not_before_the_opinion()
    {
        Told().Evolve(Decided).When(Decide("2023-03-21")).ThenRefused(new DisclosureAlreadyDecided(On("2023-03-20")));
        Told().When(Decide("2023-03-14")).ThenRefused(new BeforeAnEarlierStep(FactDate.DisclosureDecision, On("2023-03-14"), On("2023-03-15")));
    }

    [Fact]
    public void The_third_party_is_told_once_after_the_decision_and_not_without_one()
    {
        Told().Evolve(Decided).When(Tell("2023-03-20")).Then(new ThirdPartyToldOfDisclosure(1, On("2023-03-20")));
        Told().Evolve(Decided).When(Tell("2023-03-17")).ThenRefused(new BeforeAnEarlierStep(FactDate.DisclosureNotice, On("2023-03-17"), On("2023-03-20")));
        Told().When(Tell("2023-03-20")).ThenRefused(new DisclosureNotDecided());
        Told().Evolve(Decided).Evolve(new ThirdPartyToldOfDisclosure(1, On("2023-03-20"))).When(Tell("2023-03-21"))
            .ThenRefused(new ThirdPartyAlreadyTold(On("2023-03-20")));
    }

    [Fact]
    public void The_notice_is_missing_until_it_is_told_and_the_decision_where_all_was_disclosed_without_one()
    {
        Assert.DoesNotContain(MissingFact.DisclosureNotice, MissingFacts.Of(Told()));
        Assert.Contains(MissingFact.DisclosureNotice, MissingFacts.Of(Told().Evolve(Decided)));
        Assert.DoesNotContain(MissingFact.DisclosureNotice, MissingFacts.Of(Told().Evolve(Decided).Evolve(new ThirdPartyToldOfDisclosure(1, On("2023-03-20")))));
        Assert.Contains(MissingFact.DisclosureDecision, MissingFacts.Of(Told().Evolve(Answer("2023-03-22"))));
        Assert.DoesNotContain(MissingFact.DisclosureDecision, MissingFacts.Of(Told().Evolve(Answer("2023-03-22", "third_party_rights"))));
        Assert.DoesNotContain(MissingFact.DisclosureDecision, MissingFacts.Of(Told().Evolve(Decided).Evolve(Answer("2023-03-22"))));
    }

    private static RequestState Told(ConsultationKind kind = ConsultationKind.ThirdParty, Opinion opinion = Opinion.Objects) =>
        Events(HandedIn("2023-03-06"), Asked(1, kind, "2023-03-08"), Opined(1, "2023-03-15", opinion));

    private static Func<RequestState, Decision<RequestEvent>> Decide(string on, string? told = null, Sealed<string>? reasons = null) =>
        state => DecideOverObjection.Decide(state, new(1, On(on), OnOrNone(told), reasons), Today);

    private static Func<RequestState, Decision<RequestEvent>> Tell(string on) =>
        state => TellThirdPartyOfDisclosure.Decide(state, new(1, On(on)), Today);
}
