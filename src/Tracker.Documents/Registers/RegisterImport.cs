using System.Diagnostics;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Registers;

/// <summary>导入台账: a file's rows as requests, repeats and faults, one by one as they are read.</summary>
public static class RegisterImport
{
    /// <param name="today">Facts after this day are refused.</param>
    public static IEnumerable<RowResult<RegisterRequest>> Read(RegisterFile file, WorkingCalendar calendar, DateOnly today)
    {
        var seen = new SeenRows();
        foreach (var read in file.Read())
        {
            var judged = read is RowAccepted<RegisterRow> { Value: var row } ? seen.Judge(row) ?? read : read;
            yield return judged switch
            {
                RowAccepted<RegisterRow> accepted => RegisterFacts.Decide(accepted.Value, calendar, today),
                RowRepeated<RegisterRow> repeated => new RowRepeated<RegisterRequest>(repeated.Row, repeated.FirstRow),
                RowFaulty<RegisterRow> faulty => new RowFaulty<RegisterRequest>(faulty.Faults),
                _ => throw new UnreachableException(),
            };
        }
    }
}
