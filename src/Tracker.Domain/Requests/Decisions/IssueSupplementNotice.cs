using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 补正告知 (art 30): to be issued within 7 working days; the clock stops. A late or a second notice is recorded and flagged,
/// for an office must be able to log what really happened.
/// </summary>
public sealed record IssueSupplementNotice(DateOnly IssuedOn, DateOnly? PeriodEndsOn, Sealed<string>? Items)
{
    public static Decision<RequestEvent> Decide(RequestState state, IssueSupplementNotice command, DateOnly today)
    {
        var reason = Open(state)
            ?? (state.OpenSupplement is { } open ? new SupplementNoticeAlreadyOpen(open.IssuedOn) : null)
            ?? Follows(state, FactDate.SupplementNotice, command.IssuedOn, today)
            ?? (command.PeriodEndsOn < command.IssuedOn
                ? new SupplementPeriodEndsBeforeNotice(command.IssuedOn, command.PeriodEndsOn.Value)
                : null);

        return reason is not null
            ? Refuse(reason)
            : Accept(new SupplementNoticeIssued(command.IssuedOn, command.PeriodEndsOn, command.Items));
    }
}
