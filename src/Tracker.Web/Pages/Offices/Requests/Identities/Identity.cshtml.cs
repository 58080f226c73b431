using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Identities;

/// <summary>
/// 完整证件号码: shown in answer to a form alone, so that no address leads to them, and not before the look stands in the audit.
/// </summary>
[Needs(Right.See)]
public sealed class IdentityModel(RequestStore requests, AuditLog audit) : OfficePage
{
    public Guid CaseId { get; private set; }

    /// <summary>登记编号</summary>
    public string Number { get; private set; } = "";

    public ImmutableArray<(string From, string Number)> Numbers { get; private set; } = [];

    /// <summary>Whether they are shown in full.</summary>
    public bool IsWhole { get; private set; }

    public bool IsErased { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        Show(request, IdentityWords.Masked);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        if (IsErased || !IdentityWords.NumbersOf(request.State).Any())
        {
            Show(request, IdentityWords.Masked); // there is nothing to look at
            return Page();
        }

        await audit.WriteAsync(Audited.IdentitySeen, HttpContext.Account().Id, cancellationToken, Office.Code, caseId: id);
        IsWhole = true;
        Show(request, number => number ?? IdentityWords.Erased);
        return Page();
    }

    private async Task<LoadedStream<RequestState, RequestEvent>?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var request = await requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (request.State.Registration is not { } registration)
        {
            return null;
        }

        (CaseId, Number, IsErased) = (id, registration.Number, request.State.PersonalDataErasedOn is not null);
        return request;
    }

    private void Show(LoadedStream<RequestState, RequestEvent> request, Func<string?, string> shown) =>
        Numbers = [.. IdentityWords.NumbersOf(request.State).Select(known => (known.From, shown(request.Unsealer.Open(known.Number))))];
}
