using System.Collections.Immutable;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>What can be done now: by whoever looks, and by whom else.</summary>
/// <param name="Allowed">What one of the account's roles opens.</param>
/// <param name="OfOthers">What none of them does.</param>
public sealed record ActsShown(ImmutableArray<CaseAct> Allowed, ImmutableArray<CaseAct> OfOthers)
{
    public static ActsShown Of(IEnumerable<CaseAct> acts, Account account, string office)
    {
        var all = acts.ToImmutableArray();
        return new(all.RemoveAll(act => !account.May(act.Right, office)), all.RemoveAll(act => account.May(act.Right, office)));
    }
}
