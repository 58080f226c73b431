using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

/// <summary>Article 29: who asks, who acts for them, and in which form they want it. Handed in on Monday 2023-03-06.</summary>
public class ApplicantTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Closed = Received.Evolve(Withdrawal("2023-03-08"));

    [Theory]
    [InlineData(Channel.InPerson, true)]
    [InlineData(Channel.UnsignedMail, false)]
    [InlineData(Channel.Online, false)]
    public void Only_what_is_said_in_person_is_written_down_for_the_applicant(Channel channel, bool isPossible)
    {
        var said = Nothing.When(state => ReceiveRequest.Decide(
            state,
            new(new("A-1", NumberOrigin.Imported), channel, new(On("2023-03-06")), ApplicantKind.NaturalPerson, WrittenDownFor: true),
            WorkingCalendar.Embedded,
            Today));

        if (isPossible)
        {
            said.Then(HandedIn("2023-03-06") with { WrittenDownFor = true });
        }
        else
        {
            said.ThenRefused(new WrittenDownOnlyInPerson());
        }
    }

    [Fact]
    public void Proofs_of_identity_come_later_and_of_one_kind_once_a_day()
    {
        var number = Sealed.Text("甲");
        Received.When(state => ReceiveIdentityProof.Decide(state, new(On("2023-03-07"), IdentityDocument.IdentityCard, number), Today))
            .Then(new IdentityProofReceived(On("2023-03-07"), IdentityDocument.IdentityCard, number));

        var proved = Received.Evolve(new IdentityProofReceived(On("2023-03-07"), IdentityDocument.IdentityCard));
        proved.When(Prove("2023-03-07")).ThenRefused(new IdentityProofAlreadyReceived(IdentityDocument.IdentityCard, On("2023-03-07")));
        proved.When(Prove("2023-03-08")).Then(new IdentityProofReceived(On("2023-03-08"), IdentityDocument.IdentityCard));
        Received.When(Prove("2023-03-03")).ThenRefused(new BeforeAnEarlierStep(FactDate.IdentityProof, On("2023-03-03"), On("2023-03-06")));
    }

    [Fact]
    public void One_agent_acts_at_a_time_and_the_authorisation_may_be_older_than_the_request()
    {
        Received.When(Appoint("2023-02-01")).Then(new AgentAppointed(On("2023-02-01"), true));
        Received.When(End("2023-03-07")).ThenRefused(new NoAgent());

        var acting = Received.Evolve(new AgentAppointed(On("2023-03-07"), true));
        acting.When(Appoint("2023-03-08")).ThenRefused(new AgentStillActing(On("2023-03-07")));
        acting.When(End("2023-03-06")).ThenRefused(new BeforeAnEarlierStep(FactDate.AgentEnd, On("2023-03-06"), On("2023-03-07")));
        acting.When(End("2023-03-09")).Then(new AgentEnded(On("2023-03-09")));

        var ended = acting.Evolve(new AgentEnded(On("2023-03-09")));
        Assert.Null(ended.Agent);
        ended.When(End("2023-03-10")).ThenRefused(new NoAgent());
        ended.When(Appoint("2023-03-08")).ThenRefused(new BeforeAnEarlierStep(FactDate.AgentAppointment, On("2023-03-08"), On("2023-03-09")));
        ended.When(Appoint("2023-03-09")).Then(new AgentAppointed(On("2023-03-09"), true));
    }

    [Fact]
    public void The_wanted_form_is_the_one_named_last_and_the_way_stays_until_another_is_named()
    {
        var (home, work) = (Sealed.Text("甲"), Sealed.Text("乙"));
        var wanted = Events(HandedIn("2023-03-06") with { WantedForm = InformationForm.Paper, WantedDelivery = home });

        wanted.When(Want("2023-03-07", InformationForm.Paper)).ThenRefused(new FormAlreadyWanted(InformationForm.Paper));
        wanted.When(Want("2023-03-07", InformationForm.Paper, work)).Then(new WantedFormChanged(On("2023-03-07"), InformationForm.Paper, work));
        Received.When(Want("2023-03-07", InformationForm.Paper)).Then(new WantedFormChanged(On("2023-03-07"), InformationForm.Paper));

        var changed = wanted.Evolve(new WantedFormChanged(On("2023-03-07"), InformationForm.Electronic, work))
            .Evolve(new WantedFormChanged(On("2023-03-08"), InformationForm.Disc));
        Assert.Equal((InformationForm.Disc, work), (changed.WantedForm, changed.WantedDelivery));
    }

    [Fact]
    public void Others_join_and_the_request_stays_one_of_the_first_named()
    {
        var joined = Received.Evolve(new ApplicantJoined(On("2023-03-07"), ApplicantKind.CommercialEnterprise));

        Received.When(Join("2023-03-07")).Then(new ApplicantJoined(On("2023-03-07"), ApplicantKind.CommercialEnterprise));
        joined.When(Join("2023-03-07")).ThenRefused(new ApplicantAlreadyJoined(ApplicantKind.CommercialEnterprise, On("2023-03-07")));
        joined.When(Join("2023-03-07", isAnother: true)).Then(new ApplicantJoined(On("2023-03-07"), ApplicantKind.CommercialEnterprise));
        Assert.Equal(ApplicantKind.NaturalPerson, joined.Registration!.ApplicantKind);
    }

    [Fact]
    public void Nothing_of_it_moves_the_term_holds_an_answer_back_or_happens_to_a_closed_case()
    {
        var all = Events(
            HandedIn("2023-03-06"),
            new IdentityProofReceived(On("2023-03-09"), IdentityDocument.Other),
            new AgentAppointed(On("2023-03-09"), false),
            new WantedFormChanged(On("2023-03-09"), InformationForm.Disc),
            new ApplicantJoined(On("2023-03-09"), ApplicantKind.NaturalPerson));
        Assert.Equal(RequestClock.Read(Received, WorkingCalendar.Embedded).DueOn, RequestClock.Read(all, WorkingCalendar.Embedded).DueOn);
        Assert.Equal(Received.LastFactOn, all.LastFactOn);

        var closed = new AlreadyClosed(Grounds.Withdrawn, On("2023-03-08"));
        foreach (var act in new[] { Prove("2023-03-08"), Appoint("2023-03-08"), End("2023-03-08"), Want("2023-03-08", InformationForm.Disc), Join("2023-03-08") })
        {
            Closed.When(act).ThenRefused(closed);
        }
    }

    private static Func<RequestState, Decision<RequestEvent>> Prove(string on) =>
        state => ReceiveIdentityProof.Decide(state, new(On(on), IdentityDocument.IdentityCard, Number: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> Appoint(string on) =>
        state => AppointAgent.Decide(state, new(On(on), AuthorisationOnFile: true, Name: null, Contact: null), Today);

    private static Func<RequestState, Decision<RequestEvent>> End(string on) => state => EndAgency.Decide(state, new(On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Want(string on, InformationForm form, Sealed<string>? delivery = null) =>
        state => ChangeWantedForm.Decide(state, new(On(on), form, delivery), Today);

    private static Func<RequestState, Decision<RequestEvent>> Join(string on, bool isAnother = false) =>
        state => JoinApplicant.Decide(state, new(On(on), ApplicantKind.CommercialEnterprise, Name: null, Contact: null, isAnother), Today);
}
