using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;
using Tracker.EventStore.Indexing;

namespace Tracker.ReadModels.Searching;

/// <summary>
/// 搜索 in the register: by the 登记编号, and by the keyed hashes of sealed texts. Whatever a hash finds is opened and looked at before it
/// is counted or listed; a request whose key is destroyed has no hashes.
/// </summary>
public sealed class CaseSearch(Book book, CaseList cases)
{
    /// <summary>So many are listed; a longer list nobody reads to its end.</summary>
    public const int Listed = CaseList.CountedUpTo;

    /// <summary>So many are looked at, should words be common and yet never stand together.</summary>
    private const int LookedAt = 2 * Listed;

    private const int AtATime = 100;

    /// <summary>The same of a part of the number alone, which is quickly seen in the list itself.</summary>
    private const int NamedByNumber = 1000;

    /// <summary>So many parts of numbers are remembered with whom they name.</summary>
    private const int NumbersKept = 64;

    private readonly LookedThrough before = new();
    private readonly UntilWritten<Candidates> numbers = new(NumbersKept);

    /// <summary>More requests a hash finds are not named one by one: to go through the list in its order soon finds enough of them.</summary>
    public int Named { get; init; } = 20_000;

    /// <summary>Those of a selection in which all its words may stand; the whole of it without words.</summary>
    public async Task<CaseSelection> AmongAsync(CaseSelection selection, CancellationToken cancellationToken)
    {
        if (selection.NumberPart is { } part && await OfNumberAsync(selection.Office, part, cancellationToken) is { Ids: not null } few)
        {
            selection = selection.Narrowed(few.Sql);
        }

        if (selection.Words is null)
        {
            return selection;
        }

        var terms = await SearchTerms.OfAsync(book, selection.Office, selection.Words, cancellationToken);
        var candidates = await Candidates.OfAsync(book, selection.Office, terms, Named, cancellationToken);
        return selection.Narrowed(candidates.Sql);
    }

    public async Task<CasePage> PageAsync(CaseSelection selection, int page, CancellationToken cancellationToken)
    {
        if (selection.Words is null)
        {
            return await cases.PageAsync(await AmongAsync(selection, cancellationToken), page, cancellationToken);
        }

        var looked = before.For(selection.Office, selection.Words.Typed);
        return await looked.Pages.ReadAsync(
            book.Database, $"{page}\n{selection.Spelled}", () => FoundPageAsync(selection, looked, page, cancellationToken), cancellationToken);
    }

    private Task<Candidates> OfNumberAsync(string office, string part, CancellationToken cancellationToken) => numbers.ReadAsync(
        book.Database,
        $"{office}\n{part}",
        () => Candidates.OfAsync(book, office, [SearchTerms.OfNumber(part)], NamedByNumber, cancellationToken),
        cancellationToken);

    private async Task<CasePage> FoundPageAsync(CaseSelection selection, LookedThrough.Search looked, int page, CancellationToken cancellationToken)
    {
        var (found, isAll) = await looked.Lists.ReadAsync(
            book.Database,
            selection.Spelled,
            async () => await LookAsync(await AmongAsync(selection, cancellationToken), looked, cancellationToken),
            cancellationToken);
        page = Math.Clamp(page, 1, Math.Max(1, (Math.Min(found.Length, Listed) + CaseList.PageSize - 1) / CaseList.PageSize));
        var shown = found.Take(Listed).Skip((page - 1) * CaseList.PageSize).Take(CaseList.PageSize).ToArray();
        return new(
            await RowsAsync(selection, shown, cancellationToken),
            found.Length,
            page,
            HasNext: Math.Min(found.Length, Listed) > page * CaseList.PageSize,
            IsCounted: isAll && found.Length <= Listed);
    }

    /// <summary>Those in which the words do stand, in their order, up to one more than are listed; and whether none was left out.</summary>
    private async Task<Found> LookAsync(CaseSelection selection, LookedThrough.Search looked, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        var candidates = await NamesAsync(connection, selection, cancellationToken);
        var words = selection.Words!;
        var found = new List<Guid>();
        foreach (var some in candidates.Take(LookedAt).Chunk(AtATime))
        {
            var holds = some.Where(each => words.AreIn(each.Number) || looked.Holds(each.Id, each.Version)).Select(each => each.Id).ToHashSet();
            var unknown = some.Where(each => !holds.Contains(each.Id) && !looked.Knows(each.Id, each.Version)).ToDictionary(each => each.Id);
            foreach (var known in await KnownCases.ReadAsync(book, connection, selection.Office, unknown.Keys, cancellationToken))
            {
                var (_, version, number) = unknown[known.Id];
                var hold = words.AreIn(number, known.Texts);
                looked.Keep(known.Id, version, hold);
                if (hold)
                {
                    holds.Add(known.Id);
                }
            }

            found.AddRange(some.Select(each => each.Id).Where(holds.Contains));
            if (found.Count > Listed)
            {
                return new([.. found], IsAll: false);
            }
        }

        return new([.. found], candidates.Count <= LookedAt);
    }

    private static async Task<List<CaseName>> NamesAsync(NpgsqlConnection connection, CaseSelection selection, CancellationToken cancellationToken)
    {
        await using var batch = selection.Batch(
            connection, $"select id, version, number from case_rows where {selection.Where} {selection.Order} limit {LookedAt + 1}");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var names = new List<CaseName>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2)));
        }

        return names;
    }

    private async Task<ImmutableArray<CaseRow>> RowsAsync(CaseSelection selection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(selection.Office) } };
        batch.BatchCommands.Add(new($"select {CaseRowColumns.Names} from case_rows where tenant_id = $1 and id = any($2) {selection.Order}")
        {
            Parameters =
            {
                new() { Value = selection.Office, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<CaseRow>(ids.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(CaseRowColumns.Read(reader));
        }

        return rows.ToImmutable();
    }

    private sealed record CaseName(Guid Id, long Version, string Number);
}
