using Microsoft.AspNetCore.Mvc;
using Tracker.Documents.Registers;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.ReadModels.Searching;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Lists;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>导出: the list of the same address as a file, all of it.</summary>
[Needs(Right.See)]
public sealed class ExportModel(
    Book book, CaseSearch search, CaseExport export, YearFactsReader years, AuditLog audit, SearchTokens tokens, LegalClock clock)
    : RegisterPage(book, search, years, tokens, clock)
{
    public const string FormatField = "as";
    public const string Workbook = "xlsx";
    public const string Csv = "csv";

    [BindProperty(SupportsGet = true, Name = FormatField)]
    public string Format { get; set; } = Workbook;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Format is not (Workbook or Csv) || await SelectedAsync(cancellationToken) is not { } selection)
        {
            return NotFound();
        }

        if (IsSearchOver)
        {
            return Redirect(Addresses.Register(Office.Code, Filter, Order, Token));
        }

        var account = HttpContext.Account();
        await audit.WriteAsync(Audited.RegisterExported, account.Id, cancellationToken, Office.Code);
        var lines = Lines(await AmongAsync(selection, cancellationToken), cancellationToken);
        var file = new MemoryStream(); // a file of 100,000 lines takes some megabytes; half of one shall not arrive as a whole
        if (Format == Csv)
        {
            await RegisterCsv.WriteAsync(file, lines, cancellationToken);
        }
        else
        {
            var parts = FilterWords.Of(Filter).Select(part => part.Label);
            var title = ExportWords.Title(Office.Name, Figure, parts, Searched is not null, Now, account.DisplayName);
            await RegisterWorkbook.WriteAsync(file, title, lines, cancellationToken);
        }

        file.Position = 0;
        return File(
            file,
            Format == Csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Office.Name}台账{Today:yyyyMMdd}.{Format}");
    }

    private async IAsyncEnumerable<RegisterLine> Lines(
        CaseSelection selection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var exported in export.ReadAsync(selection, cancellationToken))
        {
            yield return ExportWords.Line(exported, Calendar, Today);
        }
    }
}
