using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;
using Tracker.EventStore.Indexing;

namespace Tracker.ReadModels.Searching;

/// <summary>Requests in which what is searched may stand: named one by one, or, where they are too many, by a condition.</summary>
/// <param name="Ids">Those that hold all conditions that few hold; none if each is held by many.</param>
/// <param name="Conditions">What many hold.</param>
internal sealed record Candidates(IReadOnlySet<Guid>? Ids, ImmutableArray<SearchTerms> Conditions)
{
    // Named in one value, or not at all.
    private const string Named = "select case when count(*) < $3 then coalesce(array_agg(case_id), '{}') end from";
    private const string InPairs = "select cases_with_pairs($2, $3) as case_id";
    private const string OfPhones = "select case_id from case_index where tenant_id = $1 and hash = any($4) and kind = 'phone'";
    private const string OfNumber = "select cases_with_number($6, $5, $3)";
    private const string OfBrackets = "(select id from case_rows where tenant_id = $1 and number collate \"C\" like $5 limit $3)";

    /// <param name="book">The book of the pages.</param>
    /// <param name="office">The office's code.</param>
    /// <param name="terms">What must all hold.</param>
    /// <param name="most">More are not named.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Candidates> OfAsync(
        Book book, string office, ImmutableArray<SearchTerms> terms, int most, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Book.ForOffice(office) } };
        foreach (var term in terms)
        {
            batch.BatchCommands.Add(Command(office, term, most));
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        HashSet<Guid>? ids = null;
        var conditions = ImmutableArray.CreateBuilder<SearchTerms>();
        foreach (var term in terms)
        {
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (reader.IsDBNull(0))
            {
                conditions.Add(term);
            }
            else if (ids is null)
            {
                ids = [.. reader.GetFieldValue<Guid[]>(0)];
            }
            else
            {
                ids.IntersectWith(reader.GetFieldValue<Guid[]>(0));
            }
        }

        return new(ids, conditions.ToImmutable());
    }

    /// <summary>The condition over <c>case_rows</c>; its values go to the parameters.</summary>
    public string Sql(CaseParameters given) => string.Join(
        " and ",
        [.. Ids is null ? [] : new[] { $"id = any({given.Ids(Ids)})" }, .. Conditions.Select(term => Sql(term, given))]);

    /// <summary>One that many hold, said in such a way that the planner expects so and takes the list in its order.</summary>
    private static string Sql(SearchTerms term, CaseParameters given)
    {
        string?[] cases =
        [
            term.Pattern is null ? null : $"number collate \"C\" like {given.Text(term.Pattern)}",
            term.Pairs.IsEmpty
                ? null
                : $"(select p.pairs from case_pairs p where p.tenant_id = case_rows.tenant_id and p.case_id = case_rows.id) @> {given.Bigints(term.Pairs)}",
            term.Phones.IsEmpty
                ? null
                : $"exists (select from case_index i where i.tenant_id = case_rows.tenant_id and i.case_id = case_rows.id and i.kind = 'phone' and i.hash = any({given.Bigints(term.Phones)}))",
        ];
        return $"case {string.Join(' ', cases.OfType<string>().Select(one => $"when {one} then true"))} end";
    }

    private static NpgsqlBatchCommand Command(string office, SearchTerms term, int most)
    {
        string?[] ways =
        [
            term.Pairs.IsEmpty ? null : InPairs,
            term.Phones.IsEmpty ? null : OfPhones,
            term.Pattern is null ? null : term.Parts.IsEmpty ? OfBrackets : OfNumber,
        ];
        return new($"{Named} ({string.Join(" union all ", ways.OfType<string>())}) found (case_id)")
        {
            Parameters =
            {
                new() { Value = office, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = term.Pairs.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = most + 1, NpgsqlDbType = NpgsqlDbType.Integer },
                new() { Value = term.Phones.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
                new() { Value = term.Pattern ?? "", NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = term.Parts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
            },
        };
    }
}
