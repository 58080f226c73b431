using Npgsql;
using NpgsqlTypes;

namespace Tracker.EventStore;

/// <summary>Takes the columns of a row one after another, so that a table's columns are listed once for COPY and for INSERT.</summary>
public interface IRowSink
{
    void Text(string? value);

    void Uuid(Guid value);

    void Bigint(long value);

    void Smallint(short? value);

    void Day(DateOnly? value);

    void Flag(bool value);

    void Texts(IReadOnlyList<string> values);

    void Smallints(IReadOnlyList<short> values);
}

/// <summary>The columns as a statement's parameters.</summary>
public sealed class ParameterRow(NpgsqlBatchCommand command) : IRowSink
{
    public void Text(string? value) => Add(value, NpgsqlDbType.Varchar);

    public void Uuid(Guid value) => Add(value, NpgsqlDbType.Uuid);

    public void Bigint(long value) => Add(value, NpgsqlDbType.Bigint);

    public void Smallint(short? value) => Add(value, NpgsqlDbType.Smallint);

    public void Day(DateOnly? value) => Add(value, NpgsqlDbType.Date);

    public void Flag(bool value) => Add(value, NpgsqlDbType.Boolean);

    public void Texts(IReadOnlyList<string> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Varchar);

    public void Smallints(IReadOnlyList<short> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    private void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}
