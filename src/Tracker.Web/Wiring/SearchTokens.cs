using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tracker.Domain.Requests.Searches;

namespace Tracker.Web.Wiring;

/// <summary>
/// What stands in an address for the words of a search: sealed, so that neither an address nor whoever keeps addresses knows them; good
/// for one account in one office, and for some hours.
/// </summary>
public sealed class SearchTokens(IDataProtectionProvider protection, LegalClock clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(4);

    /// <summary>No token is as long; a longer one is not even looked at.</summary>
    private const int Longest = 1000;

    public string For(string office, Guid account, SearchWords words) => Protector(office, account).Protect(
        string.Create(CultureInfo.InvariantCulture, $"{clock.Now.Add(Lasts).ToUnixTimeSeconds()}\n{words.Typed}"));

    /// <summary>The words; none if the token is too old, somebody else's, another office's or no token.</summary>
    public SearchWords? Read(string office, Guid account, string token)
    {
        if (token.Length > Longest)
        {
            return null;
        }

        try
        {
            var parts = Protector(office, account).Unprotect(token).Split('\n', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.Now.ToUnixTimeSeconds() ? SearchWords.Of(parts[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string office, Guid account) => protection.CreateProtector("register-search", office, $"{account}");
}
