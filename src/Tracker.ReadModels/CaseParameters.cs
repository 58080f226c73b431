using Npgsql;
using NpgsqlTypes;

namespace Tracker.ReadModels;

/// <summary>The values a condition asks for, in order; the first is the office.</summary>
internal sealed class CaseParameters
{
    private readonly List<NpgsqlParameter> given = [];

    public CaseParameters(string office) => (OfficeCode, Office) = (office, Text(office));

    /// <summary>The same values, to which others may be added.</summary>
    public CaseParameters(CaseParameters before) => (OfficeCode, Office, given) = (before.OfficeCode, before.Office, [.. before.given]);

    public string OfficeCode { get; }

    /// <summary>The office's parameter.</summary>
    public string Office { get; }

    public NpgsqlParameter[] All => [.. given];

    /// <summary>The values, one after the other: two that are spelled alike ask for the same.</summary>
    public string Spelled => string.Join('\n', given.Select(one => one.Value is Array many ? string.Join('\t', many.Cast<object>()) : $"{one.Value}"));

    public string Text(string value) => Add(value, NpgsqlDbType.Varchar);

    public string Texts(IEnumerable<string> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Varchar);

    public string Ids(IEnumerable<Guid> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public string Bigints(IEnumerable<long> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public string Smallints(IEnumerable<short> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public string Smallint(short value) => Add(value, NpgsqlDbType.Smallint);

    public string Day(DateOnly value) => Add(value, NpgsqlDbType.Date);

    private string Add(object value, NpgsqlDbType type)
    {
        given.Add(new() { Value = value, NpgsqlDbType = type });
        return $"${given.Count}";
    }
}
