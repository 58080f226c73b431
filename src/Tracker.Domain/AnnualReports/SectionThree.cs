using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>
/// 三、收到和处理政府信息公开申请情况: the table of one office and year. Six columns in the order of
/// <see cref="ApplicantKind"/> and 总计, in requests (件).
/// </summary>
public sealed class SectionThree
{
    /// <summary>自然人 to 其他, and 总计.</summary>
    public const int Columns = 7;

    private readonly Dictionary<string, long[]> figures;

    private SectionThree(ReportForm form, int year, ImmutableArray<FactGroup> groups)
    {
        Form = form;
        Year = year;
        Groups = groups;
        figures = form.Rows.ToDictionary(row => row.Key, _ => new long[Columns]);
        foreach (var (fact, requests) in groups)
        {
            foreach (var row in CellOf.Rows(fact, form, year))
            {
                figures[row.Key][(int)fact.ApplicantKind] += requests;
                figures[row.Key][Columns - 1] += requests;
            }
        }
    }

    public ReportForm Form { get; }

    public int Year { get; }

    /// <summary>What was counted, so that an identity that fails can name its cases.</summary>
    public ImmutableArray<FactGroup> Groups { get; }

    public static SectionThree Count(IEnumerable<FactGroup> groups, ReportForm form, int year) => new(form, year, [.. groups]);

    /// <summary>A row's seven figures.</summary>
    public IReadOnlyList<long> this[string row] => figures[row];

    public long this[Cell cell] => figures[cell.Row][ColumnIndex(cell.Column)];

    /// <summary>The place of a column: its kind's, or the last for 总计.</summary>
    public static int ColumnIndex(ApplicantKind? column) => column is { } kind ? (int)kind : Columns - 1;

    /// <summary>The column at a place.</summary>
    public static ApplicantKind? ColumnAt(int index) => index == Columns - 1 ? null : (ApplicantKind)index;
}
