using Tracker.ReadModels;

namespace Tracker.Web.Wording;

/// <summary>筛选条件 in words.</summary>
public static class FilterWords
{
    public const string Missing = "数据不完整的申请件";

    /// <summary>Each part that is given, and the filter without it.</summary>
    public static IEnumerable<(string Label, CaseFilter Without)> Of(CaseFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Number))
        {
            yield return ($"登记编号含“{filter.Number}”", filter with { Number = null });
        }

        if (filter.State is { } state)
        {
            yield return ($"状态：{Of(state)}", filter with { State = null });
        }

        if (filter.Due is { } due)
        {
            yield return ($"期限：{DeadlineWords.Of(due)}", filter with { Due = null });
        }

        if (filter.Waits is { } awaited)
        {
            yield return ($"等待：{WaitWords.Of(awaited)}", filter with { Waits = null });
        }

        if (filter.Idle is { } idle)
        {
            yield return ($"久未办理：{WaitWords.Of(idle)}", filter with { Idle = null });
        }

        if (filter.Ground is { } ground)
        {
            yield return ($"办理结果：{ground.Label}", filter with { Ground = null });
        }

        if (filter.Kind is { } kind)
        {
            yield return ($"申请人类别：{Words.Of(kind)}", filter with { Kind = null });
        }

        if (filter.Channel is { } channel)
        {
            yield return ($"申请方式：{Words.Of(channel)}", filter with { Channel = null });
        }

        if (filter.ReceivedIn is { } year)
        {
            yield return ($"收到年份：{year}", filter with { ReceivedIn = null });
        }

        if (filter.Unit is { } unit)
        {
            yield return ($"承办单位：{unit}", filter with { Unit = null });
        }

        if (filter.Missing)
        {
            yield return (Missing, filter with { Missing = false });
        }
    }

    /// <summary>An order somebody chose.</summary>
    public static string Of(CaseOrder order) => $"按{Of(order.By)}{(order.Down ? "从后到前" : "从前到后")}";

    public static string Of(CaseState state) => state switch
    {
        CaseState.Open => "在办",
        CaseState.Ended => "办结",
        CaseState.Voided => "作废",
    };

    /// <summary>What a heading says by which a list can be sorted.</summary>
    public static string Of(CaseSort sort) => sort switch
    {
        CaseSort.Number => "登记编号",
        CaseSort.Received => "收到之日",
        CaseSort.Due => "答复期限",
    };
}
