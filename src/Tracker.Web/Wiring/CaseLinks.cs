using System.Collections.Immutable;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Wiring;

/// <summary>关联申请: both requests say so, or neither does.</summary>
public sealed class CaseLinks(RequestPairs pairs, RequestStore requests, CaseList cases)
{
    /// <summary>The one case a person named, by its number or by the last part of its address; or the sentence why there is none.</summary>
    public async Task<(OtherCase? Found, string? WhyNot)> FindAsync(string office, string named, CancellationToken cancellationToken)
    {
        var found = await cases.IdsByNumberAsync(office, named, cancellationToken);
        if (found.IsEmpty && Guid.TryParse(named, out var id))
        {
            found = [id];
        }

        if (found is not [var only])
        {
            return (null, WhyNot(found));
        }

        var registration = (await requests.LoadAsync(new StreamKey(office, only), cancellationToken)).State.Registration;
        return registration is null ? (null, WhyNot([])) : (new(only, registration.Number), null);
    }

    /// <param name="own">The request it is done from.</param>
    /// <param name="seenVersion">As the person saw it.</param>
    /// <param name="command">The link as that request names it.</param>
    /// <param name="act">Whose act.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="cancellationToken">Ends it before it is done.</param>
    public Task<PairChange> LinkAsync(
        OtherCase own, long seenVersion, LinkCase command, Act act, DateOnly today, CancellationToken cancellationToken) => pairs.ChangeAsync(
            own.Id,
            seenVersion,
            command.Other.Id,
            act,
            state => LinkCase.Decide(state, command, today),
            state => LinkCase.Decide(state, command with { Own = command.Other.Id, Other = own }, today),
            cancellationToken);

    /// <inheritdoc cref="LinkAsync"/>
    public Task<PairChange> UnlinkAsync(
        OtherCase own, long seenVersion, UnlinkCase command, Act act, DateOnly today, CancellationToken cancellationToken) => pairs.ChangeAsync(
            own.Id,
            seenVersion,
            command.Other.Id,
            act,
            state => UnlinkCase.Decide(state, command, today),
            state => UnlinkCase.Decide(state, command with { Other = own }, today),
            cancellationToken,
            alone: true);

    private static string WhyNot(ImmutableArray<Guid> found) => found.IsEmpty
        ? "没有这个登记编号的申请。"
        : $"有 {found.Length} 件申请用这个登记编号，请改填其中一件的标识：{string.Join("、", found)}。";
}
