namespace Tracker.Domain.Offices;

/// <summary>
/// 机关代码: the opaque name of an office in the book, for ever. The office's own name is a dated fact and may change; the code
/// never does.
/// </summary>
public static class OfficeCode
{
    public const string Rule = "1 至 64 个字母、数字、短横线或下划线，以字母或数字开头";

    public static bool IsValid(string? code) =>
        code is { Length: >= 1 and <= 64 }
        && char.IsAsciiLetterOrDigit(code[0])
        && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
