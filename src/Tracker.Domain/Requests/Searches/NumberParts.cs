using System.Collections.Immutable;

namespace Tracker.Domain.Requests.Searches;

/// <summary>How a part of a 登记编号 is looked for.</summary>
public static class NumberParts
{
    /// <summary>So many characters in a row are looked up at a time.</summary>
    private const int Longest = 3;

    /// <summary>What a number must hold in which this stands: each three characters in a row, or all of fewer.</summary>
    public static ImmutableArray<string> Of(string part)
    {
        var signs = part.EnumerateRunes().Select(sign => sign.ToString()).ToArray();
        return signs.Length <= Longest
            ? signs.Length == 0 ? [] : [part]
            : [.. Enumerable.Range(0, signs.Length - Longest + 1).Select(from => string.Concat(signs.AsSpan(from, Longest))).Distinct()];
    }

    /// <summary>The part as a pattern of SQL's LIKE.</summary>
    public static string Pattern(string part) => $"%{string.Concat(part.Select(Escaped))}%";

    /// <summary>A character that means itself.</summary>
    internal static string Escaped(char sign) => sign is '%' or '_' or '\\' ? $"\\{sign}" : $"{sign}";
}
