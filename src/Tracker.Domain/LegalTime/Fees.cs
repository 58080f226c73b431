using System.Collections.Immutable;

namespace Tracker.Domain.LegalTime;

/// <summary>计收方式. Its members' names are stored: retired, never renamed.</summary>
public enum FeeScale
{
    /// <summary>按件计收</summary>
    ByItem,

    /// <summary>按量计收</summary>
    ByPage,
}

/// <summary>A step of a scale: the units it covers, and what each costs.</summary>
/// <param name="From">Its first unit.</param>
/// <param name="To">The last unit charged by it.</param>
/// <param name="YuanEach">Yuan for each.</param>
public sealed record FeeStep(int From, int To, int YuanEach)
{
    public int Units => To - From + 1;

    public long Yuan => (long)Units * YuanEach;
}

/// <summary>收费账目: the steps used and their sum, in yuan.</summary>
public sealed record FeeAccount(ImmutableArray<FeeStep> Steps)
{
    public long Yuan => Steps.Sum(step => step.Yuan);
}

/// <summary>
/// 信息处理费 (国办函〔2020〕109号): one of two scales for a request, never both.
/// </summary>
public static class Fees
{
    /// <summary>More of them than anybody has asked for; a slip of the hand.</summary>
    public const int MostUnits = 100_000;

    private const int BlockOfItems = 10;

    /// <summary>What so many items or pages cost.</summary>
    public static FeeAccount Of(FeeScale scale, int count) => scale switch
    {
        FeeScale.ByItem => ByItem(count),
        FeeScale.ByPage => ByPage(count),
    };

    /// <summary>The last day to pay: the 20th working day after the applicant had the notice, itself included.</summary>
    public static DateOnly LastDayToPay(DateOnly receivedOn, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(receivedOn, AnswerTerm.PaymentWorkingDays);

    /// <summary>
    /// 按件计收: the requests of one applicant in one calendar month. 1 to 10 are free, 11 to 30 cost 100 yuan each; from 31 on each
    /// block of ten costs 100 yuan more per item than the block before (31 to 40: 200, 41 to 50: 300).
    /// </summary>
    public static FeeAccount ByItem(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        var steps = ImmutableArray.CreateBuilder<FeeStep>();
        Add(steps, items, 1, 10, 0);
        Add(steps, items, 11, 30, 100);
        for (var (from, yuan) = (31, 200); from <= items; (from, yuan) = (from + BlockOfItems, yuan + 100))
        {
            Add(steps, items, from, from + BlockOfItems - 1, yuan);
        }

        return new(steps.ToImmutable());
    }

    /// <summary>
    /// 按量计收: the A4 sides given for one request, only where copies are given. 1 to 30 are free, 31 to 100 cost 10 yuan each, 101 to
    /// 200 cost 20, from 201 on 40.
    /// </summary>
    public static FeeAccount ByPage(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        var steps = ImmutableArray.CreateBuilder<FeeStep>();
        Add(steps, pages, 1, 30, 0);
        Add(steps, pages, 31, 100, 10);
        Add(steps, pages, 101, 200, 20);
        Add(steps, pages, 201, int.MaxValue, 40);
        return new(steps.ToImmutable());
    }

    private static void Add(ImmutableArray<FeeStep>.Builder steps, int units, int from, int to, int yuanEach)
    {
        if (units >= from)
        {
            steps.Add(new(from, Math.Min(units, to), yuanEach));
        }
    }
}
