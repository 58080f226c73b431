using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>收费通知送达: the day the applicant had it, day 0 of the 20 working days to pay (国办函〔2020〕109号).</summary>
public sealed record ServeFeeNotice(DateOnly ReceivedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, ServeFeeNotice command, DateOnly today) => Unless(
        FeeAsked(state, out var notice)
            ?? (notice.ReceivedOn is { } known ? new FeeNoticeAlreadyServed(known) : null)
            ?? FeeServed(notice.IssuedOn, command.ReceivedOn, today),
        new FeeNoticeServed(command.ReceivedOn));
}
