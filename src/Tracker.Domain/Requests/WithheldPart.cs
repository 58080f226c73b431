using System.Collections.Immutable;

namespace Tracker.Domain.Requests;

/// <summary>不予提供的部分 of a partial answer (art 37).</summary>
public sealed record WithheldPart(int Number, Ground Ground, DateOnly DecidedOn, Sealed<string>? Part, Sealed<string>? Reasons)
{
    /// <summary>Taken out again.</summary>
    public DateOnly? RemovedOn { get; init; }
}

/// <summary>The parts of one request, by number.</summary>
internal static class WithheldParts
{
    public static ImmutableArray<WithheldPart> Without(this ImmutableArray<WithheldPart> all, int number, DateOnly on) =>
        [.. all.Select(part => part.Number == number ? part with { RemovedOn = on } : part)];
}
