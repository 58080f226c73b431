using Npgsql;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels;

/// <summary>Between <see cref="CaseRow"/> and the columns of <c>case_rows</c>: one order, for writing, copying and reading.</summary>
internal static class CaseRowColumns
{
    public const string Names =
        """
        tenant_id, id, version, number, number_origin, channel, applicant_kind, filed_on, received_on, received_year, due_on,
        warning_due_on, provisional, waiting, extended, ground, result_on, result_year, document_number, missing, carried_forward,
        voided, in_hand, waits, unit, untouched_since, silent_since, unsent_since, dues, first_due_on
        """;

    public static readonly string Insert =
        $"insert into case_rows ({Names}) values ({string.Join(", ", Columns.Select((_, place) => $"${place + 1}"))})";

    /// <summary>Of the row that is there: an append never mends a row that is not; <c>verify</c> names it, <c>rebuild</c> writes it.</summary>
    public static readonly string Update =
        $"update case_rows set {string.Join(", ", Columns.Select((column, place) => $"{column} = ${place + 1}").Skip(2))} where tenant_id = $1 and id = $2";

    private static string[] Columns =>
        Names.Split([',', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static short Count { get; } = (short)Columns.Length;

    public static void Write(IRowSink sink, CaseRow row)
    {
        sink.Text(row.Office);
        sink.Uuid(row.Id);
        sink.Bigint(row.Version);
        sink.Text(row.Number.Text);
        sink.Text(row.Number.Origin.ToString());
        sink.Text(row.Channel.ToString());
        sink.Text(row.ApplicantKind.ToString());
        sink.Day(row.FiledOn);
        sink.Day(row.ReceivedOn);
        sink.Smallint((short)row.NewInYear);
        sink.Day(row.DueOn);
        sink.Day(row.WarningDueOn);
        sink.Flag(row.Provisional);
        sink.Flag(row.Waiting);
        sink.Flag(row.Extended);
        sink.Text(row.Ground?.Key);
        sink.Day(row.ResultOn);
        sink.Smallint((short?)row.ResultOn?.Year);
        sink.Text(row.DocumentNumber);
        sink.Texts([.. row.Missing.Select(missing => missing.ToString())]);
        sink.Smallints([.. row.CarriedForward.Select(year => (short)year)]);
        sink.Flag(row.Voided);
        sink.Flag(row.IsOpen);
        sink.Texts([.. row.Waits.Select(awaited => awaited.ToString())]);
        sink.Text(row.Unit);
        sink.Day(row.Since.Untouched);
        sink.Day(row.Since.SilentParty);
        sink.Day(row.Since.Unsent);
        sink.Texts([.. row.Dues.Select(Dues.Spelled)]);
        sink.Day(row.FirstDueOn);
    }

    /// <summary>
    /// Whether the columns that follow from others, and those that hold names, stand there as this row would write them: the lists
    /// and tables ask for them as they stand.
    /// </summary>
    public static bool IsSpelledAs(NpgsqlDataReader reader, CaseRow row) =>
        reader.GetString(4) == row.Number.Origin.ToString()
        && reader.GetString(5) == row.Channel.ToString()
        && reader.GetString(6) == row.ApplicantKind.ToString()
        && (reader.IsDBNull(15) ? null : reader.GetString(15)) == row.Ground?.Key
        && reader.GetFieldValue<short?>(17) == row.ResultOn?.Year
        && reader.GetFieldValue<string[]>(23).SequenceEqual(row.Waits.Select(awaited => awaited.ToString()))
        && !reader.IsDBNull(28) && reader.GetFieldValue<string[]>(28).SequenceEqual(row.Dues.Select(Dues.Spelled))
        && reader.GetFieldValue<DateOnly?>(29) == row.FirstDueOn;

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
        [.. reader.GetFieldValue<short[]>(20).Select(year => (int)year)],
        reader.GetInt16(9),
        reader.GetBoolean(21),
        reader.GetBoolean(22),
        [.. reader.GetFieldValue<string[]>(23).Select(Enum.Parse<Awaited>)],
        reader.IsDBNull(24) ? null : reader.GetString(24),
        new(reader.GetFieldValue<DateOnly?>(25), reader.GetFieldValue<DateOnly?>(26), reader.GetFieldValue<DateOnly?>(27)),
        reader.IsDBNull(28) ? [] : [.. reader.GetFieldValue<string[]>(28).Select(Dues.Read)]);
}
