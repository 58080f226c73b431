using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.EventStore.CaseDocuments;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>
/// 下载附件, for those who work on cases: a scan shows in full what the pages mask for those who only read.
/// </summary>
[Needs(Right.Note)]
public sealed class DocumentContentModel(RequestStore requests, DocumentStore documents) : OfficePage
{
    public Guid CaseId { get; private set; }

    /// <summary>登记编号</summary>
    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid document, CancellationToken cancellationToken)
    {
        var request = await requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        if (request.State.Documents.FirstOrDefault(added => added.Document == document) is not { } added)
        {
            return NotFound(); // of another request, removed, or never there
        }

        if (request.State.PersonalDataErasedOn is not null)
        {
            (CaseId, Number) = (id, request.State.Registration!.Number);
            return PageWith(StatusCodes.Status410Gone);
        }

        await SendAsync(request, added, cancellationToken);
        return new EmptyResult();
    }

    /// <summary>Nothing is done here.</summary>
    public IActionResult OnPost() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    /// <summary>What fails at the first piece is a page for faults; what fails later breaks off, short of the length that was announced.</summary>
    private async Task SendAsync(
        LoadedStream<RequestState, RequestEvent> request, DocumentAdded added, CancellationToken cancellationToken)
    {
        await using var pieces = documents.ReadAsync(request, added, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasPiece = await pieces.MoveNextAsync();
        Response.ContentType = DocumentWords.MediaType(added.Type);
        Response.ContentLength = added.Size;
        Response.Headers.ContentDisposition = Disposition(request.Unsealer.Open(added.Name) ?? "");
        for (; hasPiece && !HttpMethods.IsHead(Request.Method); hasPiece = await pieces.MoveNextAsync())
        {
            await Response.Body.WriteAsync(pieces.Current, cancellationToken);
        }
    }

    /// <summary>Always to be saved, never to be shown; the name by RFC 5987, in which no quote and no line break can stand.</summary>
    private static string Disposition(string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
