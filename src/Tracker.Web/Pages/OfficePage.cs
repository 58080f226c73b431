using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.EventStore;
using Tracker.ReadModels;

namespace Tracker.Web.Pages;

/// <summary>A page of one office, which its address names.</summary>
public abstract class OfficePage : PageModel
{
    /// <summary>Nobody signs in yet; the acts of the one person at this machine stand under the nil uuid.</summary>
    private const string NobodySignedIn = "user:00000000-0000-0000-0000-000000000000";

    /// <summary>Set before any handler runs.</summary>
    public Office Office { get; set; } = null!;

    /// <summary>One sentence about what was just done.</summary>
    [TempData]
    public string? Banner { get; set; }

    protected Act ActOf(Guid commandId, DateTimeOffset now) => new(Office.Code, NobodySignedIn, commandId, Act.FromPage, now);

    /// <summary>Whether the form's shape is right. A post without any of its fields is asked for each of them.</summary>
    protected bool IsWellFormed(object form, string name)
    {
        if (!ModelState.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            TryValidateModel(form, name);
        }

        return ModelState.IsValid;
    }

    /// <summary>The same page again, with what is wrong: 422.</summary>
    protected PageResult PageWithErrors()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
