using System.Text;

namespace Tracker.Domain.Requests;

/// <summary>What of a number is shown to whoever need not know it.</summary>
public static class Masks
{
    private const int Shortest = 8;
    private const int ShownFirst = 3;
    private const int ShownLast = 2;

    /// <summary>＊ for each character that is hidden.</summary>
    private const char Hidden = '＊';

    /// <summary>
    /// 证件号码: the first three characters and the last two, of one that is long enough for the rest to matter (an identity card has 18, a
    /// passport 9); a shorter one is hidden as a whole.
    /// </summary>
    public static string IdentityNumber(string number)
    {
        var signs = number.EnumerateRunes().ToArray();
        if (signs.Length < Shortest)
        {
            return new string(Hidden, signs.Length);
        }

        var shown = new StringBuilder();
        for (var place = 0; place < signs.Length; place++)
        {
            var isShown = place < ShownFirst || place >= signs.Length - ShownLast;
            _ = isShown ? shown.Append(signs[place]) : shown.Append(Hidden);
        }

        return shown.ToString();
    }

    /// <summary>联系方式: nothing of it, for it is a name, a number or an address in any order; nor how long it is.</summary>
    public static string Contact => new(Hidden, 6);
}
