using System.Globalization;

namespace Tracker.Domain.Requests;

/// <summary>文件名 as it is kept: the name alone, never a way to a folder.</summary>
public static class DocumentNames
{
    /// <summary>The last part of what the browser sent, or why it cannot be the name of a document.</summary>
    public static (string Name, RequestRefusal? Refusal) Of(string? sent)
    {
        var name = (sent ?? "").AsSpan();
        name = name[(name.LastIndexOfAny('/', '\\') + 1)..].Trim();
        return name switch
        {
            { IsEmpty: true } => ("", new NoDocumentChosen()),
            { Length: > DocumentLimits.Name } => ("", new DocumentNameTooLong(DocumentLimits.Name)),
            _ when name is "." or ".." || !IsPlain(name) => ("", new DocumentNameNotValid()),
            _ => (name.ToString(), null),
        };
    }

    /// <summary>
    /// Only characters that stand where they are read: no control character, no line break, nothing invisible, and no mark that turns the
    /// direction of writing and lets <c>exe.pdf</c> be read for <c>fdp.exe</c>.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var sign in name.EnumerateRunes())
        {
            if (sign == System.Text.Rune.ReplacementChar || System.Text.Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }
}
