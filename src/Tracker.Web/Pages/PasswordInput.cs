using System.ComponentModel.DataAnnotations;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>A new password beside the one there is.</summary>
public sealed class PasswordInput
{
    /// <summary>So long that nobody meets it, and short enough to be checked.</summary>
    public const int Longest = 128;

    public static string Rule { get; } = $"至少 {AccountWiring.ShortestPassword} 个字符，长短比花样重要。";

    [DataType(DataType.Password)]
    [Required(ErrorMessage = "请填写现在的密码。")]
    [StringLength(Longest, ErrorMessage = "密码太长。")]
    public string? Current { get; set; }

    [DataType(DataType.Password)]
    [Required(ErrorMessage = "请填写新密码。")]
    [StringLength(Longest, ErrorMessage = "密码太长。")]
    public string? New { get; set; }

    [Required(ErrorMessage = "请再填一次新密码。")]
    [Compare(nameof(New), ErrorMessage = "两次填写的新密码不一样。")]
    public string? Again { get; set; }
}
