using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore;
using Tracker.EventStore.Indexing;

namespace Tracker.ReadModels;

/// <summary>
/// Finds what <see cref="CaseHints"/> asks: other requests of the same office that may be of the same applicant or ask for the same, by
/// their hashes, each opened before anything is said of it.
/// </summary>
public sealed class CaseHintReader(Book book, CaseLookup lookup)
{
    private const string OfMonth =
        "select id from case_rows where tenant_id = $1 and id = any($2) and not voided and received_on >= $3 and received_on < $4";

    /// <summary>The hints of so many requests are kept.</summary>
    private const int Kept = 256;

    private readonly UntilWritten<Hinted> before = new(Kept);

    /// <param name="key">The request.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="open">Opens its sealed texts.</param>
    /// <param name="today">Nobody is born after it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<CaseHint>> ReadAsync(
        StreamKey key, RequestState state, Func<Sealed<string>?, string?> open, DateOnly today, CancellationToken cancellationToken)
    {
        var own = Known(key, state, open);
        return own.Counts ? await ReadAsync(key, own, Doubts(state, open, today), cancellationToken) : [];
    }

    /// <summary>The same of a request that stands in the book, and is looked at again and again.</summary>
    /// <param name="key">The request.</param>
    /// <param name="version">The version of it that <paramref name="state"/> is of.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="open">Opens its sealed texts.</param>
    /// <param name="today">Nobody is born after it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ImmutableArray<CaseHint>> OfAsync(
        StreamKey key, long version, RequestState state, Func<Sealed<string>?, string?> open, DateOnly today, CancellationToken cancellationToken)
    {
        var hinted = await before.ReadAsync(
            book.Database,
            $"{key.Office} {key.Id} {version} {today:yyyyMMdd}", // of the version, which may be older than what is there by now
            async () => new(await ReadAsync(key, state, open, today, cancellationToken)),
            cancellationToken);
        return hinted.Hints;
    }

    private async Task<ImmutableArray<CaseHint>> ReadAsync(
        StreamKey key, KnownCase own, IEnumerable<IdentityHint> doubts, CancellationToken cancellationToken)
    {
        var alike = await lookup.AlikeAsync(key.Office, own.Texts, cancellationToken);
        var month = await OfMonthAsync(key, own, cancellationToken);
        return CaseHints.Of(own, await OpenedAsync(key, alike.Union(month), cancellationToken), doubts);
    }

    /// <summary>同一申请人当月申请件数, this request among them: by what the fee by item is counted (国办函〔2020〕109号).</summary>
    /// <param name="key">The request.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="open">Opens its sealed texts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<int> RequestsInMonthAsync(
        StreamKey key, RequestState state, Func<Sealed<string>?, string?> open, CancellationToken cancellationToken)
    {
        var own = Known(key, state, open);
        return own.Counts
            ? CaseHints.RequestsInMonth(own, await OpenedAsync(key, await OfMonthAsync(key, own, cancellationToken), cancellationToken))
            : 0;
    }

    private static KnownCase Known(StreamKey key, RequestState state, Func<Sealed<string>?, string?> open) =>
        new(key.Id, state, CaseTexts.Of(state, open));

    private static IEnumerable<IdentityHint> Doubts(RequestState state, Func<Sealed<string>?, string?> open, DateOnly today) =>
        state.IdentityProofs.Select(proof => proof.Number).Prepend(state.Registration!.IdentityNumber)
            .Select(open).OfType<string>()
            .Select(number => IdentityNumbers.Of(state.Registration.ApplicantKind, number, today)).OfType<IdentityHint>();

    private async Task<IReadOnlyList<Guid>> OfMonthAsync(StreamKey key, KnownCase own, CancellationToken cancellationToken)
    {
        var ids = await lookup.OfApplicantAsync(key.Office, own.Texts, cancellationToken);
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(key.Office));
        batch.BatchCommands.Add(new(OfMonth)
        {
            Parameters =
            {
                new() { Value = key.Office },
                new() { Value = ids.ToArray() },
                new() { Value = own.Month },
                new() { Value = own.Month.AddMonths(1) },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    private async Task<ImmutableArray<KnownCase>> OpenedAsync(StreamKey key, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await KnownCases.ReadAsync(book, connection, key.Office, [.. ids.Where(id => id != key.Id)], cancellationToken);
    }

    // None of them holds a text or a name: numbers, days and counts.
    private sealed record Hinted(ImmutableArray<CaseHint> Hints);
}
