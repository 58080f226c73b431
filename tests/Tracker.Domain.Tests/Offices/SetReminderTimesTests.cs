using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class SetReminderTimesTests
{
    private static readonly DateOnly Today = On("2026-03-10");
    private static readonly OfficeState Open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2021-01-03")));

    [Fact]
    public void They_are_the_usual_ones_until_an_office_sets_its_own_for_a_matter()
    {
        Assert.True(ReminderTimes.Usual.SameAs(Open.TimesOf(DueMatter.Answer)));

        var set = Set(Open, [0, 10, 3, 3], each: false, unit: 3, head: 0);

        var fact = Assert.IsType<ReminderTimesSet>(Assert.Single(Assert.IsType<Accepted<OfficeEvent>>(set).Events));
        Assert.Equal([10, 3, 0], fact.Before);
        Assert.Equal((DueMatter.Answer, false, Today, 3, 0), (fact.Matter, fact.EachDayAfter, fact.SetOn, fact.UnitHeadFrom, fact.OfficeHeadFrom));
        var after = Open.Evolve(fact);
        Assert.True(after.TimesOf(DueMatter.Answer).SameAs(new([10, 3, 0], EachDayAfter: false, 3, 0)));
        Assert.True(ReminderTimes.Usual.SameAs(after.TimesOf(DueMatter.Payment)));
        Assert.False(after.TimesOf(DueMatter.SupplementNotice).EachDayAfter);
        Assert.Equal(new OfficeDataUnchanged(), Refusal(Set(after, [10, 3, 0], each: false, unit: 3, head: 0)));
    }

    [Theory]
    [InlineData(new[] { 31 }, true, 2, 0, typeof(ReminderStepsNotValid))]
    [InlineData(new[] { -1 }, true, 2, 0, typeof(ReminderStepsNotValid))]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, true, 2, 0, typeof(ReminderStepsNotValid))]
    [InlineData(new int[0], false, 2, 0, typeof(NobodyReminded))]
    [InlineData(new[] { 5 }, true, 0, 2, typeof(EscalationNotValid))]
    [InlineData(new[] { 5 }, true, 31, 0, typeof(EscalationNotValid))]
    [InlineData(new[] { 5 }, true, null, -31, typeof(EscalationNotValid))]
    [InlineData(new[] { 5 }, false, -3, -5, typeof(EscalationNeverReached))]
    [InlineData(new[] { 2 }, false, 2, 0, typeof(EscalationNeverReached))]
    [InlineData(new[] { 0, 2, 5 }, true, 2, 0, typeof(OfficeDataUnchanged))]
    public void What_cannot_be_is_refused(int[] before, bool each, int? unit, int? head, Type reason) =>
        Assert.IsType(reason, Refusal(Set(Open, before, each, unit, head)));

    [Fact]
    public void Before_the_office_is_open_nothing_is_set()
    {
        Assert.Equal(new OfficeNotOpen(), Refusal(Set(OfficeState.None, [5], each: true, unit: null, head: null)));
        Assert.Equal(new OfficeNotOpen(), Refusal(SetOfficeNature.Decide(OfficeState.None, new(OfficeNature.Government), Today)));
    }

    [Fact]
    public void On_its_nature_depends_by_when_an_office_reports()
    {
        Assert.Equal(new OfficeDataUnchanged(), Refusal(SetOfficeNature.Decide(Open, new(OfficeNature.Department), Today)));
        var set = Assert.IsType<Accepted<OfficeEvent>>(SetOfficeNature.Decide(Open, new(OfficeNature.Government), Today));
        Assert.Equal([new OfficeNatureSet(OfficeNature.Government, Today)], set.Events);

        Assert.Equal(On("2026-01-31"), AnnualReportTerm.DueOn(2025, Open.Nature));
        Assert.Equal(On("2026-03-31"), AnnualReportTerm.DueOn(2025, Open.Evolve(set.Events[0]).Nature));
    }

    private static Decision<OfficeEvent> Set(OfficeState state, int[] before, bool each, int? unit, int? head) =>
        SetReminderTimes.Decide(state, new(DueMatter.Answer, new([.. before], each, unit, head)), Today);

    private static Refusal Refusal(Decision<OfficeEvent> decision) => Assert.IsType<Refused<OfficeEvent>>(decision).Reason;
}
