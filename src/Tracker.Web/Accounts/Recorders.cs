using System.Collections.Immutable;

namespace Tracker.Web.Accounts;

/// <summary>登记人: the names of those the book knows by their ids.</summary>
public sealed class Recorders(AccountStore accounts)
{
    private const string User = "user:";

    /// <summary>姓名 by what the book says; of a command on the terminal 系统, and of whom nobody knows nothing.</summary>
    public async Task<ImmutableDictionary<string, string>> NamesAsync(IEnumerable<string> userNames, CancellationToken cancellationToken)
    {
        var all = userNames.Distinct().ToList();
        var ids = all.Where(name => name.StartsWith(User, StringComparison.Ordinal)).ToDictionary(name => name, name => Guid.Parse(name[User.Length..]));
        var names = await accounts.NamesAsync(ids.Values, cancellationToken);
        return all.ToImmutableDictionary(name => name, name => ids.TryGetValue(name, out var id) ? names.GetValueOrDefault(id, "") : "系统");
    }
}
