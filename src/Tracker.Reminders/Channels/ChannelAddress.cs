using System.Net;

namespace Tracker.Reminders.Channels;

/// <summary>Where a message may be sent to.</summary>
public static class ChannelAddress
{
    /// <summary>The address, if it is one of https, or of http on this very machine; none otherwise. No address may carry a user or a password.</summary>
    public static Uri? Allowed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { UserInfo.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address.Host)))
            ? address
            : null;

    /// <summary>Whether nothing sent there leaves the machine.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
