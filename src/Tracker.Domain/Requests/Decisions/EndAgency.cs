using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>代理终止: the authorisation was withdrawn or given up; another agent may follow.</summary>
public sealed record EndAgency(DateOnly EndedOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, EndAgency command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Agent is { } acting ? Since(acting.AppointedOn, FactDate.AgentEnd, command.EndedOn, today) : new NoAgent()),
        new AgentEnded(command.EndedOn));
}
