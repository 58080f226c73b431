using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>
/// What the annual tables count. SQL only groups equal facts with their multiplicities; which cell a fact belongs to is
/// <see cref="CellOf"/>'s to say, for the figure and for the list behind it.
/// </summary>
public static class CaseFacts
{
    private const string Columns = "applicant_kind, channel, received_year, ground, result_year";

    /// <summary>The facts of one office's requests received by the end of <paramref name="year"/>.</summary>
    public static Task<ImmutableArray<FactGroup>> OfAsync(
        NpgsqlConnection connection, string office, int year, CancellationToken cancellationToken) =>
        ReadAsync(connection, Book.ForOffice(office), "tenant_id = $2 and received_year <= $1 and not voided", [(short)year, office], cancellationToken);

    /// <summary>The facts of every office's requests received by the end of <paramref name="year"/>; not for the pages, which see one office.</summary>
    public static Task<ImmutableArray<FactGroup>> OfAllAsync(NpgsqlConnection connection, int year, CancellationToken cancellationToken) =>
        ReadAsync(connection, Book.SeeingEverything(), "received_year <= $1 and not voided", [(short)year], cancellationToken);

    private static async Task<ImmutableArray<FactGroup>> ReadAsync(
        NpgsqlConnection connection, NpgsqlBatchCommand first, string where, object[] parameters, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(first);
        var grouping = new NpgsqlBatchCommand($"select {Columns}, count(*) from case_rows where {where} group by {Columns}");
        grouping.Parameters.AddRange(parameters.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        batch.BatchCommands.Add(grouping);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var groups = ImmutableArray.CreateBuilder<FactGroup>();
        while (await reader.ReadAsync(cancellationToken))
        {
            groups.Add(new(
                new(
                    Enum.Parse<ApplicantKind>(reader.GetString(0)),
                    Enum.Parse<Channel>(reader.GetString(1)),
                    reader.GetInt16(2),
                    reader.IsDBNull(3) ? null : Grounds.Find(reader.GetString(3)),
                    reader.GetFieldValue<short?>(4)),
                reader.GetInt64(5)));
        }

        return groups.ToImmutable();
    }
}
