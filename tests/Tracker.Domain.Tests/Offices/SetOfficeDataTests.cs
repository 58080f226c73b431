using Tracker.Domain.Offices;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.Offices;

public class SetOfficeDataTests
{
    private static readonly OfficeState Open = OfficeState.None.Evolve(new OfficeOpened("a", "甲局", On("2023-01-03")));

    [Fact]
    public void A_name_begins_on_a_day_from_the_last_one_s_to_today()
    {
        Rename(Open, "乙局", "2023-01-03").Then(new OfficeRenamed("乙局", On("2023-01-03")));
        Rename(Open, " 乙局 ", "2023-06-01").Then(new OfficeRenamed("乙局", Today));
        Rename(Open, "乙局", null).Then(new OfficeRenamed("乙局", Today));
        Rename(Open, "乙局", "2023-01-02").ThenRefused(new OfficeDayOutOfRange(On("2023-01-03"), Today));
        Rename(Open, "乙局", "2023-06-02").ThenRefused(new OfficeDayOutOfRange(On("2023-01-03"), Today));
        var renamed = Open.Evolve(new OfficeRenamed("乙局", On("2023-03-01")));
        Rename(renamed, "丙局", "2023-02-28").ThenRefused(new OfficeDayOutOfRange(On("2023-03-01"), Today));
        Rename(renamed, "丙局", "2023-03-01").Then(new OfficeRenamed("丙局", On("2023-03-01")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000")]
    [InlineData("乙\n局")]
    public void What_is_no_name_is_refused(string name) => Rename(Open, name, "2023-05-01").ThenRefused(new OfficeNameMissing());

    [Fact]
    public void An_earlier_name_is_kept_and_the_last_one_holds()
    {
        var renamed = Open.Evolve(new OfficeRenamed("乙局", On("2023-03-01")));

        Assert.Equal("乙局", renamed.Name);
        Assert.Equal([new OfficeName("甲局", On("2023-01-03")), new OfficeName("乙局", On("2023-03-01"))], renamed.Names);
        Assert.Equal("甲局", renamed.Opening!.Name);
    }

    [Fact]
    public void The_contact_is_recorded_as_a_whole_from_today_on_and_blank_parts_are_none()
    {
        var contact = new OfficeContactSet(Today, " 样例路1号 ", Telephone: "000-00000000", Hours: " ");
        var set = contact with { Address = "样例路1号", Hours = null };

        Set(Open, "甲局", contact).Then(set);
        Set(Open.Evolve(set), "乙局", contact with { Telephone = null }).Then(new OfficeRenamed("乙局", Today), set with { Telephone = null });
        Set(Open.Evolve(set with { SetOn = On("2023-02-01") }), "甲局", contact).ThenRefused(new OfficeDataUnchanged());
        Set(Open, "甲局", new(Today)).ThenRefused(new OfficeDataUnchanged());
        Set(Open.Evolve(set), "甲局", new(Today)).Then(new OfficeContactSet(Today));
    }

    [Fact]
    public void Nothing_is_recorded_of_an_office_that_was_not_opened() => Rename(OfficeState.None, "乙局", null).ThenRefused(new OfficeNotOpen());

    private static When<OfficeEvent> Rename(OfficeState state, string name, string? on) =>
        new(SetOfficeData.Decide(state, new(name, OnOrNone(on), new(Today)), Today));

    private static When<OfficeEvent> Set(OfficeState state, string name, OfficeContactSet contact) =>
        new(SetOfficeData.Decide(state, new(name, NamedOn: null, contact), Today));
}
