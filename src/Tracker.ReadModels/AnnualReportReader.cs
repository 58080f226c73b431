using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Derives an office's annual tables from the book. Nothing in them is typed in.</summary>
public sealed class AnnualReportReader(Book book, CaseList cases, ReportingYearStore years)
{
    /// <param name="form">2021, 2019, pre-2019, or none for the form prescribed for the year.</param>
    public async Task<AnnualReport> ReadAsync(Office office, int year, string? form, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, office, year, form, cancellationToken);
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public async Task<AnnualReport> ReadAsync(
        NpgsqlConnection connection, Office office, int year, string? form, CancellationToken cancellationToken)
    {
        form ??= DefaultForm(year);
        var groups = await CaseFacts.OfAsync(connection, office.Code, year, cancellationToken);
        var closing = await ClosingAsync(office.Code, year, cancellationToken);
        if (form == AnnexBefore2019.Key)
        {
            return new(office.Name, year, form, Table: null, AnnexBefore2019.Count(groups, year), Checks: [], closing.Closing, PreviousClosed: false);
        }

        var table = SectionThree.Count(groups, ReportForm.All.Single(known => known.Key == form), year);
        var previous = await ClosingAsync(office.Code, year - 1, cancellationToken);
        var checks = ImmutableArray.CreateBuilder<NamedCheck>();
        foreach (var check in Identities.Check(table))
        {
            checks.Add(new(check, await NumbersAsync(office.Code, check.Culprits, cancellationToken)));
        }

        if (previous.PublishedCarriedOut is { } published)
        {
            var check = Identities.CheckI5(table, published);
            var differing = check.Holds ? [] : await cases.CarryDifferencesAsync(office.Code, year, cancellationToken);
            checks.Add(new(check, [.. differing.Select(row => row.Number.Text)]));
        }

        return new(office.Name, year, form, table, Annex: [], checks.ToImmutable(), closing.Closing, previous.PublishedCarriedOut is not null);
    }

    /// <summary>The form prescribed for a year.</summary>
    public static string DefaultForm(int year) =>
        ReportForm.IsBeforeSectionThree(year) ? AnnexBefore2019.Key : ReportForm.For(year).Key;

    /// <summary>Whether this is the name of a form.</summary>
    public static bool IsForm(string form) => form == AnnexBefore2019.Key || ReportForm.All.Any(known => known.Key == form);

    private async Task<ReportingYearState> ClosingAsync(string office, int year, CancellationToken cancellationToken) =>
        (await years.LoadAsync(new StreamKey(office, StreamIds.ReportingYear(office, year)), cancellationToken)).State;

    private async Task<ImmutableArray<string>> NumbersAsync(
        string office, ImmutableArray<RequestFact> facts, CancellationToken cancellationToken) => facts.IsEmpty
        ? []
        : [.. (await cases.ByFactsAsync(office, facts, page: 1, cancellationToken)).Rows.Select(row => row.Number.Text)];
}
