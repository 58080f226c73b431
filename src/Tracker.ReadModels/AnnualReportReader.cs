using System.Collections.Immutable;
using System.Data;
using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Derives an office's annual tables from the book. Nothing in them is typed in.</summary>
public sealed class AnnualReportReader(Book book, YearFactsReader years)
{
    /// <param name="form">2021, 2019, pre-2019, or none for the form prescribed for the year.</param>
    public async Task<AnnualReport> ReadAsync(Office office, int year, string? form, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await ReadAsync(connection, office, year, form, cancellationToken);
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public async Task<AnnualReport> ReadAsync(
        NpgsqlConnection connection, Office office, int year, string? form, CancellationToken cancellationToken)
    {
        form ??= DefaultForm(year);
        var facts = await years.ReadAsync(connection, office.Code, year, cancellationToken);
        var groups = facts.Counted;
        if (form == AnnexBefore2019.Key)
        {
            var annex = AnnexBefore2019.Count(groups, year);
            return new(office.Name, year, form, Table: null, annex, Checks: [], facts.Closing, PreviousClosed: false) { Moves = FigureMoves.Of(facts, annex) };
        }

        var table = SectionThree.Count(groups, ReportForm.All.Single(known => known.Key == form), year);
        var previous = await years.StateAsync(connection, office.Code, year - 1, cancellationToken);
        var checks = ImmutableArray.CreateBuilder<NamedCheck>();
        foreach (var check in Identities.Check(table))
        {
            checks.Add(new(check, check.Culprits.IsEmpty ? [] : await CaseList.NumbersAsync(connection, office.Code, check.Culprits, cancellationToken)));
        }

        if (previous.PublishedCarriedOut is { } published)
        {
            var check = Identities.CheckI5(table, published);
            var carriedIn = groups.Select(group => group.Fact).Where(fact => CountingRules.IsCarriedIn(fact, year)).ToList();
            checks.Add(new(check, check.Holds ? [] : await CaseList.CarryDifferencesAsync(connection, office.Code, carriedIn, year - 1, cancellationToken)));
        }

        return new(office.Name, year, form, table, Annex: [], checks.ToImmutable(), facts.Closing, previous.PublishedCarriedOut is not null)
        {
            Moves = FigureMoves.Of(facts, table),
        };
    }

    /// <summary>The form prescribed for a year.</summary>
    public static string DefaultForm(int year) =>
        ReportForm.IsBeforeSectionThree(year) ? AnnexBefore2019.Key : ReportForm.For(year).Key;

    /// <summary>Whether this is the name of a form.</summary>
    public static bool IsForm(string form) => form == AnnexBefore2019.Key || ReportForm.All.Any(known => known.Key == form);
}
