using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 收费通知 (国办函〔2020〕109号): by item or by page, never both; the amount follows from the count. The count of items is its own figure: it
/// departs from the applicant's requests of the month only with a reason. After the due date it is recorded and flagged.
/// </summary>
public sealed record IssueFeeNotice(
    FeeScale Scale, int Count, int? RequestsInMonth, DateOnly IssuedOn, DateOnly? ReceivedOn, Sealed<string>? CountReason)
{
    public static Decision<RequestEvent> Decide(RequestState state, IssueFeeNotice command, DateOnly today)
    {
        var reason = Open(state)
            ?? (state.OpenFeeNotice is { } open ? new FeeNoticeAlreadyOpen(open.IssuedOn) : null)
            ?? (state.FeeScale is { } chosen && chosen != command.Scale ? new FeeScaleAlreadyChosen(chosen) : null)
            ?? Counted(command)
            ?? Follows(state, FactDate.FeeNotice, command.IssuedOn, today)
            ?? (command.ReceivedOn is { } received ? FeeServed(command.IssuedOn, received, today) : null);

        return reason is not null ? Refuse(reason) : Accept(new FeeNoticeIssued(
            command.Scale,
            command.Count,
            Fees.Of(command.Scale, command.Count).Yuan,
            command.IssuedOn,
            command.ReceivedOn,
            command.Scale == FeeScale.ByItem ? command.RequestsInMonth : null,
            command.CountReason));
    }

    private static RequestRefusal? Counted(IssueFeeNotice command) => command switch
    {
        { Count: < 1 or > Fees.MostUnits } => new FeeCountNotAllowed(command.Count, Fees.MostUnits),
        { Scale: FeeScale.ByItem, RequestsInMonth: null } => new RequestsInMonthMissing(),
        { Scale: FeeScale.ByItem, RequestsInMonth: { } requests, CountReason: null } when requests != command.Count =>
            new FeeCountNeedsReason(command.Count, requests),
        _ => Fees.Of(command.Scale, command.Count).Yuan == 0 ? new NothingToCharge(command.Scale, command.Count) : null,
    };
}
