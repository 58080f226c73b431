using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Lists;

/// <summary>常用筛选: keeps the filter of the address under a name, shows and removes those that are kept.</summary>
[Needs(Right.See)]
public sealed class SavedFiltersModel(SavedFilters saved) : FilterPage
{
    [BindProperty]
    public SavedFilterInput Form { get; set; } = new();

    public ImmutableArray<SavedFilter> Saved { get; private set; } = [];

    /// <summary>The filter of the address in words; empty if there is none to keep.</summary>
    public ImmutableArray<string> Parts { get; private set; } = [];

    // A number is looked for once, and its place in the address might hold anything.
    private CaseFilter Kept => Filter with { Number = null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !ReadFilter())
        {
            return NotFound();
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ReadFilter() || ModelState.Any(entry => entry.Value?.ValidationState == ModelValidationState.Invalid && Request.Query.ContainsKey(entry.Key)))
        {
            return NotFound();
        }

        await ShowAsync(cancellationToken);
        if (Parts.IsEmpty)
        {
            ModelState.AddModelError(string.Empty, "请先在台账中选好筛选条件，再保存为常用筛选。");
            return PageWithErrors();
        }

        if (!IsWellFormed(Form, nameof(Form)))
        {
            return PageWithErrors();
        }

        var filter = new SavedFilter(Form.Name!.Trim(), Addresses.RegisterQuery(Kept, Order));
        var saving = await saved.SaveAsync(Office.Code, HttpContext.Account().Id, filter, cancellationToken);
        if (saving == FilterSaving.Saved)
        {
            Banner = $"已保存常用筛选“{filter.Name}”。";
            return Redirect(Addresses.Register(Office.Code) + filter.Query);
        }

        ModelState.AddModelError(
            $"{nameof(Form)}.{nameof(Form.Name)}",
            saving == FilterSaving.Full
                ? $"每人最多保存 {SavedFilters.Most} 个常用筛选，请先删除不用的。"
                : "已经有这个名称的常用筛选，请换一个名称，或者先删除原来的。");
        return PageWithErrors();
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? name, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(name) && !name.Any(char.IsControl))
        {
            await saved.RemoveAsync(Office.Code, HttpContext.Account().Id, name, cancellationToken);
            Banner = $"已删除常用筛选“{name}”。";
        }

        return Redirect(Addresses.SavedFilters(Office.Code));
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Saved = await saved.OfAsync(Office.Code, HttpContext.Account().Id, cancellationToken);
        Parts = [.. FilterWords.Of(Kept).Select(part => part.Label), .. Order is { } order ? new[] { FilterWords.Of(order) } : []];
    }
}
