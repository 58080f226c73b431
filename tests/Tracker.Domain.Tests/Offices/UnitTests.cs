using Tracker.Domain.Offices;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class UnitTests
{
    private static readonly OfficeState Open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2023-01-03")));

    private static readonly OfficeState WithUnit = Open.Evolve(new UnitOpened("法规科", On("2023-02-01")));

    [Fact]
    public void A_unit_has_a_name_of_its_own_and_may_be_older_than_the_register()
    {
        OpenIt(Open, " 法规科 ", "1990-01-01").Then(new UnitOpened("法规科", On("1990-01-01")));
        OpenIt(Open, "法规科", "2023-06-02").ThenRefused(new OfficeDayOutOfRange(DateOnly.MinValue, Today));
        OpenIt(Open, " ", "2023-02-01").ThenRefused(new UnitNameMissing());
        OpenIt(Open, "法\n规", "2023-02-01").ThenRefused(new UnitNameMissing());
        OpenIt(Open, new('科', 51), "2023-02-01").ThenRefused(new UnitNameMissing());
        OpenIt(WithUnit, "法规科", "2023-03-01").ThenRefused(new UnitAlreadyOpen("法规科", On("2023-02-01")));
        OpenIt(OfficeState.None, "法规科", "2023-03-01").ThenRefused(new OfficeNotOpen());
    }

    [Fact]
    public void A_unit_is_closed_once_and_not_before_it_was_opened()
    {
        Close(WithUnit, 1, "2023-02-01").Then(new UnitClosed("法规科", On("2023-02-01")));
        Close(WithUnit, 1, "2023-01-31").ThenRefused(new OfficeDayOutOfRange(On("2023-02-01"), Today));
        Close(WithUnit, 1, "2023-06-02").ThenRefused(new OfficeDayOutOfRange(On("2023-02-01"), Today));
        Close(WithUnit, 2, "2023-03-01").ThenRefused(new UnitNotOpen());
        Close(WithUnit.Evolve(new UnitClosed("法规科", On("2023-03-01"))), 1, "2023-04-01").ThenRefused(new UnitNotOpen());
    }

    [Fact]
    public void A_name_may_come_back_after_its_unit_was_closed_and_both_are_kept()
    {
        var closed = WithUnit.Evolve(new UnitClosed("法规科", On("2023-03-01")));

        OpenIt(closed, "法规科", "2023-02-28").ThenRefused(new OfficeDayOutOfRange(On("2023-03-01"), Today));
        var again = closed.Evolve(new UnitOpened("法规科", On("2023-03-01"))).Evolve(new UnitClosed("法规科", On("2023-05-01")));
        Assert.Equal([On("2023-03-01"), On("2023-05-01")], again.Units.Select(unit => unit.ClosedOn!.Value));
        Assert.Empty(again.OpenUnits);
    }

    [Fact]
    public void There_are_at_most_200_at_a_time()
    {
        var full = Enumerable.Range(1, 200).Aggregate(Open, (state, number) => state.Evolve(new UnitOpened($"{number}科", On("2023-02-01"))));

        OpenIt(full, "法规科", "2023-03-01").ThenRefused(new TooManyUnits(200));
        OpenIt(full.Evolve(new UnitClosed("7科", On("2023-03-01"))), "法规科", "2023-03-01").Then(new UnitOpened("法规科", On("2023-03-01")));
    }

    private static When<OfficeEvent> OpenIt(OfficeState state, string name, string on) => new(OpenUnit.Decide(state, new(name, On(on)), Today));

    private static When<OfficeEvent> Close(OfficeState state, int number, string on) => new(CloseUnit.Decide(state, new(number, On(on)), Today));
}
