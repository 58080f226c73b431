using Npgsql;
using NpgsqlTypes;

namespace Tracker.ReadModels;

/// <summary>The values a condition asks for, in order; the first is the office.</summary>
internal sealed class CaseParameters
{
    private readonly List<NpgsqlParameter> given = [];

    public CaseParameters(string office) => Office = Text(office);

    /// <summary>The office's parameter.</summary>
    public string Office { get; }

    public NpgsqlParameter[] All => [.. given];

    public string Text(string value) => Add(value, NpgsqlDbType.Varchar);

    public string Texts(IEnumerable<string> values) => Add(values.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Varchar);

    public string Day(DateOnly value) => Add(value, NpgsqlDbType.Date);

    private string Add(object value, NpgsqlDbType type)
    {
        given.Add(new() { Value = value, NpgsqlDbType = type });
        return $"${given.Count}";
    }
}
