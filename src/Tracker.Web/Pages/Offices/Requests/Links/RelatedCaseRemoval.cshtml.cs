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

/// <summary>取消关联</summary>
[Needs(Right.Handle)]
public sealed class RelatedCaseRemovalModel(CaseDesk desk, CaseLinks links) : LinkPage<RelatedCaseRemovalModel.Input>(desk)
{
    protected override string Done => "已取消关联。";

    [BindProperty(SupportsGet = true, Name = "other")]
    public Guid? Named { get; set; }

    protected override void Prefill() => (Form.Other, Form.UnlinkedOn) = (Named ?? (State.Links is [var only] ? only.Other : null), Today);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => UnlinkCase.Decide(state, Command(state), today);

    protected override async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken)
    {
        var command = Command(State);
        return Told(
            await links.UnlinkAsync(Own, SeenVersion, command, act, Today, cancellationToken), command.Other, $"{nameof(Form)}.{nameof(Input.Other)}");
    }

    private UnlinkCase Command(RequestState state)
    {
        var other = Form.Other.GetValueOrDefault();
        return new(new(other, state.LinkWith(other)?.OtherNumber ?? ""), Form.UnlinkedOn.GetValueOrDefault(), Sealed.Text(Form.Reason));
    }

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择另一件申请。")]
        public Guid? Other { get; set; }

        [About(FactDate.Unlinking)]
        [Required(ErrorMessage = "请填写取消关联日期。")]
        public DateOnly? UnlinkedOn { get; set; }

        [Required(ErrorMessage = "请写明取消关联的理由。")]
        [Written]
        public string? Reason { get; set; }
    }
}
