using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Closings;

/// <summary>申请人死亡或者终止</summary>
[Needs(Right.Handle)]
public sealed class CessationModel(CaseDesk desk) : ClosingPage(desk)
{
    public override string Rule => "申请人死亡或者终止，无人承受其申请的，不再处理，计入“其他处理”。";

    public override string Evidence => "证明材料";

    protected override string Done => "已按申请人死亡或者终止办结。";

    protected override Decision<RequestEvent> Decide(
        RequestState state, DateOnly confirmedOn, string? documentNumber, Sealed<string>? statement, DateOnly today) =>
        CloseAsCeased.Decide(state, new(confirmedOn, documentNumber, statement), today);
}
