using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>委托代理人: one at a time. The authorisation may be older than the request.</summary>
public sealed record AppointAgent(DateOnly AppointedOn, bool AuthorisationOnFile, Sealed<string>? Name, Sealed<string>? Contact)
{
    public static Decision<RequestEvent> Decide(RequestState state, AppointAgent command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? (state.Agent is { } acting ? new AgentStillActing(acting.AppointedOn) : null)
            ?? Since(state.AgencyEndedOn ?? DateOnly.MinValue, FactDate.AgentAppointment, command.AppointedOn, today),
        new AgentAppointed(command.AppointedOn, command.AuthorisationOnFile, command.Name, command.Contact));
}
