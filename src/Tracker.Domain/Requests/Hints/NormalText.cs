using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tracker.Domain.Requests.Hints;

/// <summary>
/// A text as it is compared: full-width and other compatibility characters as the plain ones they stand for (NFKC, character by
/// character), small letters, and neither white space nor punctuation. Without the system's own tables of characters .NET normalises
/// nothing, so those of the scripts a request is written in came with this program.
/// </summary>
public static class NormalText
{
    private static readonly FrozenDictionary<int, string> Plain = Read();

    /// <summary>Empty if nothing is left of it.</summary>
    public static string Of(string? text)
    {
        var normal = new StringBuilder(text?.Length ?? 0);
        foreach (var sign in (text ?? "").EnumerateRunes())
        {
            if (Plain.TryGetValue(sign.Value, out var plain))
            {
                foreach (var each in plain.EnumerateRunes())
                {
                    Add(normal, each);
                }
            }
            else
            {
                Add(normal, sign);
            }
        }

        return normal.ToString();
    }

    /// <summary>字对: each two characters that follow one another, each pair once; of a single character itself alone.</summary>
    /// <param name="normal">What <see cref="Of"/> answered.</param>
    public static IReadOnlySet<(int First, int Second)> Pairs(string normal)
    {
        var pairs = new HashSet<(int, int)>();
        var before = 0;
        foreach (var sign in normal.EnumerateRunes())
        {
            if (before != 0)
            {
                pairs.Add((before, sign.Value));
            }

            before = sign.Value;
        }

        if (pairs.Count == 0 && before != 0)
        {
            pairs.Add((before, 0));
        }

        return pairs;
    }

    private static void Add(StringBuilder normal, Rune sign)
    {
        if (IsCompared(sign))
        {
            normal.Append(Rune.ToLowerInvariant(sign).ToString());
        }
    }

    private static bool IsCompared(Rune sign) => !Rune.IsWhiteSpace(sign) && !Rune.IsPunctuation(sign) && !Rune.IsControl(sign)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned);

    /// <summary>Lines of a character, or a first and a last one, and what it stands for; of several each the one after.</summary>
    private static FrozenDictionary<int, string> Read()
    {
        using var reader = new StreamReader(typeof(NormalText).Assembly.GetManifestResourceStream("compatibility.txt")!);
        var plain = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var ends = words[0].Split('-').Select(Number).ToArray();
            var stands = words[1..].Select(Number).ToArray();
            for (var sign = ends[0]; sign <= ends[^1]; sign++)
            {
                plain.Add(sign, string.Concat(stands.Select(first => new Rune(first + sign - ends[0]).ToString())));
            }
        }

        return plain.ToFrozenDictionary();
    }

    private static int Number(string word) => int.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
