using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using static Tracker.Domain.Tests.Day;

namespace Tracker.Domain.Tests.LegalTime;

/// <summary>Something that may happen next.</summary>
/// <param name="Act">What.</param>
/// <param name="DaysLater">Days after the fact before it.</param>
/// <param name="Size">Working days, or days of a period.</param>
/// <param name="Lag">Days until somebody has the letter; none when that is not known.</param>
internal sealed record Step(int Act, int DaysLater, int Size, int? Lag);

/// <summary>
/// Lists of facts that can have happened, lawful or against the law, of every kind and in their order. What can follow what is kept
/// here, apart from the program.
/// </summary>
internal sealed class RandomFacts
{
    private readonly List<ClockFact> facts;
    private readonly List<string> asked = [];
    private bool noticeOpen;
    private bool feeOpen;
    private bool extended;
    private bool ended;
    private DateOnly last;

    private RandomFacts(ReceiptFact receipt)
    {
        facts = [receipt];
        var arrived = receipt.Dates.SignedForOn ?? receipt.Dates.MailRoomOn ?? receipt.Dates.ArrivedOn;
        last = arrived > receipt.On ? arrived.Value : receipt.On; // counted from its posting for want of a confirmation, a letter still has to arrive
    }

    public static Arbitrary<ImmutableArray<ClockFact>> Any { get; } = (
        from receipt in Receipts()
        from count in Gen.Choose(0, 14)
        from steps in Steps().ArrayOf(count)
        select Happening(receipt, steps)).ToArbitrary();

    public static ImmutableArray<ClockFact> Happening(ReceiptFact receipt, Step[] steps)
    {
        var course = new RandomFacts(receipt);
        foreach (var step in steps)
        {
            course.Take(step);
        }

        return [.. course.facts];
    }

    private static Gen<Step> Steps() =>
        from act in Gen.Choose(0, 19)
        from days in Gen.Frequency((2, Gen.Constant(0)), (8, Gen.Choose(1, 8)), (3, Gen.Choose(9, 45)))
        from size in Gen.Choose(1, 20)
        from lag in Gen.Frequency((1, Gen.Constant((int?)null)), (2, Gen.Choose(0, 12).Select(lag => (int?)lag)))
        select new Step(act, days, size, lag);

    private static Gen<ReceiptFact> Receipts() =>
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from filed in Gen.Frequency(
            (6, Gen.Choose(0, 7300).Select(On("2007-01-01").AddDays)),
            (2, Gen.Choose(0, 40).Select(On("2019-04-15").AddDays)),
            (2, Gen.Choose(0, 80).Select(On("2026-10-20").AddDays)))
        from later in Gen.Choose(0, 6).ArrayOf(3)
        from known in Gen.Elements(true, true, false).ArrayOf(4)
        from acknowledged in Gen.Elements(true, false)
        let first = filed.AddDays(later[0])
        let second = first.AddDays(later[1])
        let third = second.AddDays(later[2])
        select new ReceiptFact(channel, channel switch
        {
            Channel.InPerson => new(filed),
            Channel.SignedMail => new(
                filed, If(known[0], first), If(known[1], first), ArrivedOn: null, If(known[2], second), If(known[2] && known[3], third)),
            Channel.UnsignedMail => new(filed, ArrivedOn: If(known[0], first), ConfirmedOn: If(known[1], second)),
            Channel.Online or Channel.Fax or Channel.Email => new(filed, ConfirmedOn: If(known[0], first), AutoAcknowledged: acknowledged),
        });

    private static DateOnly? If(bool known, DateOnly day) => known ? day : null;

    private void Take(Step step)
    {
        var next = Next(step, last.AddDays(step.DaysLater));
        if (next is not null && ClockFacts.InOrder([.. facts, next])[^1] == next) // the facts of one day in their order
        {
            facts.Add(next);
            last = next.On;
            Note(next);
        }
    }

    private ClockFact? Next(Step step, DateOnly on)
    {
        DateOnly? later = step.Lag is { } lag ? on.AddDays(lag) : null;
        var opinion = asked.Count == 0 ? null : new ConsultationClosedFact(asked[step.Size % asked.Count], on);
        return step.Act switch
        {
            _ when ended => opinion, // comes too late
            < 3 => noticeOpen ? null : new SupplementNoticeFact(on, later),
            < 6 => noticeOpen ? new SupplementFact(on) : null,
            < 9 => new ConsultationOpenedFact($"{facts.Count}", (ConsultationKind)step.Act - 6, on, later),
            < 13 => opinion,
            < 15 => feeOpen ? null : new FeeNoticeFact(on, later),
            15 => feeOpen ? new FeePaidFact(on, Waived: step.Size % 4 == 0) : null,
            16 or 17 => extended ? null : new ExtensionFact(on, Math.Min(step.Size, facts[0].On < On("2019-05-15") ? 15 : 20), later),
            18 => new DelayFact(on, (Due() is { } due && due > on ? due : on).AddDays(step.Size)),
            _ => step.Size % 3 == 0 ? new EndFact(on, Withdrawn: step.Lag is null) : null,
        };
    }

    private DateOnly? Due() => new SlowClock([.. facts], PublishedHolidays.IsWorkingDay).DueOn;

    private void Note(ClockFact fact)
    {
        switch (fact)
        {
            case SupplementNoticeFact:
                noticeOpen = true;
                break;
            case SupplementFact:
                noticeOpen = extended = false;
                break;
            case ConsultationOpenedFact opened:
                asked.Add(opened.Id);
                break;
            case ConsultationClosedFact closed:
                asked.Remove(closed.Id);
                break;
            case FeeNoticeFact:
                feeOpen = true;
                break;
            case FeePaidFact:
                feeOpen = extended = false;
                break;
            case ExtensionFact:
                extended |= !noticeOpen && !feeOpen;
                break;
            case EndFact:
                ended = true;
                break;
        }
    }
}
