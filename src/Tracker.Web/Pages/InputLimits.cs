namespace Tracker.Web.Pages;

/// <summary>How long a text may be.</summary>
internal static class InputLimits
{
    public const int Name = 200;
    public const int Contact = 500;
    public const int Text = 20_000;
    public const int DocumentNumber = 100;
    public const int Notice = 100_000;

    public const string NameTooLong = "不能超过 200 个字。";
    public const string ContactTooLong = "不能超过 500 个字。";
    public const string TextTooLong = "不能超过 20000 个字。";
    public const string DocumentNumberTooLong = "不能超过 100 个字。";
    public const string NoticeTooLong = "不能超过 100000 个字。";
}
