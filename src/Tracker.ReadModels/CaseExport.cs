using System.Runtime.CompilerServices;
using Tracker.Domain.Requests.Hints;
using Tracker.EventStore;
using Tracker.EventStore.Indexing;

namespace Tracker.ReadModels;

/// <summary>A request as it leaves in a file.</summary>
/// <param name="Row">What the register knows of it.</param>
/// <param name="Initial">The first character of its first applicant's name; none if it is not recorded, or erased.</param>
public sealed record ExportedCase(CaseRow Row, string? Initial);

/// <summary>导出: all cases of a selection, to the last one, in its order; only a few of them are held at a time.</summary>
public sealed class CaseExport(Book book)
{
    private const int AtATime = 200;

    public async IAsyncEnumerable<ExportedCase> ReadAsync(CaseSelection selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var opening = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = selection.Batch(connection, $"select {CaseRowColumns.Names} from case_rows where {selection.Where} {selection.Order}");
        batch.Timeout = 0;
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<CaseRow>(AtATime);
        while (true)
        {
            rows.Clear();
            while (rows.Count < AtATime && await reader.ReadAsync(cancellationToken))
            {
                rows.Add(CaseRowColumns.Read(reader));
            }

            if (rows.Count == 0)
            {
                yield break;
            }

            var opened = await KnownCases.ReadAsync(
                book,
                opening,
                selection.Office,
                [.. rows.Select(row => row.Id)],
                (id, state, open) => (Id: id, Initial: Initial(open(state.Registration?.ApplicantName)), Texts: CaseTexts.Of(state, open)),
                cancellationToken);
            var known = opened.ToDictionary(each => each.Id);
            foreach (var row in rows.Where(row => known.ContainsKey(row.Id) && selection.Words?.AreIn(row.Number.Text, known[row.Id].Texts) != false))
            {
                yield return new(row, known[row.Id].Initial);
            }
        }
    }

    private static string? Initial(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim().EnumerateRunes().First().ToString();
}
