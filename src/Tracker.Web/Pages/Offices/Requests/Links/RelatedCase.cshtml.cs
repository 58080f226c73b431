using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Requests.Links;

/// <summary>关联申请</summary>
[Needs(Right.Handle)]
public sealed class RelatedCaseModel(CaseDesk desk, CaseLinks links) : LinkPage<RelatedCaseModel.Input>(desk)
{
    private static readonly OtherCase NotLookedUpYet = new(Guid.Empty, "");

    protected override string Done => "已关联。";

    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Named { get; set; }

    protected override void Prefill() => (Form.Number, Form.LinkedOn) = (Named, Today);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        LinkCase.Decide(state, Command(NotLookedUpYet), today);

    protected override async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken)
    {
        const string Field = $"{nameof(Form)}.{nameof(Input.Number)}";
        var (other, whyNot) = await links.FindAsync(act.Office, Form.Number!.Trim(), cancellationToken);
        if (other is null)
        {
            ModelState.AddModelError(Field, whyNot!);
            return null;
        }

        return Told(await links.LinkAsync(Own, SeenVersion, Command(other), act, Today, cancellationToken), other, Field);
    }

    private LinkCase Command(OtherCase other) => new(Case.Id, other, Form.LinkedOn.GetValueOrDefault(), Sealed.Text(Form.Reason));

    public sealed class Input
    {
        [Required(ErrorMessage = "请填写另一件申请的登记编号。")]
        [StringLength(InputLimits.DocumentNumber, ErrorMessage = InputLimits.DocumentNumberTooLong)]
        public string? Number { get; set; }

        [About(FactDate.Linking)]
        [Required(ErrorMessage = "请填写关联日期。")]
        public DateOnly? LinkedOn { get; set; }

        [Required(ErrorMessage = "请写明关联的理由。")]
        [Written]
        public string? Reason { get; set; }
    }
}
