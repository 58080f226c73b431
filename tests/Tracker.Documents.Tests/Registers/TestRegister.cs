using System.Text;
using Tracker.Documents.Registers;
using Tracker.Domain.LegalTime;

namespace Tracker.Documents.Tests.Registers;

/// <summary>A register file in the temporary folder, and what reading it gives.</summary>
internal sealed class TestRegister : IDisposable
{
    /// <summary>The day the tests take for today.</summary>
    public static readonly DateOnly Today = new(2023, 6, 1);

    /// <summary>The four columns no register can do without, and a row for them.</summary>
    public const string Headings = "登记编号,申请方式,提交日期,申请人类别";
    public const string Row = "A-1,当面,2022-03-01,自然人";

    private readonly string path = Path.GetTempFileName();

    public TestRegister(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(path, bytes);
        File = RegisterFile.Open(path);
    }

    public TestRegister(string text, Encoding? encoding = null)
        : this([.. (encoding ?? Utf8).GetPreamble(), .. (encoding ?? Utf8).GetBytes(text)])
    {
    }

    private TestRegister(long emptyBytes)
    {
        using (var sparse = System.IO.File.Create(path))
        {
            sparse.SetLength(emptyBytes);
        }

        File = RegisterFile.Open(path);
    }

    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public RegisterFile File { get; }

    public static TestRegister Sparse(long bytes) => new(bytes);

    public List<RowResult<RegisterRow>> Results() => [.. File.Read()];

    public List<RegisterRow> Rows() => [.. Results().Select(result => Assert.IsType<RowAccepted<RegisterRow>>(result).Value)];

    public List<RegisterFault> Faults() => [.. Results().OfType<RowFaulty<RegisterRow>>().SelectMany(result => result.Faults)];

    public List<RowResult<RegisterRequest>> Import() => [.. RegisterImport.Read(File, WorkingCalendar.Embedded, Today)];

    /// <summary>The rows of a text with these headings.</summary>
    public static List<RegisterRow> RowsOf(string headings, params string[] rows)
    {
        using var register = new TestRegister(Lines(headings, rows));
        return register.Rows();
    }

    /// <summary>The faults of a text with these headings.</summary>
    public static List<RegisterFault> FaultsOf(string headings, params string[] rows)
    {
        using var register = new TestRegister(Lines(headings, rows));
        return register.Faults();
    }

    /// <summary>What importing a text with these headings gives.</summary>
    public static List<RowResult<RegisterRequest>> ImportOf(string headings, params string[] rows)
    {
        using var register = new TestRegister(Lines(headings, rows));
        return register.Import();
    }

    public static string Lines(string headings, params string[] rows) => string.Join('\n', [headings, .. rows, ""]);

    public void Dispose()
    {
        File.Dispose();
        System.IO.File.Delete(path);
    }
}
