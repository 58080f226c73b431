using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Closings;

/// <summary>按逾期不补正办结</summary>
[Needs(Right.Handle)]
public sealed class SupplementOverdueModel(CaseDesk desk) : ClosingPage(desk)
{
    public override string Rule => "申请人无正当理由逾期不补正的，视为放弃申请，不再处理（条例第三十条）。";

    public override string Evidence => "补正通知及其期限，没有正当理由的情况";

    protected override string Done => "已按逾期不补正办结。";

    protected override Decision<RequestEvent> Decide(
        RequestState state, DateOnly confirmedOn, string? documentNumber, Sealed<string>? statement, DateOnly today) =>
        CloseAsSupplementOverdue.Decide(state, new(confirmedOn, documentNumber, statement), Calendar, today);
}
