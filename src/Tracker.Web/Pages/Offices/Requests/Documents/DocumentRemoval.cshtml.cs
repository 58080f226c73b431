using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Answers;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>移除附件</summary>
[Needs(Right.Attach)]
public sealed class DocumentRemovalModel(CaseDesk desk) : CaseActPage<DocumentRemovalModel.Input>(desk)
{
    protected override string Done => "已移除附件。";

    [BindProperty(SupportsGet = true, Name = "document")]
    public Guid? Named { get; set; }

    protected override void Prefill() => Form.Document = Named ?? (State.Documents is [var only] ? only.Document : null);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        RemoveDocument.Decide(state, new(Form.Document.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择附件。")]
        public Guid? Document { get; set; }

        [Required(ErrorMessage = "请写明移除的理由。")]
        [Written]
        public string? Reason { get; set; }
    }
}
