using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Reads what an office's year is counted from, for its figures and for the lists behind them.</summary>
public sealed class YearFactsReader(ReportingYearStore years)
{
    /// <summary>In one snapshot of the caller's.</summary>
    public async Task<YearFacts> ReadAsync(NpgsqlConnection connection, string office, int year, CancellationToken cancellationToken)
    {
        var now = await CaseFacts.OfAsync(connection, office, year, cancellationToken);
        var closing = (await StateAsync(connection, office, year, cancellationToken)).Closing;
        return new(year, now, closing, closing is null ? [] : await MovedAsync(connection, office, closing, cancellationToken));
    }

    /// <summary>What is known of a reporting year.</summary>
    public async Task<ReportingYearState> StateAsync(NpgsqlConnection connection, string office, int year, CancellationToken cancellationToken) =>
        (await years.LoadAsync(connection, new StreamKey(office, StreamIds.ReportingYear(office, year)), cancellationToken)).State;

    private static async Task<ImmutableArray<MovedCase>> MovedAsync(
        NpgsqlConnection connection, string office, ReportingYearClosed closing, CancellationToken cancellationToken)
    {
        var moved = ImmutableArray.CreateBuilder<MovedCase>();
        await foreach (var request in RequestsSince.ReadAsync(
            connection, office, closing.Position, "c.received_year <= $4", [(short)closing.Year], cancellationToken))
        {
            var before = request.Before.IsRegistered ? RequestFact.Of(request.Before) : null;
            var now = RequestFact.Of(request.Now);
            if (before != now)
            {
                moved.Add(new(request.Id, request.Now.Registration!.Number, before, now));
            }
        }

        return [.. moved.OrderBy(known => known.Number, StringComparer.Ordinal)];
    }
}
