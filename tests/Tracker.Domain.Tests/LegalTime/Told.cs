using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>
/// The facts of a request as a lawyer would tell them, one after another: <c>2023-03-06 handed in; 2023-03-08 asks agency A</c>. They are
/// taken in the order told.
/// </summary>
internal static class Told
{
    public static ImmutableArray<ClockFact> Facts(string story) => [.. story.Split("; ").Select(part => Fact(On(part[..10]), part[11..]))];

    public static ClockReading Clock(string story) => RequestClock.Read(Facts(story), WorkingCalendar.Embedded);

    /// <summary>The due date; "none" while the clock stands still.</summary>
    public static void IsDue(string story, string due, string why)
    {
        var found = Clock(story).DueOn is { } on ? $"{on:yyyy-MM-dd}" : "none";
        Assert.True(found == due, $"{story}: due {found}, not {due}: {why}");
    }

    private static ClockFact Fact(DateOnly on, string told) => told.Split(", ") is [var what, .. var more]
        ? Fact(on, what, name => Detail(more, name))
        : throw new FormatException(told);

    private static ClockFact Fact(DateOnly on, string what, Func<string, DateOnly?> detail) => what.Split(' ') switch
    {
        ["handed", "in"] => new ReceiptFact(Channel.InPerson, new(on)),
        ["online"] => new ReceiptFact(Channel.Online, new(on, ConfirmedOn: detail("confirmed"))),
        ["online", "acknowledged"] => new ReceiptFact(Channel.Online, new(on, ConfirmedOn: detail("confirmed"), AutoAcknowledged: true)),
        ["fax"] => new ReceiptFact(Channel.Fax, new(on, ConfirmedOn: detail("confirmed"))),
        ["e-mail"] => new ReceiptFact(Channel.Email, new(on, ConfirmedOn: detail("confirmed"))),
        ["signed", "mail"] => new ReceiptFact(
            Channel.SignedMail,
            new(on, detail("mail room"), detail("signed for"), ArrivedOn: null, detail("reached the office"), detail("confirmed"))),
        ["unsigned", "mail"] => new ReceiptFact(Channel.UnsignedMail, new(on, ArrivedOn: detail("arrived"), ConfirmedOn: detail("confirmed"))),
        ["notice"] => new SupplementNoticeFact(on),
        ["notice", "until", var day] => new SupplementNoticeFact(on, On(day)),
        ["supplement"] => new SupplementFact(on),
        ["asks", "third", "party", var id] => new ConsultationOpenedFact(id, ConsultationKind.ThirdParty, on, detail("received")),
        ["asks", "co-author", var id] => new ConsultationOpenedFact(id, ConsultationKind.CoAuthor, on, detail("received")),
        ["asks", "agency", var id] => new ConsultationOpenedFact(id, ConsultationKind.OtherAgency, on, detail("received")),
        [var id, "answers"] => new ConsultationClosedFact(id, on),
        ["fee", "notice"] => new FeeNoticeFact(on, detail("received")),
        ["paid"] => new FeePaidFact(on),
        ["extended", var days] => new ExtensionFact(on, int.Parse(days, null), detail("told")),
        ["delayed", "to", var day] => new DelayFact(on, On(day)),
        ["answered"] => new EndFact(on),
        ["withdrawn"] => new EndFact(on, Withdrawn: true),
        _ => throw new FormatException(what),
    };

    private static DateOnly? Detail(string[] more, string name) =>
        Array.Find(more, part => part[..^11] == name) is { } told ? On(told[^10..]) : null;
}
