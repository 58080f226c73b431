using System.Collections.Immutable;
using Tracker.Web.Accounts;

namespace Tracker.Web.Wording.Help;

/// <summary>帮助: one task on one page.</summary>
/// <param name="Key">The last part of its address.</param>
/// <param name="Title">The task.</param>
/// <param name="Summary">One sentence of what it is.</param>
public sealed record HelpTopic(string Key, string Title, string Summary)
{
    /// <summary>What one must be allowed to; none if everybody is.</summary>
    public Right? Needs { get; init; }

    /// <summary>怎么做, step by step.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What the clock does.</summary>
    public ImmutableArray<string> Clock { get; init; } = [];

    /// <summary>What the annual table counts.</summary>
    public ImmutableArray<string> Counted { get; init; } = [];

    /// <summary>依据, in our own words.</summary>
    public ImmutableArray<LawCited> Law { get; init; } = [];

    /// <summary>The keys of topics that are often wanted beside it.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];
}

/// <summary>What a provision says.</summary>
/// <param name="Source">条例第三十条, 国办函〔2020〕109号: the regulation is 《中华人民共和国政府信息公开条例》 of 2019.</param>
/// <param name="Says">In our own words, in short.</param>
public sealed record LawCited(string Source, string Says);
