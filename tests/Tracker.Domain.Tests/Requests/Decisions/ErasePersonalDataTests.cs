using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.Requests.Decisions;

public class ErasePersonalDataTests
{
    [Fact]
    public void Of_an_answered_request_it_is_erased() =>
        Events(HandedIn("2022-12-20"), Answer("2023-01-04")).When(Erase("2026-03-02")).Then(new PersonalDataErased(On("2026-03-02")));

    [Fact]
    public void Of_a_withdrawn_request_it_is_erased() =>
        Events(HandedIn("2022-12-20"), Withdrawal("2022-12-31")).When(Erase("2026-03-02")).Then(new PersonalDataErased(On("2026-03-02")));

    [Fact]
    public void While_a_request_is_open_its_purpose_is_not_achieved() =>
        Events(HandedIn("2022-12-20")).When(Erase("2026-03-02")).ThenRefused(new StillOpen());

    [Fact]
    public void A_second_time_it_is_refused_with_the_day_of_the_first() =>
        Events(HandedIn("2022-12-20"), Answer("2023-01-04"), new PersonalDataErased(On("2026-03-01")))
            .When(Erase("2026-03-02"))
            .ThenRefused(new PersonalDataAlreadyErased(On("2026-03-01")));

    [Fact]
    public void Of_a_request_that_is_not_there_nothing_is_erased() =>
        Events().When(Erase("2026-03-02")).ThenRefused(new NotRegistered());

    [Fact]
    public void Neither_the_result_nor_the_last_step_changes_by_it()
    {
        var before = Events(HandedIn("2022-12-20"), Answer("2023-01-04"));
        var after = before.Evolve(new PersonalDataErased(On("2026-03-02")));

        Assert.Equal((before.Result, before.LastFactOn), (after.Result, after.LastFactOn));
    }

    private static Func<RequestState, Decision<RequestEvent>> Erase(string on) =>
        state => ErasePersonalData.Decide(state, new(On(on)));
}
