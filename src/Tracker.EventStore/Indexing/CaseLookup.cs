using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.Requests.Hints;

namespace Tracker.EventStore.Indexing;

/// <summary>Finds requests of an office by hashes. Two texts may share one: whatever is found is to be opened and looked at.</summary>
public sealed class CaseLookup(Book book)
{
    private const int Most = 2000;
    private const int MostAlike = 50;

    /// <summary>So many of the likeness terms two alike contents share, all but one pair in a thousand that only just are.</summary>
    private const int Shared = 3;

    /// <summary>A term that more share tells little; of theirs the newest are looked at.</summary>
    private const int NewestOfTerm = 500;

    private const string Applicant = "select case_id from case_index where tenant_id = $1 and hash = any($2) and kind = any($3)";

    private static readonly string OfApplicant = $"select distinct on (case_id) case_id from ({Applicant}) as found order by case_id desc limit {Most}";

    private static readonly string AlikeOfApplicant =
        $"""
        select own.case_id
        from ({OfApplicant}) as own
        cross join lateral (
          select count(*) as shared from case_index
          where tenant_id = $1 and case_id = own.case_id and kind = '{CaseTerms.Likeness}' and hash = any($4)) as terms
        where terms.shared >= $5 order by terms.shared desc, own.case_id desc limit {MostAlike}
        """;

    private static readonly string AlikeOfAnybody =
        $"""
        select found.case_id
        from unnest($4) as term(hash)
        cross join lateral (
          select case_id from case_index where tenant_id = $1 and hash = term.hash and kind = '{CaseTerms.Likeness}'
          order by case_id desc limit {NewestOfTerm}) as found
        group by found.case_id having count(*) >= $5 order by count(*) desc, found.case_id desc limit {MostAlike}
        """;

    /// <summary>Requests whose first applicant, or one who joined, may be this one's first.</summary>
    public Task<ImmutableArray<Guid>> OfApplicantAsync(string office, CaseTexts texts, CancellationToken cancellationToken) =>
        FindAsync(office, texts, [OfApplicant], cancellationToken);

    /// <summary>Requests that may ask for the same: this applicant's, and the newest of anybody's.</summary>
    public Task<ImmutableArray<Guid>> AlikeAsync(string office, CaseTexts texts, CancellationToken cancellationToken) =>
        texts.Content.Length == 0 ? Task.FromResult(ImmutableArray<Guid>.Empty) : FindAsync(office, texts, [AlikeOfApplicant, AlikeOfAnybody], cancellationToken);

    private async Task<ImmutableArray<Guid>> FindAsync(
        string office, CaseTexts texts, string[] queries, CancellationToken cancellationToken)
    {
        var key = await book.IndexKeys.OfAsync(office, cancellationToken);
        var first = CaseTerms.Of(new([.. texts.Applicants.Take(1)], ""), key);
        var content = CaseTerms.Of(new([], texts.Content), key).HashesOf(CaseTerms.Likeness).ToArray();
        var applicant = first.HashesOf(CaseTerms.Name).Concat(first.HashesOf(CaseTerms.Number)).ToArray();
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Book.ForOffice(office));
        foreach (var sql in queries)
        {
            var command = new NpgsqlBatchCommand(sql)
            {
                Parameters = { new() { Value = office }, new() { Value = applicant }, new() { Value = new[] { CaseTerms.Name, CaseTerms.Number } } },
            };
            if (sql != OfApplicant)
            {
                command.Parameters.Add(new() { Value = content });
                command.Parameters.Add(new() { Value = Math.Min(Shared, content.Length) });
            }

            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<Guid>();
        while (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add(reader.GetGuid(0));
            }
        }

        return [.. found];
    }
}
