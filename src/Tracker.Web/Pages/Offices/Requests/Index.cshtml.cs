using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests.Searches;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.ReadModels.Searching;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Lists;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>台账: all cases, those a filter and a search leave, or exactly those a figure counts.</summary>
[Needs(Right.See)]
public sealed class IndexModel(
    Book book, CaseList cases, CaseSearch search, YearFactsReader years, SavedFilters saved, SearchTokens tokens, LegalClock clock)
    : RegisterPage(book, search, years, tokens, clock)
{
    private const string SearchField = "words";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What somebody typed to look for.</summary>
    [BindProperty(Name = SearchField)]
    public string? Sought { get; set; }

    /// <summary>承办单位 one can choose from.</summary>
    public ImmutableArray<string> Units { get; private set; } = [];

    /// <summary>常用筛选 of whoever looks.</summary>
    public ImmutableArray<SavedFilter> Saved { get; private set; } = [];

    public CasePage Cases { get; private set; } = CasePage.Empty;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>The words leave the form for a token, which then stands in the address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !ReadFilter())
        {
            return NotFound();
        }

        var words = SearchWords.Of(Sought);
        if (SearchSentences.WhyNot(Sought, words) is { } sentence)
        {
            Token = null;
            var page = await ShowAsync(cancellationToken);
            ModelState.AddModelError(SearchField, sentence);
            return page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? PageWithErrors() : page;
        }

        return Redirect(Addresses.Register(
            Office.Code,
            Filter with { Number = null },
            Order,
            words is null ? null : TokenOf(words)));
    }

    /// <summary>The same list sorted by a heading: the other way round if it is already.</summary>
    public string SortAddress(CaseSort sort)
    {
        var now = Order ?? Filter.Order;
        return Address(Filter, new(sort, Down: now.By == sort ? !now.Down : sort == CaseSort.Received));
    }

    /// <summary>aria-sort of a heading.</summary>
    public string? SortedBy(CaseSort sort) =>
        (Order ?? Filter.Order) is var now && now.By == sort ? now.Down ? "descending" : "ascending" : null;

    /// <summary>The address of another page of the same list.</summary>
    public string PageAddress(int page) => AddressWith(Addresses.Register(Office.Code), "p", $"{page}");

    /// <summary>The same list as a file.</summary>
    public string ExportAddress(string format) => AddressWith(Addresses.RegisterExport(Office.Code), ExportModel.FormatField, format);

    /// <summary>The same search with another filter.</summary>
    public string Address(CaseFilter filter) => Address(filter, Order);

    private string Address(CaseFilter filter, CaseOrder? order) => Addresses.Register(Office.Code, filter, order, Searched is null ? null : Token);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await SelectedAsync(cancellationToken) is not { } selection)
        {
            return NotFound();
        }

        // None waits for another. All cases in the place of a search that is over would pass for what was searched.
        var page = IsSearchOver ? Task.FromResult(CasePage.Empty) : PageAsync(selection, PageNumber, cancellationToken);
        if (Figure is null)
        {
            var (units, filters) = (cases.UnitsAsync(Office.Code, cancellationToken), saved.OfAsync(Office.Code, HttpContext.Account().Id, cancellationToken));
            await Task.WhenAll(units, filters, page);
            (Units, Saved) = (await units, await filters);
        }

        Cases = await page;
        return Page();
    }
}
