using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Closings;

/// <summary>按逾期未缴费办结</summary>
[Needs(Right.Handle)]
public sealed class FeeOverdueModel(CaseDesk desk) : ClosingPage(desk)
{
    public override string Rule => "申请人收到收费通知次日起二十个工作日内没有缴纳费用的，视为放弃申请，不再处理（国办函〔2020〕109号）。";

    public override string Evidence => "收费通知及其期限";

    protected override string Done => "已按逾期未缴费办结。";

    protected override Decision<RequestEvent> Decide(
        RequestState state, DateOnly confirmedOn, string? documentNumber, Sealed<string>? statement, DateOnly today) =>
        CloseAsFeeOverdue.Decide(state, new(confirmedOn, documentNumber, statement), Calendar, today);
}
