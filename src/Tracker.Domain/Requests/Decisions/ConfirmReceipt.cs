using Tracker.Domain.LegalTime;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 与申请人确认收到 (art 31): mail that needs no signature, internet, fax and e-mail count from it, and so does mail that first went
/// elsewhere. Until it is known the count starts at filing.
/// </summary>
public sealed record ConfirmReceipt(DateOnly ConfirmedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, ConfirmReceipt command, WorkingCalendar calendar, DateOnly today)
    {
        var confirmed = new ReceiptConfirmed(command.ConfirmedOn);
        return Unless(
            Open(state)
                ?? Awaited(state)
                ?? Arrival(state.Registration!.Channel, state.Registration.Dates with { ConfirmedOn = command.ConfirmedOn }, calendar, today)
                ?? Contradiction(state, confirmed, calendar, today),
            confirmed);
    }

    private static RequestRefusal? Awaited(RequestState state) => state.Receipt switch
    {
        { Basis: ReceiptBasis.ConfirmationMissing } => null,
        { Basis: ReceiptBasis.Confirmed, On: var known } => new ReceiptAlreadyConfirmed(known),
        { Basis: ReceiptBasis.HandedIn or ReceiptBasis.SignedFor or ReceiptBasis.SignatureMissing or ReceiptBasis.AutoAcknowledged } => new NothingToConfirm(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
