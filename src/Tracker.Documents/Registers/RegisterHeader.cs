using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Tracker.Documents.Registers;

/// <summary>The headings of a register file: which column stands where.</summary>
internal sealed class RegisterHeader
{
    private readonly Dictionary<RegisterColumn, int> places = [];
    private readonly string[] headings;

    private RegisterHeader(string[] headings)
    {
        this.headings = headings;
        var repeated = new List<RegisterColumn>();
        var unknown = new List<string>();
        for (var place = 0; place < headings.Length; place++)
        {
            var heading = TextRules.Fold(headings[place]);
            if (RegisterColumns.All.FirstOrDefault(column => column.Heading == heading) is not { } column)
            {
                unknown.Add(HeadingAt(place));
            }
            else if (!places.TryAdd(column, place))
            {
                repeated.Add(column);
            }
        }

        var missing = RegisterColumns.All.Where(column => column.IsRequired && !places.ContainsKey(column));
        Faults =
        [
            .. repeated.Distinct().Select(column => new RegisterFault(1, column.Heading, column.Heading, "每个列名只出现一次")),
            .. missing.Select(column => RegisterFault.At(1, column, found: null, "第 1 行是列名，其中必须有这一列")),
        ];

        // What stands in row 1 of a file without headings is a request, so nothing of it is shown.
        Unknown = Faults.IsEmpty ? [.. unknown] : [];
    }

    /// <summary>The number of cells every row has; headings left empty at the end are not counted.</summary>
    public int Width => headings.Length;

    public int Known => places.Count;

    public ImmutableArray<string> Unknown { get; }

    public ImmutableArray<RegisterFault> Faults { get; }

    /// <summary>Reads the headings from the record the reader stands on.</summary>
    public static RegisterHeader Of(CsvReader csv)
    {
        var cells = Enumerable.Range(0, csv.FieldCount).Select(place => csv.GetString(place).Trim()).ToArray();
        return new(cells[..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)]);
    }

    public int? PlaceOf(RegisterColumn column) => places.TryGetValue(column, out var place) ? place : null;

    /// <summary>A heading as a person would name it.</summary>
    public string HeadingAt(int place) => headings[place].Length > 0
        ? RegisterFault.Echo(headings[place])
        : string.Create(CultureInfo.InvariantCulture, $"（第 {place + 1} 列，无列名）");
}
