using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Receipts;

/// <summary>办理备注</summary>
[Needs(Right.Note)]
public sealed class NoteModel(CaseDesk desk) : CaseActPage<NoteModel.Input>(desk)
{
    protected override string Done => "已登记备注。";

    protected override void Prefill() => Form.NotedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        AddNote.Decide(state, new(Form.NotedOn.GetValueOrDefault(), Sealed.Text(Form.Text)), today);

    public sealed class Input
    {
        [About(FactDate.Note)]
        [Required(ErrorMessage = "请填写备注日期。")]
        public DateOnly? NotedOn { get; set; }

        [Required(ErrorMessage = "请填写备注内容。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Text { get; set; }
    }
}
