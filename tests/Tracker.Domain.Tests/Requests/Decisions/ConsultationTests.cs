using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.LegalTime.ConsultationKind;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class ConsultationTests
{
    private static readonly RequestState Received = Events(HandedIn("2023-03-06"));
    private static readonly RequestState Waiting = Received.Evolve(Asked(1, ThirdParty, "2023-03-08"));

    [Fact]
    public void A_consultation_is_recorded_with_whom_when_and_what()
    {
        var (party, matter) = (Sealed.Text("样例乙"), Sealed.Text("是否同意公开"));

        Received.When(Ask(new(ThirdParty, On("2023-03-08"), On("2023-03-10"), null, false, party, matter)))
            .Then(new ConsultationOpened(1, ThirdParty, On("2023-03-08"), On("2023-03-10"), party, matter));
    }

    [Fact]
    public void Several_run_at_once_and_are_numbered() =>
        Waiting.When(Ask(CoAuthor, "2023-03-08")).Then(Asked(2, CoAuthor, "2023-03-08"));

    [Fact]
    public void The_applicant_told_at_once_is_a_fact_of_its_own() =>
        Received.When(Ask(new(OtherAgency, On("2023-03-08"), null, On("2023-03-09"), false, null, null)))
            .Then(Asked(1, OtherAgency, "2023-03-08"), new ApplicantToldOfConsultation(1, On("2023-03-09")));

    [Fact]
    public void One_of_the_same_kind_and_day_is_refused_unless_it_is_another_party()
    {
        Waiting.When(Ask(ThirdParty, "2023-03-08")).ThenRefused(new ConsultationAlreadyOpened(ThirdParty, On("2023-03-08")));
        Waiting.When(Ask(new(ThirdParty, On("2023-03-08"), null, null, IsAnotherParty: true, null, null))).Then(Asked(2, ThirdParty, "2023-03-08"));
    }

    [Fact]
    public void It_may_be_entered_after_a_later_step_and_lie_before_it() =>
        Events(HandedIn("2023-03-06"), Extension("2023-03-20", 10)).When(Ask(ThirdParty, "2023-03-08")).Then(Asked(1, ThirdParty, "2023-03-08"));

    [Fact]
    public void It_is_not_sent_before_the_receipt_nor_tomorrow()
    {
        Received.When(Ask(ThirdParty, "2023-03-03")).ThenRefused(new BeforeAnEarlierStep(FactDate.Consultation, On("2023-03-03"), On("2023-03-06")));
        Received.When(Ask(ThirdParty, "2023-06-02")).ThenRefused(new InTheFuture(FactDate.Consultation, On("2023-06-02"), Today));
    }

    [Fact]
    public void The_party_does_not_have_it_before_it_was_sent_and_the_applicant_is_not_told_before()
    {
        Received.When(Ask(new(ThirdParty, On("2023-03-08"), On("2023-03-07"), null, false, null, null)))
            .ThenRefused(new BeforeTheConsultation(FactDate.ConsultationService, On("2023-03-07"), On("2023-03-08")));
        Received.When(Ask(new(ThirdParty, On("2023-03-08"), null, On("2023-03-07"), false, null, null)))
            .ThenRefused(new BeforeTheConsultation(FactDate.ConsultationNotice, On("2023-03-07"), On("2023-03-08")));
    }

    [Fact]
    public void Nobody_is_asked_about_an_unknown_or_a_closed_request()
    {
        Nothing.When(Ask(ThirdParty, "2023-03-08")).ThenRefused(new NotRegistered());
        Received.Evolve(Answer("2023-03-07")).When(Ask(ThirdParty, "2023-03-08"))
            .ThenRefused(new AlreadyClosed(Grounds.Find("disclosed")!, On("2023-03-07")));
    }

    [Fact]
    public void The_day_the_party_had_it_is_recorded_once()
    {
        Waiting.When(Serve(1, "2023-03-10")).Then(new ConsultationServed(1, On("2023-03-10")));
        Waiting.Evolve(new ConsultationServed(1, On("2023-03-10"))).When(Serve(1, "2023-03-10")).ThenRefused(new ConsultationAlreadyServed(On("2023-03-10")));
        Waiting.When(Serve(1, "2023-03-07")).ThenRefused(new BeforeTheConsultation(FactDate.ConsultationService, On("2023-03-07"), On("2023-03-08")));
        Waiting.When(Serve(2, "2023-03-10")).ThenRefused(new NoSuchConsultation(2));
    }

    [Fact]
    public void An_opinion_is_recorded_once_and_not_before_the_party_had_the_letter()
    {
        var text = Sealed.Text("涉及商业秘密");
        Waiting.When(Opine(new(1, On("2023-03-15"), Opinion.Objects, text))).Then(new ConsultationAnswered(1, On("2023-03-15"), Opinion.Objects, text));
        Waiting.Evolve(Opined(1, "2023-03-15")).When(Opine(new(1, On("2023-03-16"), Opinion.Consents, null)))
            .ThenRefused(new ConsultationAlreadyClosed(On("2023-03-15")));
        Waiting.Evolve(new ConsultationServed(1, On("2023-03-10"))).When(Opine(new(1, On("2023-03-09"), Opinion.Consents, null)))
            .ThenRefused(new BeforeAnEarlierStep(FactDate.Opinion, On("2023-03-09"), On("2023-03-10")));
    }

    [Fact]
    public void An_opinion_of_an_earlier_day_is_recorded_after_that_of_a_later_one() =>
        Waiting.Evolve(Asked(2, CoAuthor, "2023-03-08")).Evolve(Opined(2, "2023-03-17"))
            .When(Opine(new(1, On("2023-03-15"), Opinion.Consents, null)))
            .Then(Opined(1, "2023-03-15"));

    [Theory] // sent 2023-03-08: the 15th working day is Wednesday 29 March
    [InlineData("2023-03-29", false)]
    [InlineData("2023-03-30", true)]
    public void It_lapses_from_the_day_after_the_fifteenth_working_day(string on, bool lapses)
    {
        var act = Waiting.When(Lapse(1, on));
        if (lapses)
        {
            act.Then(new ConsultationLapsed(1, On(on)));
        }
        else
        {
            act.ThenRefused(new OpinionStillAwaited(On("2023-03-29")));
        }
    }

    [Fact]
    public void The_fifteen_days_count_from_the_day_the_party_had_it() =>
        Waiting.Evolve(new ConsultationServed(1, On("2023-03-13"))).When(Lapse(1, "2023-04-03")).ThenRefused(new OpinionStillAwaited(On("2023-04-03")));

    [Fact]
    public void Another_agency_has_no_term_to_lapse() =>
        Received.Evolve(Asked(1, OtherAgency, "2023-03-08")).When(Lapse(1, "2023-05-31")).ThenRefused(new NoTermToLapse());

    [Fact]
    public void A_lapse_is_proposed_from_the_day_on_which_it_can_be_established()
    {
        Assert.Empty(Proposals.Of(Waiting, WorkingCalendar.Embedded, On("2023-03-29")));
        Assert.Equal([new LapseOfConsultation(1, On("2023-03-29"))], Proposals.Of(Waiting, WorkingCalendar.Embedded, On("2023-03-30")));
        Assert.Empty(Proposals.Of(Waiting.Evolve(new ConsultationLapsed(1, On("2023-03-30"))), WorkingCalendar.Embedded, On("2023-03-30")));
    }

    [Fact]
    public void The_applicant_is_told_once_not_before_the_sending_and_also_after_the_opinion()
    {
        Waiting.Evolve(Opined(1, "2023-03-15")).When(Tell(1, "2023-03-16")).Then(new ApplicantToldOfConsultation(1, On("2023-03-16")));
        Waiting.When(Tell(1, "2023-03-07")).ThenRefused(new BeforeTheConsultation(FactDate.ConsultationNotice, On("2023-03-07"), On("2023-03-08")));
        Waiting.Evolve(new ApplicantToldOfConsultation(1, On("2023-03-09"))).When(Tell(1, "2023-03-10"))
            .ThenRefused(new ApplicantAlreadyToldOfConsultation(On("2023-03-09")));
    }

    private static Func<RequestState, Decision<RequestEvent>> Ask(ConsultationKind kind, string on) =>
        Ask(new OpenConsultation(kind, On(on), null, null, IsAnotherParty: false, null, null));

    private static Func<RequestState, Decision<RequestEvent>> Ask(OpenConsultation command) => state => OpenConsultation.Decide(state, command, Today);

    private static Func<RequestState, Decision<RequestEvent>> Serve(int number, string on) => state => ServeConsultation.Decide(state, new(number, On(on)), Today);

    private static Func<RequestState, Decision<RequestEvent>> Opine(ReceiveOpinion command) => state => ReceiveOpinion.Decide(state, command, Today);

    private static Func<RequestState, Decision<RequestEvent>> Lapse(int number, string on) =>
        state => LetConsultationLapse.Decide(state, new(number, On(on)), WorkingCalendar.Embedded, Today);

    private static Func<RequestState, Decision<RequestEvent>> Tell(int number, string on) =>
        state => TellApplicantOfConsultation.Decide(state, new(number, On(on)), Today);
}
