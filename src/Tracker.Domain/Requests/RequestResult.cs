using System.Collections.Immutable;

namespace Tracker.Domain.Requests;

/// <summary>How a request ended.</summary>
/// <param name="Ground">办理结果</param>
/// <param name="On">The day the answer left, or the request was withdrawn.</param>
/// <param name="DocumentNumber">答复文号</param>
/// <param name="Statement">What the answer states.</param>
public sealed record RequestResult(Ground Ground, DateOnly On, string? DocumentNumber, Sealed<string>? Statement)
{
    /// <summary>The answer it ended with; none if it ended without one.</summary>
    public IAnswer? Answer { get; init; }

    /// <summary>不予提供的部分, as they stood when it left.</summary>
    public ImmutableArray<WithheldPart> WithheldParts { get; init; } = [];
}
