using System.Collections.Immutable;
using Tracker.Domain.Reminding;

namespace Tracker.Reminders;

/// <summary>As what somebody of an office can be told of a deadline.</summary>
public enum ReminderPost
{
    /// <summary>登记员</summary>
    Registrar,

    /// <summary>经办人</summary>
    Handler,

    /// <summary>科室负责人</summary>
    UnitHead,

    /// <summary>公开机构负责人</summary>
    OfficeHead,

    /// <summary>签发人</summary>
    Signatory,

    /// <summary>统计员</summary>
    Statistician,
}

/// <summary>Somebody who may sign in now.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="Posts">What the person is in the office.</param>
/// <param name="Units">所在科室; none stands for all of them.</param>
public sealed record ReminderPerson(Guid Account, ImmutableArray<ReminderPost> Posts, ImmutableArray<string> Units);

/// <summary>Who belongs to an office now.</summary>
public delegate Task<ImmutableArray<ReminderPerson>> ReadReminderPeople(string office, CancellationToken cancellationToken);

/// <summary>The one rule for who is told.</summary>
public static class Recipients
{
    /// <summary>
    /// Whom a step tells, each once and as the highest of what it tells them as. Where a level has nobody, the next above is told in its
    /// place, and where there is nobody above either, the next below: a deadline nobody hears of is the worst.
    /// </summary>
    /// <param name="matter">What is due.</param>
    /// <param name="levels">The step's levels, from the lowest on.</param>
    /// <param name="unit">The unit that holds the case; none if none does.</param>
    /// <param name="people">Everybody of the office.</param>
    public static ImmutableArray<(Guid Account, ReminderLevel Level)> Of(
        DueMatter matter, ImmutableArray<ReminderLevel> levels, string? unit, ImmutableArray<ReminderPerson> people)
    {
        var told = new Dictionary<Guid, ReminderLevel>();
        foreach (var level in levels)
        {
            foreach (var person in InPlaceOf(level).Select(stand => At(stand, matter, unit, people)).FirstOrDefault(found => !found.IsEmpty, []))
            {
                told[person] = level;
            }
        }

        return [.. told.Select(pair => (pair.Key, pair.Value))];
    }

    private static ImmutableArray<ReminderLevel> InPlaceOf(ReminderLevel level) => level switch
    {
        ReminderLevel.Handler => [ReminderLevel.Handler, ReminderLevel.UnitHead, ReminderLevel.OfficeHead],
        ReminderLevel.UnitHead => [ReminderLevel.UnitHead, ReminderLevel.OfficeHead, ReminderLevel.Handler],
        ReminderLevel.OfficeHead => [ReminderLevel.OfficeHead, ReminderLevel.UnitHead, ReminderLevel.Handler],
    };

    private static ImmutableArray<Guid> At(ReminderLevel level, DueMatter matter, string? unit, ImmutableArray<ReminderPerson> people)
    {
        var posts = Posts(level, matter);
        return [.. people.Where(person => person.Posts.Any(post => posts.Contains(post) && Concerns(post, person, unit))).Select(person => person.Account)];
    }

    /// <summary>Whoever has units is told of what these hold, as far as the post is one of a unit at all.</summary>
    private static bool Concerns(ReminderPost post, ReminderPerson person, string? unit) =>
        post is not (ReminderPost.Handler or ReminderPost.UnitHead) || person.Units.IsEmpty || (unit is not null && person.Units.Contains(unit));

    private static ImmutableArray<ReminderPost> Posts(ReminderLevel level, DueMatter matter) => level switch
    {
        ReminderLevel.UnitHead => [ReminderPost.UnitHead],
        ReminderLevel.OfficeHead => [ReminderPost.OfficeHead],
        ReminderLevel.Handler => matter switch
        {
            DueMatter.Answer or DueMatter.SupplementNotice or DueMatter.Supplement or DueMatter.Opinion or DueMatter.Payment or DueMatter.ExtensionNotice
                => [ReminderPost.Handler],
            DueMatter.ExtensionApproval or DueMatter.AnswerApproval => [ReminderPost.OfficeHead, ReminderPost.Signatory],
            DueMatter.Dispatch => [ReminderPost.Handler, ReminderPost.Registrar],
            DueMatter.CalendarNotice => [ReminderPost.OfficeHead],
            DueMatter.AnnualReport => [ReminderPost.Statistician],
        },
    };
}
