using System.Collections.Immutable;
using System.Data;
using Microsoft.AspNetCore.Mvc;
using Tracker.Documents.AnnualReports;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>台账: all cases, those a filter leaves, or exactly those a figure counts.</summary>
[Needs(Right.See)]
public sealed class IndexModel(Book book, CaseList cases, YearFactsReader years, LegalClock clock) : OfficePage
{
    private const int LongestSearch = 64;

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Form { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Row { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicantKind? Column { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Cumulative { get; set; }

    /// <summary>Only the cases of this urgency.</summary>
    [BindProperty(SupportsGet = true)]
    public Urgency? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public Awaited? Waits { get; set; }

    [BindProperty(SupportsGet = true)]
    public Idle? Idle { get; set; }

    [BindProperty(SupportsGet = true, Name = "ground")]
    public string? GroundKey { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicantKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Channel? Channel { get; set; }

    /// <summary>收到年份</summary>
    [BindProperty(SupportsGet = true)]
    public int? Received { get; set; }

    /// <summary>承办单位</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Missing { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseSort? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Down { get; set; }

    /// <summary>What the address asks for.</summary>
    public CaseFilter Filter { get; private set; } = new();

    /// <summary>The order the address asks for; none for the list's own.</summary>
    public CaseOrder? Order => Sort is { } sort ? new(sort, Down == true) : null;

    /// <summary>承办单位 one can choose from.</summary>
    public ImmutableArray<string> Units { get; private set; } = [];

    public CasePage Cases { get; private set; } = null!;

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    /// <summary>Which figure the list stands behind; none for the register itself.</summary>
    public string? Figure { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        if (Row is not null)
        {
            return await FigureAsync(cancellationToken) ? Page() : NotFound();
        }

        var ground = string.IsNullOrEmpty(GroundKey) ? null : Grounds.Find(GroundKey);
        if ((ground is null && !string.IsNullOrEmpty(GroundKey)) || Received is < 2000 or > 9998 || Unit?.Any(char.IsControl) == true)
        {
            return NotFound();
        }

        var number = (Number is { Length: > LongestSearch } ? Number[..LongestSearch] : Number)?.Trim();
        Filter = new()
        {
            Number = number,
            Due = Due,
            Waits = Waits,
            Idle = Idle,
            Ground = ground,
            Kind = Kind,
            Channel = Channel,
            ReceivedIn = Received,
            Unit = string.IsNullOrEmpty(Unit) ? null : Unit,
            Missing = Missing == true,
        };
        Units = await cases.UnitsAsync(Office.Code, cancellationToken);
        Cases = number?.Any(char.IsControl) == true
            ? CasePage.Empty // no number holds a control character
            : await cases.FindAsync(Office.Code, Filter, Order, Calendar, Today, PageNumber, cancellationToken);
        return Page();
    }

    /// <summary>The same list sorted by a heading: the other way round if it is already.</summary>
    public string SortAddress(CaseSort sort)
    {
        var now = Order ?? Filter.Order;
        return Addresses.Register(Office.Code, Filter, new(sort, Down: now.By == sort ? !now.Down : sort == CaseSort.Received));
    }

    /// <summary>aria-sort of a heading.</summary>
    public string? SortedBy(CaseSort sort) =>
        (Order ?? Filter.Order) is var now && now.By == sort ? now.Down ? "descending" : "ascending" : null;

    /// <summary>The address of another page of the same list.</summary>
    public string PageAddress(int page)
    {
        var query = QueryString.Create(
        [
            .. Request.Query.Where(part => part.Key != "p").Select(part => KeyValuePair.Create(part.Key, part.Value)),
            KeyValuePair.Create("p", new Microsoft.Extensions.Primitives.StringValues($"{page}")),
        ]);
        return Addresses.Register(Office.Code) + query;
    }

    /// <summary>The facts a figure counts, by the same function that counted them.</summary>
    private async Task<bool> FigureAsync(CancellationToken cancellationToken)
    {
        if (Year is not (>= 2000 and <= 9998) || Counter() is not var (counts, words))
        {
            return false;
        }

        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var facts = await years.ReadAsync(connection, Office.Code, Year.Value, cancellationToken);
        Cases = await cases.ByFigureAsync(Office.Code, facts, counts, PageNumber, cancellationToken);
        Figure = $"{Year} 年度{(facts.Closing is null ? "" : "（封账时）")} · {words}";
        return true;
    }

    private (Func<RequestFact, bool> Counts, string Words)? Counter()
    {
        var year = Year!.Value;
        if (Form == AnnexBefore2019.Key)
        {
            var line = AnnexBefore2019.Count([], year).FirstOrDefault(line => line.Key == Row && line.ThisYear is not null);
            return line is null
                ? null
                : (fact => AnnexBefore2019.Counts(line.Key, fact, year, Cumulative), $"{line.Label}{(Cumulative ? "（历年累计）" : "")}");
        }

        var form = ReportForm.All.FirstOrDefault(known => known.Key == Form);
        var row = form?.Rows.FirstOrDefault(known => known.Key == Row);
        return form is null || row is null
            ? null
            : (fact => CellOf.Counts(new(row.Key, Column), fact, form, year), $"{row.Label} · {ReportWords.Column(Column)}");
    }
}
