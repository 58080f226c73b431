using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>收到意见: of a party that was asked. After its 15 working days it is still an opinion; the time it lost is counted.</summary>
public sealed record ReceiveOpinion(int Number, DateOnly ReceivedOn, Opinion Opinion, Sealed<string>? Text)
{
    public static Decision<RequestEvent> Decide(RequestState state, ReceiveOpinion command, DateOnly today) => Unless(
        Awaited(state, command.Number, FactDate.Opinion, command.ReceivedOn, today, out var asked)
            ?? (command.ReceivedOn < asked.PartyReceivedOn
                ? new BeforeAnEarlierStep(FactDate.Opinion, command.ReceivedOn, asked.PartyReceivedOn.Value)
                : null),
        new ConsultationAnswered(command.Number, command.ReceivedOn, command.Opinion, command.Text));
}
