using Npgsql;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.ReadModels.Corrections;

/// <summary>Between <see cref="CorrectionRow"/> and the columns of <c>correction_rows</c>: one order, for writing and reading.</summary>
internal static class CorrectionRowColumns
{
    public const string Names =
        """
        tenant_id, id, version, number, channel, applicant_kind, filed_on, received_on, waiting, outcome, ended_on, voided, about_request
        """;

    public static readonly string Insert =
        $"insert into correction_rows ({Names}) values ({string.Join(", ", Columns.Select((_, place) => $"${place + 1}"))})";

    /// <summary>Of the row that is there: an append never mends a row that is not; <c>verify</c> names it, <c>rebuild</c> writes it.</summary>
    public static readonly string Update =
        $"update correction_rows set {string.Join(", ", Columns.Select((column, place) => $"{column} = ${place + 1}").Skip(2))} where tenant_id = $1 and id = $2";

    private static string[] Columns => Names.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>The statement that writes the row.</summary>
    public static NpgsqlBatchCommand Command(string sql, CorrectionRow row)
    {
        var command = new NpgsqlBatchCommand(sql);
        var sink = new ParameterRow(command);
        sink.Text(row.Office);
        sink.Uuid(row.Id);
        sink.Bigint(row.Version);
        sink.Text(row.Number);
        sink.Text(row.Channel.ToString());
        sink.Text(row.ApplicantKind.ToString());
        sink.Day(row.FiledOn);
        sink.Day(row.ReceivedOn);
        sink.Flag(row.Waiting);
        sink.Text(row.Outcome?.ToString());
        sink.Day(row.EndedOn);
        sink.Flag(row.Voided);
        command.Parameters.Add(new() { Value = (object?)row.AboutRequest ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return command;
    }

    public static CorrectionRow Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetGuid(1),
        reader.GetInt64(2),
        reader.GetString(3),
        Enum.Parse<Channel>(reader.GetString(4)),
        Enum.Parse<ApplicantKind>(reader.GetString(5)),
        reader.GetFieldValue<DateOnly>(6),
        reader.GetFieldValue<DateOnly>(7),
        reader.GetBoolean(8),
        reader.IsDBNull(9) ? null : Enum.Parse<RecordCorrectionOutcome>(reader.GetString(9)),
        reader.GetFieldValue<DateOnly?>(10),
        reader.GetBoolean(11),
        reader.GetFieldValue<Guid?>(12));

    /// <summary>The row under the reader; none if it cannot be read, or is not spelled as it would have been written.</summary>
    public static CorrectionRow? TryRead(NpgsqlDataReader reader)
    {
        try
        {
            var row = Read(reader);
            return (reader.GetString(4), reader.GetString(5), reader.IsDBNull(9) ? null : reader.GetString(9))
                == (row.Channel.ToString(), row.ApplicantKind.ToString(), row.Outcome?.ToString()) ? row : null;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidCastException or OverflowException or FormatException)
        {
            return null; // a name this program does not know, a day outside its calendar, nothing where something must be
        }
    }
}
