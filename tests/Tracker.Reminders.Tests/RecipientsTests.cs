using System.Collections.Immutable;
using Tracker.Domain.Reminding;

namespace Tracker.Reminders.Tests;

public class RecipientsTests
{
    private static readonly ReminderPerson Handler = Person(1, [ReminderPost.Handler]);
    private static readonly ReminderPerson OfUnit = Person(2, [ReminderPost.Handler], "样例一科");
    private static readonly ReminderPerson UnitHead = Person(3, [ReminderPost.UnitHead], "样例一科");
    private static readonly ReminderPerson OfficeHead = Person(4, [ReminderPost.OfficeHead]);
    private static readonly ReminderPerson Registrar = Person(5, [ReminderPost.Registrar]);
    private static readonly ReminderPerson Signatory = Person(6, [ReminderPost.Signatory, ReminderPost.Handler], "样例二科");
    private static readonly ImmutableArray<ReminderPerson> Everybody = [Handler, OfUnit, UnitHead, OfficeHead, Registrar, Signatory];
    private static readonly ImmutableArray<ReminderLevel> All = [ReminderLevel.Handler, ReminderLevel.UnitHead, ReminderLevel.OfficeHead];

    [Fact]
    public void Whoever_has_units_is_told_of_what_these_hold_and_whoever_has_none_of_everything()
    {
        Assert.Equal([Handler, OfUnit], Told(DueMatter.Answer, "样例一科", Everybody, ReminderLevel.Handler));
        Assert.Equal([Handler, Signatory], Told(DueMatter.Answer, "样例二科", Everybody, ReminderLevel.Handler));
        Assert.Equal([Handler], Told(DueMatter.Answer, unit: null, Everybody, ReminderLevel.Handler));
    }

    [Fact]
    public void Each_matter_has_those_who_can_do_it()
    {
        Assert.Equal([OfficeHead, Signatory], Told(DueMatter.AnswerApproval, "样例一科", Everybody, ReminderLevel.Handler));
        Assert.Equal([Handler, OfUnit, Registrar], Told(DueMatter.Dispatch, "样例一科", Everybody, ReminderLevel.Handler));
        Assert.Equal([OfficeHead], Told(DueMatter.CalendarNotice, unit: null, Everybody, ReminderLevel.Handler));
        Assert.All(Enum.GetValues<DueMatter>(), matter => Assert.NotEmpty(Told(matter, "样例一科", Everybody, ReminderLevel.Handler)));
    }

    [Fact]
    public void Where_a_level_has_nobody_the_next_is_told_and_at_last_whoever_is_there()
    {
        Assert.Equal([UnitHead], Told(DueMatter.Answer, "样例一科", [UnitHead, OfficeHead], ReminderLevel.Handler));
        Assert.Equal([OfficeHead], Told(DueMatter.Answer, unit: null, [UnitHead, OfficeHead], ReminderLevel.Handler)); // the unit's head is another's
        Assert.Equal([Handler], Told(DueMatter.Answer, unit: null, [Handler], ReminderLevel.OfficeHead));
        Assert.Empty(Told(DueMatter.Answer, unit: null, [], ReminderLevel.OfficeHead));
    }

    [Fact]
    public void Nobody_is_told_twice_and_each_as_the_highest()
    {
        var told = Recipients.Of(DueMatter.AnswerApproval, All, "样例一科", Everybody);

        Assert.Equal(
            [(UnitHead.Account, ReminderLevel.UnitHead), (OfficeHead.Account, ReminderLevel.OfficeHead), (Signatory.Account, ReminderLevel.Handler)],
            told.OrderBy(pair => pair.Account));
    }

    private static IEnumerable<ReminderPerson> Told(DueMatter matter, string? unit, ImmutableArray<ReminderPerson> people, ReminderLevel level) =>
        Recipients.Of(matter, [level], unit, people).Select(told => people.Single(person => person.Account == told.Account)).OrderBy(person => person.Account);

    private static ReminderPerson Person(int number, ImmutableArray<ReminderPost> posts, params string[] units) =>
        new(new Guid($"00000000-0000-7000-8000-{number:D12}"), posts, [.. units]);
}
