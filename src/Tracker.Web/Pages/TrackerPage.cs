using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>What every page that does something has in common.</summary>
public abstract class TrackerPage : PageModel
{
    /// <summary>One sentence about what was just done.</summary>
    [TempData]
    public string? Banner { get; set; }

    /// <summary>Where what was just done can be taken back; none if nothing can, or not by whoever did it.</summary>
    [TempData]
    public string? UndoAddress { get; set; }

    protected Act ActOf(string office, Guid commandId, DateTimeOffset now) =>
        new(office, HttpContext.Account().UserName, commandId, Act.FromPage, now);

    /// <summary>Whether the form's shape is right. A post without any of its fields is asked for each of them.</summary>
    protected bool IsWellFormed(object form, string name)
    {
        if (!ModelState.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            TryValidateModel(form, name);
        }

        return ModelState.IsValid;
    }

    /// <summary>Whether an address says the value by its name. The framework would take the number behind it, too, and any case and space.</summary>
    protected bool IsNamed(string field, Enum? value) =>
        ModelState[field] is not { AttemptedValue: { Length: > 0 } said, ValidationState: var read } || (read != ModelValidationState.Invalid && said == value?.ToString());

    /// <summary>
    /// For a look ahead, which saves nothing: what is still to be written does not matter yet, and what was read is shown as it was read.
    /// A day that is none keeps what was typed, and its sentence.
    /// </summary>
    /// <returns>Whether everything typed could be read.</returns>
    protected bool KeepOnlyUnreadable()
    {
        foreach (var field in ModelState.Keys.ToList())
        {
            if (ModelState[field]!.Errors.All(error => error.ErrorMessage != TypedDay.Unreadable))
            {
                ModelState.Remove(field);
            }
        }

        return ModelState.IsValid;
    }

    /// <summary>The same page again, with what is wrong: 422.</summary>
    protected PageResult PageWithErrors() => PageWith(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The same page again under another status.</summary>
    protected PageResult PageWith(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}

/// <summary>A page whose address names an office.</summary>
public interface IOfficePage
{
    /// <summary>Set before any handler runs.</summary>
    Office Office { get; set; }
}
