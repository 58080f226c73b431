using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Web.Wording;

/// <summary>Words about 证件号码. Everywhere but on the one page that is audited they are masked.</summary>
public static class IdentityWords
{
    public const string Erased = "已依法删除";

    /// <summary>A number as it is shown; none: its key was destroyed.</summary>
    public static string Masked(string? number) => number is null ? Erased : Masks.IdentityNumber(number);

    /// <summary>2026年3月9日收到居民身份证</summary>
    public static string Of(IdentityProofReceived proof) => $"{Words.Day(proof.ReceivedOn)}收到{Words.Of(proof.Document)}";

    /// <summary>Every number of a request, and whence it is.</summary>
    public static IEnumerable<(string From, Sealed<string> Number)> NumbersOf(RequestState state)
    {
        if (state.Registration?.IdentityNumber is { } registered)
        {
            yield return ("登记时填写", registered);
        }

        foreach (var proof in state.IdentityProofs)
        {
            if (proof.Number is { } number)
            {
                yield return (Of(proof), number);
            }
        }
    }
}
