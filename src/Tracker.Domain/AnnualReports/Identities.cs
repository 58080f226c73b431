using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>勾稽关系: an equality the table must satisfy in every column.</summary>
public enum Identity
{
    /// <summary>本年新收 + 上年结转 = 总计 + 结转下年度</summary>
    I1,

    /// <summary>（七）总计 = the sum of the result rows</summary>
    I2,

    /// <summary>总计 = the sum of the six columns</summary>
    I3,

    /// <summary>上年结转 = 上年度结转下年度, as published</summary>
    I5,
}

/// <summary>Whether an identity holds, and if not, where.</summary>
/// <param name="Identity">Which.</param>
/// <param name="Breaks">The places where the two sides differ; none when it holds.</param>
/// <param name="Culprits">The facts of the requests that make the difference.</param>
public sealed record IdentityCheck(Identity Identity, ImmutableArray<IdentityBreak> Breaks, ImmutableArray<RequestFact> Culprits)
{
    public bool Holds => Breaks.IsEmpty;
}

/// <summary>The two sides of an identity in one column, or in one row for I3.</summary>
public sealed record IdentityBreak(Cell Place, long Left, long Right);

/// <summary>The checks of section three.</summary>
public static class Identities
{
    /// <summary>I1 to I3, which a table can be asked about by itself.</summary>
    public static ImmutableArray<IdentityCheck> Check(SectionThree table) => [CheckI1(table), CheckI2(table), CheckI3(table)];

    /// <summary>I5: this year's opening figures against the last year's closing ones, as they were published.</summary>
    public static IdentityCheck CheckI5(SectionThree table, IReadOnlyList<long> publishedCarriedOut) => new(
        Identity.I5,
        Compare(column => new("carried_in", column), column => table["carried_in"][column], column => publishedCarriedOut[column]),
        Culprits: []);

    private static IdentityCheck CheckI1(SectionThree table) => new(
        Identity.I1,
        Compare(
            column => new("total", column),
            column => table["new"][column] + table["carried_in"][column],
            column => table["total"][column] + table["carried_out"][column]),
        CulpritsOf(table, fact =>
            (CountingRules.IsNew(fact, table.Year) || CountingRules.IsCarriedIn(fact, table.Year))
            != (CountingRules.HasResultIn(fact, table.Year) || CountingRules.IsCarriedOut(fact, table.Year))));

    private static IdentityCheck CheckI2(SectionThree table)
    {
        var results = table.Form.Rows.Where(row => row.Kind == RowKind.Result).Select(row => row.Key).ToList();
        return new(
            Identity.I2,
            Compare(
                column => new("total", column),
                column => table["total"][column],
                column => results.Sum(row => table[row][column])),
            CulpritsOf(table, fact => CountingRules.HasResultIn(fact, table.Year)
                && CellOf.Rows(fact, table.Form, table.Year).Count(row => row.Kind == RowKind.Result) != 1));
    }

    private static IdentityCheck CheckI3(SectionThree table) => new(
        Identity.I3,
        [
            .. from row in table.Form.Rows
               let figures = table[row.Key]
               let six = figures.Take(SectionThree.Columns - 1).Sum()
               where figures[^1] != six
               select new IdentityBreak(new(row.Key, Column: null), figures[^1], six),
        ],
        CulpritsOf(table, fact => !Enum.IsDefined(fact.ApplicantKind)));

    private static ImmutableArray<IdentityBreak> Compare(
        Func<ApplicantKind?, Cell> place, Func<int, long> left, Func<int, long> right) =>
    [
        .. Enumerable.Range(0, SectionThree.Columns)
            .Where(column => left(column) != right(column))
            .Select(column => new IdentityBreak(place(SectionThree.ColumnAt(column)), left(column), right(column))),
    ];

    private static ImmutableArray<RequestFact> CulpritsOf(SectionThree table, Func<RequestFact, bool> differs) =>
        [.. table.Groups.Select(group => group.Fact).Where(differs)];
}
