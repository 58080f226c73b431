using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.LegalTime.ConsultationKind;
using static Tracker.Domain.Tests.Day;
using static Tracker.Domain.Tests.Requests.Given;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>What the book's consultations come to: received Monday 2023-03-06, due 2023-04-03 where nobody is asked.</summary>
public class BookedConsultationTests
{
    [Fact] // as DatedConsultationTests counts it: A silent to 29 March
    public void An_open_one_is_taken_to_its_fifteenth_working_day_and_lapsing_changes_nothing()
    {
        Assert.Equal(On("2023-04-24"), Due(Asked(1, ThirdParty, "2023-03-08")));
        Assert.Equal(On("2023-04-24"), Due(Asked(1, ThirdParty, "2023-03-08"), new ConsultationLapsed(1, On("2023-03-30"))));
        Assert.Equal(On("2023-04-24"), Due(Asked(1, ThirdParty, "2023-03-08"), new ConsultationLapsed(1, On("2023-04-10"))));
    }

    [Fact] // received on 13 March: the 15th working day is 3 April
    public void The_day_the_party_had_it_moves_the_due_date_when_it_becomes_known() => Assert.Equal(
        On("2023-04-27"), Due(Asked(1, ThirdParty, "2023-03-08"), new ConsultationServed(1, On("2023-03-13"))));

    [Fact] // 9 to 15 March once: 5 working days after 3 April, with 5 April off
    public void Two_of_one_day_are_left_out_once_whatever_was_entered_first() => Assert.Equal(
        On("2023-04-11"),
        Due(Asked(1, ThirdParty, "2023-03-08"), Asked(2, CoAuthor, "2023-03-08"), Opined(2, "2023-03-15"), Opined(1, "2023-03-13")));

    [Fact]
    public void One_entered_late_has_its_effect_from_the_day_it_was_sent() => Assert.Equal(
        On("2023-04-18"), Due(Notice("2023-03-10"), Supplement("2023-03-15"), Asked(1, ThirdParty, "2023-03-08"), Opined(1, "2023-03-20")));

    [Fact]
    public void While_another_agency_is_asked_there_is_no_due_date_but_days_left()
    {
        var reading = RequestClock.Read(Events(HandedIn("2023-03-06"), Asked(1, OtherAgency, "2023-03-08")), WorkingCalendar.Embedded);

        Assert.Equal((ClockState.ConsultingOtherAgency, null), (reading.State, reading.DueOn));
        Assert.Equal(18, reading.WorkingDaysLeft(On("2023-03-31")));
    }

    private static DateOnly? Due(params RequestEvent[] events) =>
        RequestClock.Read(Events([HandedIn("2023-03-06"), .. events]), WorkingCalendar.Embedded).DueOn;
}
