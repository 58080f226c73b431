using System.Globalization;
using CsvHelper;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Registers;

/// <summary>Reads the cells of one record after another into rows, or into all their faults.</summary>
internal sealed class RowReader(CsvReader csv, RegisterHeader header)
{
    public const string NoNul = "文字（此处有空字符 NUL，文件可能已损坏）";

    private readonly List<RegisterFault> faults = [];
    private int row;

    /// <summary>The record the reader stands on; none if it is blank.</summary>
    public RowResult<RegisterRow>? Read()
    {
        row = (int)csv.RowNumber;
        faults.Clear();
        if (IsBlankFrom(0))
        {
            return null;
        }

        if (csv.FieldCount < header.Width || !IsBlankFrom(header.Width))
        {
            // A cell too few or too many shifts the others, so a name may stand anywhere.
            return new RowFaulty<RegisterRow>([RegisterFault.OfRow(row, $"{header.Width} 格，与列名相同", $"{csv.FieldCount} 格")]);
        }

        CheckNul();
        if (faults.Count > 0)
        {
            return new RowFaulty<RegisterRow>([.. faults]);
        }

        var read = ReadCells();
        return faults.Count > 0 ? new RowFaulty<RegisterRow>([.. faults]) : new RowAccepted<RegisterRow>(read);
    }

    private RegisterRow ReadCells()
    {
        var read = new RegisterRow(
            row,
            Number(),
            Word(RegisterColumns.Channel, RegisterWords.Channel, RegisterWords.Channels) ?? default,
            Date(RegisterColumns.FiledOn) ?? default,
            Date(RegisterColumns.ArrivedOn),
            Date(RegisterColumns.ConfirmedOn),
            Word(RegisterColumns.ApplicantKind, RegisterWords.Kind, RegisterWords.Kinds) ?? default,
            Text(RegisterColumns.ApplicantName),
            Text(RegisterColumns.Contact),
            Text(RegisterColumns.Content),
            Date(RegisterColumns.NoticeOn),
            Date(RegisterColumns.NoticePeriodEndsOn),
            Date(RegisterColumns.SupplementOn),
            Date(RegisterColumns.ExtensionApprovedOn),
            Days(RegisterColumns.ExtensionWorkingDays),
            Result(),
            Date(RegisterColumns.AnsweredOn),
            DocumentNumber());

        Needs(RegisterColumns.AnsweredOn, RegisterColumns.Ground);
        Needs(RegisterColumns.Ground, RegisterColumns.AnsweredOn);
        Needs(RegisterColumns.DocumentNumber, RegisterColumns.AnsweredOn);
        Needs(RegisterColumns.ExtensionWorkingDays, RegisterColumns.ExtensionApprovedOn);
        Needs(RegisterColumns.ExtensionApprovedOn, RegisterColumns.ExtensionWorkingDays);
        Needs(RegisterColumns.NoticePeriodEndsOn, RegisterColumns.NoticeOn);
        Needs(RegisterColumns.SupplementOn, RegisterColumns.NoticeOn);

        return read;
    }

    private string Number()
    {
        // The same number typed once with and once without a Chinese input method is one number. Brackets stay as the office sets them.
        var number = string.Concat((Text(RegisterColumns.Number) ?? "").Select(
            letter => TextRules.HalfWidth(letter) is var half && (char.IsAsciiLetterOrDigit(half) || half == '-') ? half : letter));
        if (number.EnumerateRunes().Any(TextRules.IsInvisible))
        {
            Fault(RegisterColumns.Number, number, "没有控制字符和换行的编号");
        }

        // A spreadsheet would take it for a formula, here and wherever the register is exported to.
        if (number.Length > 0 && TextRules.HalfWidth(number[0]) is '=' or '+' or '-' or '@')
        {
            Fault(RegisterColumns.Number, number, "不以 = + - @ 开头的编号");
        }

        return number;
    }

    private string? DocumentNumber()
    {
        var number = Text(RegisterColumns.DocumentNumber);
        if (number?.EnumerateRunes().Any(TextRules.IsInvisible) is true)
        {
            Fault(RegisterColumns.DocumentNumber, number, "没有控制字符和换行的文号");
        }

        return number;
    }

    private Ground? Result()
    {
        var text = Text(RegisterColumns.Ground);
        var ground = text is null ? null : RegisterWords.Ground(text);
        if (text is not null && ground is null)
        {
            Fault(RegisterColumns.Ground, text, RegisterWords.Results);
        }

        return ground;
    }

    private DateOnly? Date(RegisterColumn column) => Value(column, TextRules.Date, "日历上有的日期，如 2022-03-01");

    private int? Days(RegisterColumn column) => Value(column, TextRules.Count, "工作日的天数，整数");

    private T? Word<T>(RegisterColumn column, Func<string, T?> find, string expected)
        where T : struct => Value(column, find, expected);

    private T? Value<T>(RegisterColumn column, Func<string, T?> read, string expected)
        where T : struct
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            Fault(column, text, expected);
        }

        return value;
    }

    private string? Text(RegisterColumn column)
    {
        var text = Cell(column);
        if (text.Length == 0)
        {
            if (column.IsRequired)
            {
                Fault(column, text, "必填");
            }

            return null;
        }

        if (text.Length > column.MaxLength)
        {
            Fault(column, text, string.Create(CultureInfo.InvariantCulture, $"不超过 {column.MaxLength} 个字（此处 {text.Length} 个）"));
        }

        return text;
    }

    private string Cell(RegisterColumn column) => header.PlaceOf(column) is { } place ? csv.GetString(place).Trim() : "";

    private void Needs(RegisterColumn given, RegisterColumn needed)
    {
        if (Cell(given).Length > 0 && Cell(needed).Length == 0)
        {
            Fault(needed, found: null, $"填了“{given.Heading}”的，这一格必填");
        }
    }

    private void CheckNul()
    {
        for (var place = 0; place < header.Width; place++)
        {
            if (csv.GetSpan(place).Contains((byte)0))
            {
                faults.Add(new(row, header.HeadingAt(place), RegisterFault.Masked, NoNul));
            }
        }
    }

    private bool IsBlankFrom(int place)
    {
        for (; place < csv.FieldCount; place++)
        {
            if (!csv.GetSpan(place).IsEmpty && !string.IsNullOrWhiteSpace(csv.GetString(place)))
            {
                return false;
            }
        }

        return true;
    }

    private void Fault(RegisterColumn column, string? found, string expected) =>
        faults.Add(RegisterFault.At(row, column, found, expected));
}
