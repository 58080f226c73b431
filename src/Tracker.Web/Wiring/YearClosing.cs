using System.Collections.Immutable;
using System.Diagnostics;
using Npgsql;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Wiring;

/// <summary>What closing a year did, or why it did nothing.</summary>
public sealed record YearClosingResult(AnnualReport Report, int CarriedForward, Refusal? Refusal);

/// <summary>
/// 封账: in one transaction, with every append waiting, marks the requests that are carried out of the year and keeps the year's
/// figures in its own stream.
/// </summary>
public sealed class YearClosing(Book book, RequestStore requests, ReportingYearStore years, AnnualReportReader reports)
{
    public async Task<YearClosingResult> CloseAsync(Office office, int year, Act act, DateOnly today, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var alone = new NpgsqlBatch(connection, transaction) { BatchCommands = { Book.AloneWithAppends() } })
        {
            await alone.ExecuteNonQueryAsync(cancellationToken);
        }

        await book.Calendars.RefreshAsync(cancellationToken); // nobody adopts a notice until this ends
        var report = await reports.ReadAsync(connection, office, year, form: null, cancellationToken);
        var closing = new ReportingYearClosed(
            year, report.Form, report.Rows, await BookReader.LastPositionAsync(connection, cancellationToken));
        // I5 is not asked: a difference to the published figure does not refuse closing, it is shown with its cases.
        var checks = report.Checks.Select(check => check.Check).Where(check => check.Identity != Identity.I5).ToImmutableArray();
        var closed = await years.ChangeWithinAsync(
            connection,
            StreamIds.ReportingYear(office.Code, year),
            act,
            state => CloseReportingYear.Decide(state, new(closing, checks), today),
            cancellationToken);
        if (closed is NotChanged<ReportingYearState, ReportingYearEvent>(var refusal, _))
        {
            return new(report, CarriedForward: 0, refusal);
        }

        var carried = await CarriedOutAsync(connection, office, year, cancellationToken);
        foreach (var id in carried)
        {
            var marked = await requests.ChangeWithinAsync(
                connection, id, act, state => CarryForward.Decide(state, new(year)), cancellationToken);
            if (marked is not Changed<RequestState, RequestEvent>)
            {
                throw new UnreachableException("A request that counts as carried out was not open at the end of the year.");
            }
        }

        await Committing.RunAsync(() => transaction.CommitAsync(cancellationToken));
        return new(report with { Closing = closing }, carried.Length, Refusal: null);
    }

    private static async Task<ImmutableArray<Guid>> CarriedOutAsync(
        NpgsqlConnection connection, Office office, int year, CancellationToken cancellationToken)
    {
        var facts = await CaseFacts.OfAsync(connection, office.Code, year, cancellationToken);
        return await CaseList.IdsAsync(
            connection,
            office.Code,
            [.. facts.Select(group => group.Fact).Where(fact => CountingRules.IsCarriedOut(fact, year))],
            cancellationToken);
    }
}
