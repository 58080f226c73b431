using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.EventStore.CaseDocuments;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>
/// 添加附件. The file is read as it arrives and sealed piece by piece: neither the framework nor the page ever holds it, and nothing of it
/// stands anywhere in clear. So the form is read by hand, and its token is checked by hand before the file is touched.
/// </summary>
[Needs(Right.Attach)]
[WithoutFormBinding]
[IgnoreAntiforgeryToken]
[RequestSizeLimit(LongestBody)]
public sealed class DocumentModel(RequestStore requests, DocumentStore documents, IAntiforgery antiforgery, LegalClock clock) : OfficePage
{
    /// <summary>Bytes: the file, and what the form puts around it.</summary>
    private const long LongestBody = DocumentLimits.PerDocument + (64 * 1024);

    private const string Field = "Form.File";

    public Guid CaseId { get; private set; }

    /// <summary>登记编号</summary>
    public string Number { get; private set; } = "";

    public Guid CommandId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whether the request still has a key to seal anything under.</summary>
    public bool CanAdd { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        if (request.State.PersonalDataErasedOn is { } erased)
        {
            CanAdd = false;
            ModelState.AddModelError("", RefusalSentences.Of(new PersonalDataAlreadyErased(erased)));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } request)
        {
            return NotFound();
        }

        if (Request.ContentLength > LongestBody)
        {
            return Refused(new DocumentTooLarge(DocumentLimits.PerDocument)); // nothing of it was read
        }

        try
        {
            if (await DocumentUpload.ReadAsync(Request, cancellationToken) is not { } upload || !await IsOursAsync(upload))
            {
                return BadRequest();
            }

            return await AddAsync(request, upload, cancellationToken);
        }
        catch (Exception fault) when (fault is DocumentCutShortException or BadHttpRequestException)
        {
            ModelState.AddModelError(Field, "文件没有收全，没有保存；请重新选择文件，再提交一次。");
            return PageWithErrors();
        }
    }

    private async Task<IActionResult> AddAsync(
        LoadedStream<RequestState, RequestEvent> request, DocumentUpload upload, CancellationToken cancellationToken)
    {
        var (name, reason) = DocumentNames.Of(upload.FileName);
        var type = DocumentTypes.ByName(name);
        reason ??= type is null ? new DocumentTypeNotAccepted() : null;
        await using var incoming = DocumentStore.Receive(request);
        reason ??= incoming is null ? new PersonalDataAlreadyErased(request.State.PersonalDataErasedOn ?? clock.Today) : null;
        reason ??= await incoming!.ReceiveAsync(upload.Content, head => Judge(type!.Value, head.Span), cancellationToken);
        if (reason is not null)
        {
            return Refused(reason);
        }

        var before = DocumentShown.Under(CommandId, request);
        if (before?.Is(incoming!.Digest) == false)
        {
            CommandId = Guid.CreateVersion7(); // the form of another file, gone back to: it would be taken for that one sent twice
            ModelState.AddModelError(Field, "这一页已经添加过另一个文件，这一个没有保存；请重新选择文件，再提交一次。");
            return PageWithErrors();
        }

        if (before is null && DocumentShown.Of(request).FirstOrDefault(shown => shown.Is(incoming!.Digest)) is { } same)
        {
            return Refused(new DocumentAlreadyAdded(same.Added.AddedOn));
        }

        var command = new AddDocument(incoming!.Id, type!.Value, incoming.Size, Sealed.Text(name), Sealed.Text(incoming.Digest));
        var change = await documents.AddAsync(
            incoming, ActOf(CommandId, clock.Now), state => AddDocument.Decide(state, command, clock.Today), cancellationToken);
        switch (change)
        {
            case Changed<RequestState, RequestEvent>:
                Banner = "已添加附件。";
                return Redirect(Addresses.Documents(Office.Code, CaseId));
            case NotChanged<RequestState, RequestEvent>(RequestRefusal refusal, _):
                return Refused(refusal);
            case Conflicted<RequestState, RequestEvent>:
                ModelState.AddModelError("", "没有保存：同一时刻别人办理了这件申请。请重新选择文件，再提交一次。");
                return PageWith(StatusCodes.Status409Conflict);
            default:
                throw new UnreachableException(); // requests are never deleted
        }
    }

    private static RequestRefusal? Judge(DocumentType type, ReadOnlySpan<byte> piece) =>
        piece.IsEmpty ? new DocumentEmpty()
        : DocumentTypes.BeginsAs(type, piece[..Math.Min(piece.Length, DocumentTypes.HeadBytes)]) ? null
        : new DocumentContentNotOfType(type);

    private async Task<LoadedStream<RequestState, RequestEvent>?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var request = await requests.LoadAsync(new StreamKey(Office.Code, id), cancellationToken);
        (CaseId, Number) = (id, request.State.Registration?.Number ?? "");
        return request.State.IsRegistered ? request : null;
    }

    /// <summary>Whether the form came from our page; it names the command then.</summary>
    private async Task<bool> IsOursAsync(DocumentUpload upload)
    {
        Request.Form = upload.Fields;
        if (!Guid.TryParse(upload.Fields[nameof(CommandId)], out var command) || command == Guid.Empty)
        {
            return false;
        }

        CommandId = command;
        return await antiforgery.IsRequestValidAsync(HttpContext);
    }

    private PageResult Refused(RequestRefusal reason)
    {
        ModelState.AddModelError(Field, RefusalSentences.Of(reason));
        return PageWith(reason is DocumentTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity);
    }
}
