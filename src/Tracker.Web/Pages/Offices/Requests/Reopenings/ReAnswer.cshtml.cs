using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;
using Tracker.Web.Pages.Offices.Requests.Answers;

namespace Tracker.Web.Pages.Offices.Requests.Reopenings;

/// <summary>重新答复</summary>
[Needs(Right.Handle)]
public sealed class ReAnswerModel(CaseDesk desk) : AnswerPage<ReAnswerModel.Input>(desk)
{
    protected override string Done => "已登记重新答复。";

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ReAnswerRequest.Decide(state, new(Form.ToCommand()), today);

    public sealed class Input : SentAnswerInput;
}
