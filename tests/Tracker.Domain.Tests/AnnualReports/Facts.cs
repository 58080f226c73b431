using FsCheck;
using FsCheck.Fluent;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Domain.Tests.AnnualReports;

/// <summary>What the tables are counted from.</summary>
internal static class Facts
{
    /// <summary>Facts of requests received in 2017 to 2023 and answered, if at all, up to 2025: every kind, channel and ground.</summary>
    public static Arbitrary<Counted> Any { get; } = (
        from groups in Groups().ArrayOf()
        from form in Gen.Elements<ReportForm>(ReportForm.All)
        from year in Gen.Choose(2017, 2025)
        select new Counted(groups, form, year)).ToArbitrary();

    public static RequestFact Open(int received, ApplicantKind kind = ApplicantKind.NaturalPerson, Channel channel = Channel.InPerson) =>
        new(kind, channel, received, Ground: null, ResultYear: null);

    public static RequestFact Closed(
        int received,
        int result,
        string ground = "disclosed",
        ApplicantKind kind = ApplicantKind.NaturalPerson,
        Channel channel = Channel.InPerson) =>
        new(kind, channel, received, Grounds.Find(ground), result);

    public static SectionThree Table(ReportForm form, int year, params RequestFact[] facts) =>
        SectionThree.Count(facts.Select(fact => new FactGroup(fact, 1)), form, year);

    private static Gen<FactGroup> Groups() =>
        from kind in Gen.Elements(Enum.GetValues<ApplicantKind>())
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from received in Gen.Choose(2017, 2023)
        from years in Gen.Choose(-1, 2)
        from ground in Gen.Elements<Ground>(Grounds.All)
        from requests in Gen.Choose(1, 5)
        let isOpen = years < 0
        select new FactGroup(new(kind, channel, received, isOpen ? null : ground, isOpen ? null : received + years), requests);
}

/// <summary>A table and what it was counted from.</summary>
internal sealed record Counted(FactGroup[] Groups, ReportForm Form, int Year)
{
    public SectionThree Table { get; } = SectionThree.Count(Groups, Form, Year);

    /// <summary>The places of the groups that count in a row of this kind. Equal groups at two places are two requests.</summary>
    public HashSet<int> In(RowKind kind) => In(row => row.Kind == kind);

    public HashSet<int> In(Func<ReportRow, bool> asked) =>
        [.. Enumerable.Range(0, Groups.Length).Where(place => CellOf.Rows(Groups[place].Fact, Form, Year).Any(asked))];

    public override string ToString() => $"{Form.Key} {Year}: {string.Join("; ", Groups.AsEnumerable())}";
}
