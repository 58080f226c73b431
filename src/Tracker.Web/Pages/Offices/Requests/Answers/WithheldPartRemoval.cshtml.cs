using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>撤销不予提供的部分</summary>
[Needs(Right.Handle)]
public sealed class WithheldPartRemovalModel(CaseDesk desk) : CaseActPage<WithheldPartRemovalModel.Input>(desk)
{
    protected override string Done => "已登记撤销。";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Named { get; set; }

    protected override void Prefill() => (Form.Number, Form.RemovedOn) = (Named, Today);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => RemoveWithheldPart.Decide(
        state, new(Form.Number.GetValueOrDefault(), Form.RemovedOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择是哪一部分。")]
        public int? Number { get; set; }

        [About(FactDate.WithheldPartRemoval)]
        [Required(ErrorMessage = "请填写撤销日期。")]
        public DateOnly? RemovedOn { get; set; }

        [Required(ErrorMessage = "请写明撤销的理由。")]
        [Written]
        public string? Reason { get; set; }
    }
}
