using Npgsql;
using NpgsqlTypes;
using Tracker.Domain.Requests;

namespace Tracker.ReadModels;

/// <summary>Between <see cref="CaseRow"/> and the columns of <c>case_rows</c>: one order, for writing, copying and reading.</summary>
internal static class CaseRowColumns
{
    public const string Names =
        """
        tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on, received_year, due_on,
        warning_due_on, provisional, waiting, extended, ground, result_on, result_year, document_number, missing, carried_forward
        """;

    public static readonly string Insert =
        $"insert into case_rows ({Names}) values ({string.Join(", ", Columns.Select((_, place) => $"${place + 1}"))})";

    /// <summary>Of the row that is there: an append never mends a row that is not; <c>verify</c> names it, <c>rebuild</c> writes it.</summary>
    public static readonly string Update =
        $"update case_rows set {string.Join(", ", Columns.Select((column, place) => $"{column} = ${place + 1}").Skip(2))} where tenant_id = $1 and id = $2";

    private static string[] Columns =>
        Names.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static (object? Value, NpgsqlDbType Type)[] Values(CaseRow row) =>
    [
        (row.Office, NpgsqlDbType.Varchar),
        (row.Id, NpgsqlDbType.Uuid),
        (row.Version, NpgsqlDbType.Bigint),
        (row.Number.Text, NpgsqlDbType.Varchar),
        (row.Number.Origin.ToString(), NpgsqlDbType.Varchar),
        (row.Channel.ToString(), NpgsqlDbType.Varchar),
        (row.ApplicantKind.ToString(), NpgsqlDbType.Varchar),
        (row.FiledOn, NpgsqlDbType.Date),
        (row.ReceivedOn, NpgsqlDbType.Date),
        ((short)row.ReceivedOn.Year, NpgsqlDbType.Smallint),
        (row.DueOn, NpgsqlDbType.Date),
        (row.WarningDueOn, NpgsqlDbType.Date),
        (row.Provisional, NpgsqlDbType.Boolean),
        (row.Waiting, NpgsqlDbType.Boolean),
        (row.Extended, NpgsqlDbType.Boolean),
        (row.Ground?.Key, NpgsqlDbType.Varchar),
        (row.ResultOn, NpgsqlDbType.Date),
        ((short?)row.ResultOn?.Year, NpgsqlDbType.Smallint),
        (row.DocumentNumber, NpgsqlDbType.Varchar),
        (row.Missing.Select(missing => missing.ToString()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Varchar),
        (row.CarriedForward.Select(year => (short)year).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Smallint),
    ];

    public static CaseRow Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetGuid(1),
        reader.GetInt64(2),
        new(reader.GetString(3), Enum.Parse<NumberOrigin>(reader.GetString(4))),
        Enum.Parse<Channel>(reader.GetString(5)),
        Enum.Parse<ApplicantKind>(reader.GetString(6)),
        reader.GetFieldValue<DateOnly>(7),
        reader.GetFieldValue<DateOnly>(8),
        reader.GetFieldValue<DateOnly?>(10),
        reader.GetFieldValue<DateOnly?>(11),
        reader.GetBoolean(12),
        reader.GetBoolean(13),
        reader.GetBoolean(14),
        reader.IsDBNull(15) ? null : Grounds.Find(reader.GetString(15)),
        reader.GetFieldValue<DateOnly?>(16),
        reader.IsDBNull(18) ? null : reader.GetString(18),
        [.. reader.GetFieldValue<string[]>(19).Select(Enum.Parse<MissingFact>)],
        [.. reader.GetFieldValue<short[]>(20).Select(year => (int)year)]);
}
