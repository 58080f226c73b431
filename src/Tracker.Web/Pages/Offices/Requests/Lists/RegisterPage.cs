using System.Data;
using Microsoft.AspNetCore.Mvc;
using Tracker.Documents.AnnualReports;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Searches;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.ReadModels.Searching;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Requests.Lists;

/// <summary>A page about the cases its address selects: all, those a filter and a search leave, or exactly those a figure counts.</summary>
public abstract class RegisterPage(Book book, CaseSearch search, YearFactsReader years, SearchTokens tokens, LegalClock clock) : FilterPage
{
    /// <summary>What stands for the words that are searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Token { get; set; }

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

    /// <summary>Which figure the list stands behind; none for the register itself.</summary>
    public string? Figure { get; private set; }

    /// <summary>What is searched for.</summary>
    public SearchWords? Searched { get; private set; }

    /// <summary>The address names a search nobody can know any more.</summary>
    public bool IsSearchOver { get; private set; }

    public WorkingCalendar Calendar => book.Calendars.Of(Office.Code);

    public DateOnly Today => clock.Today;

    protected DateTimeOffset Now => clock.Now;

    /// <summary>The address of this list, or of its file, with another value for one part.</summary>
    public string AddressWith(string path, string part, string value)
    {
        var query = QueryString.Create(
        [
            .. Request.Query.Where(given => given.Key != part && given.Key != "p").Select(given => KeyValuePair.Create(given.Key, given.Value)),
            KeyValuePair.Create(part, new Microsoft.Extensions.Primitives.StringValues(value)),
        ]);
        return path + query;
    }

    protected Task<CasePage> PageAsync(CaseSelection selection, int page, CancellationToken cancellationToken) =>
        search.PageAsync(selection, page, cancellationToken);

    /// <summary>The same selection, narrowed to where its words may stand.</summary>
    protected Task<CaseSelection> AmongAsync(CaseSelection selection, CancellationToken cancellationToken) =>
        search.AmongAsync(selection, cancellationToken);

    /// <summary>What stands in an address for the words, of whoever asks.</summary>
    protected string TokenOf(SearchWords words) => tokens.For(Office.Code, HttpContext.Account().Id, words);

    /// <summary>Which cases the address selects; none if it says nothing that can be selected.</summary>
    protected async Task<CaseSelection?> SelectedAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        if (Row is not null)
        {
            return await OfFigureAsync(cancellationToken);
        }

        if (!ReadFilter())
        {
            return null;
        }

        if (!string.IsNullOrEmpty(Token))
        {
            Searched = tokens.Read(Office.Code, HttpContext.Account().Id, Token);
            IsSearchOver = Searched is null;
        }

        return CaseSelection.Of(Office.Code, Filter, Order, Calendar, Today).In(Searched);
    }

    /// <summary>The facts a figure counts, by the same function that counted them.</summary>
    private async Task<CaseSelection?> OfFigureAsync(CancellationToken cancellationToken)
    {
        if (Year is not (>= 2000 and <= 9998) || Counter() is not var (counts, words))
        {
            return null;
        }

        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var facts = await years.ReadAsync(connection, Office.Code, Year.Value, cancellationToken);
        Figure = $"{Year} 年度{(facts.Closing is null ? "" : "（封账时）")} · {words}";
        return CaseSelection.OfFigure(Office.Code, facts, counts);
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
