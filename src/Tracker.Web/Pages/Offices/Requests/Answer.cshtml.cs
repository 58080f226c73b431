using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>答复</summary>
[Needs(Right.Handle)]
public sealed class AnswerModel(CaseDesk desk, JointAnswers joint) : AnswerPage<AnswerModel.Input>(desk)
{
    protected override string Done => "已登记答复，申请办结。";

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => Decide(state, togetherWith: null);

    protected override async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken)
    {
        var others = Form.Others;
        if (others.IsEmpty)
        {
            return await base.ChangeAsync(store, id, act, cancellationToken);
        }

        var (change, fault) = await joint.AnswerAsync(id, SeenVersion, others, act, Decide, cancellationToken);
        if (fault is not null)
        {
            ModelState.AddModelError("Form.AlsoAnswers", fault);
        }

        return change;
    }

    private Decision<RequestEvent> Decide(RequestState state, Guid? togetherWith) => AnswerRequest.Decide(
        state,
        Form.ToCommand() with { TogetherWith = togetherWith },
        Today);

    public sealed class Input : SentAnswerInput
    {
        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? AlsoAnswers { get; set; }

        internal ImmutableArray<string> Others => [.. (AlsoAnswers ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }
}
