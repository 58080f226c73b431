using Tracker.Domain.LegalTime;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>Which notice may be adopted, what cannot be meant in one, and when one is missing.</summary>
public class AdoptNoticeTests
{
    private static readonly HolidayNotice Next = new(
        2027, ["https://www.gov.cn/1"], [new(On("2026-12-31"), "元旦", Off: true), new(On("2027-01-01"), "元旦", Off: true), new(On("2027-01-02"), "元旦", Off: false)]);

    [Fact]
    public void Every_notice_that_came_with_the_program_could_be_adopted_in_its_turn()
    {
        var state = CalendarState.None;
        foreach (var notice in HolidayNotice.Embedded)
        {
            state = Evolve(state, AdoptNotice.Decide(state, new(notice)));
        }

        Assert.Equal(CalendarState.First.Notices.Keys, state.Notices.Keys);
        Assert.Empty(Assert.IsType<Accepted<CalendarEvent>>(AdoptFirstNotices.Decide(state)).Events);
        Assert.Equal(20, Assert.IsType<Accepted<CalendarEvent>>(AdoptFirstNotices.Decide(CalendarState.None)).Events.Length);
    }

    [Fact]
    public void The_prolonged_Spring_Festival_of_2020_replaces_the_notice_of_the_year_before()
    {
        var changed = HolidayNotice.Embedded.Single(notice => notice.Year == 2020);
        var original = new HolidayNotice(
            2020,
            [changed.Sources[0]],
            [.. changed.Days.Where(day => day.Date < On("2020-01-31") || day.Date > On("2020-02-03")), new(On("2020-02-01"), "春节", Off: false)]);
        var before = Evolve(Until(2019), new Accepted<CalendarEvent>([new HolidayNoticeAdopted(2020, original.Sources, original.Days)]));

        var after = Evolve(before, AdoptNotice.Decide(before, new(changed)));

        Assert.Equal(On("2020-02-12"), before.National().AddWorkingDays(On("2020-01-17"), 15));
        Assert.Equal(On("2020-02-14"), after.National().AddWorkingDays(On("2020-01-17"), 15)); // Friday the 31st off, Saturday no longer worked
        Assert.IsType<NoticeAlreadyAdopted>(Refusal(after, changed));
    }

    [Theory]
    [InlineData(2006, "before the calendar")]
    [InlineData(2028, "2027 is missing")]
    public void A_year_out_of_turn_is_refused(int year, string why)
    {
        var reason = Assert.IsType<NoticeYearOutOfTurn>(Refusal(CalendarState.First, new(year, Next.Sources, [new(new(year, 1, 1), "元旦", Off: true)])));
        Assert.Equal((2007, 2027), (reason.First, reason.Next));
        Assert.NotEmpty(why);
    }

    [Theory]
    [InlineData("2027-01-01 元旦 off", "2027-01-01 元旦 off", NoticeMistake.DayTwice)]
    [InlineData("2026-11-30 元旦 off", null, NoticeMistake.DayOfAnotherYear)]
    [InlineData("2028-01-01 元旦 off", null, NoticeMistake.DayOfAnotherYear)]
    [InlineData("2027-02-05 春节 worked", null, NoticeMistake.WeekdayWorked)]
    [InlineData("2027-02-05  off", null, NoticeMistake.NoName)]
    public void What_cannot_be_meant_is_named_with_its_day(string one, string? other, NoticeMistake mistake)
    {
        var notice = new HolidayNotice(2027, Next.Sources, [Read(one), .. other is null ? [] : new[] { Read(other) }]);

        var reason = Assert.IsType<NoticeFaulty>(Refusal(CalendarState.First, notice));

        Assert.Equal(new NoticeFault(mistake, other is null ? 0 : 1), Assert.Single(reason.Faults));
    }

    [Fact]
    public void Only_a_changed_notice_takes_a_day_off_back_by_naming_a_weekday_as_worked()
    {
        var notice = new HolidayNotice(2027, Next.Sources, [Read("2027-01-01 元旦 off"), Read("2027-02-05 春节 worked")]);

        Assert.IsType<NoticeFaulty>(Refusal(CalendarState.First, notice));
        Assert.IsType<Accepted<CalendarEvent>>(AdoptNotice.Decide(CalendarState.First, new(notice with { Sources = [.. notice.Sources, "https://www.gov.cn/2"] })));
    }

    [Fact]
    public void Weekend_days_off_alone_are_pointed_out_and_those_of_a_holiday_are_not()
    {
        Assert.Equal(
            [On("2015-09-27")], // 中秋节 on a Sunday
            HolidayNotice.Embedded.SelectMany(notice => NoticeFaults.IdleDays(notice).Select(place => notice.Days[place].Date)).Where(day => day.Year == 2015));
        Assert.Empty(NoticeFaults.IdleDays(Next));
    }

    [Fact]
    public void An_office_s_own_days_go_before_the_notices_and_must_change_something()
    {
        var own = new HolidayNotice(2026, ["样例"], [Read("2026-05-01 样例 worked"), Read("2026-05-18 县庆日 off")]);
        var state = Evolve(CalendarState.First, AdoptNotice.Decide(CalendarState.First, new(own, "a")));

        Assert.True(state.Of("a").IsWorkingDay(On("2026-05-01")));
        Assert.False(state.Of("a").IsWorkingDay(On("2026-05-18")));
        Assert.False(state.Of("b").IsWorkingDay(On("2026-05-01")));
        Assert.Equal(state.Of("b").ProvisionalFrom, state.Of("a").ProvisionalFrom);
        Assert.Equal("样例", state.Of("a").NoticeOf(On("2026-05-18"))!.Sources[0]);
        Assert.IsType<NoticeAlreadyAdopted>(Refusal(state, own, "a"));
        Assert.IsType<NoticeAlreadyAdopted>(Refusal(state, own with { Days = [] }, "b")); // there is nothing to take back
        Assert.IsType<NationalNoticeMissing>(Refusal(state, Next, "a"));
        Assert.Equal(
            new NoticeFault(NoticeMistake.NothingChanged, 0),
            Assert.Single(Assert.IsType<NoticeFaulty>(Refusal(state, own with { Days = [Read("2026-05-02 样例 off")] }, "b")).Faults));
    }

    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-01", 2027)]
    [InlineData("2028-12-01", 2027)]
    public void From_1_November_on_next_year_s_notice_is_missing(string today, int? missing)
    {
        Assert.Equal(missing, CalendarState.First.National().MissingNotice(On(today)));
        Assert.Null(Evolve(CalendarState.First, AdoptNotice.Decide(CalendarState.First, new(Next))).National().MissingNotice(On("2027-10-31")));
        Assert.Equal(2026, new WorkingCalendar([]).MissingNotice(On("2026-01-01")));
    }

    private static NoticeDay Read(string day) => new(On(day[..10]), day[11..day.LastIndexOf(' ')].Trim(), day.EndsWith("off", StringComparison.Ordinal));

    private static CalendarState Until(int year) => HolidayNotice.Embedded.Where(notice => notice.Year <= year)
        .Aggregate(CalendarState.None, (state, notice) => state.Evolve(new HolidayNoticeAdopted(notice.Year, notice.Sources, notice.Days)));

    private static CalendarState Evolve(CalendarState state, Decision<CalendarEvent> decision) =>
        Assert.IsType<Accepted<CalendarEvent>>(decision).Events.Aggregate(state, (before, happened) => before.Evolve(happened));

    private static CalendarRefusal Refusal(CalendarState state, HolidayNotice notice, string? office = null) =>
        Assert.IsAssignableFrom<CalendarRefusal>(Assert.IsType<Refused<CalendarEvent>>(AdoptNotice.Decide(state, new(notice, office))).Reason);
}
