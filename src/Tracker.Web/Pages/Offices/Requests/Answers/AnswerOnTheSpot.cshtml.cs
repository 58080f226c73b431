using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>当场答复</summary>
[Needs(Right.Handle)]
public sealed class AnswerOnTheSpotModel(CaseDesk desk) : AnswerPage<AnswerOnTheSpotModel.Input>(desk)
{
    protected override string Done => "已登记当场答复，申请办结。";

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        Domain.Requests.Decisions.AnswerOnTheSpot.Decide(state, new(Form.ToCommand()), today);

    public sealed class Input : AnswerInput;
}
