using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>变更形式要求 (art 29): the applicant says later, or differently, in which form and way the information is wanted.</summary>
public sealed record ChangeWantedForm(DateOnly ToldOn, InformationForm Form, Sealed<string>? Delivery)
{
    public static Decision<RequestEvent> Decide(RequestState state, ChangeWantedForm command, DateOnly today) => Unless(
        AwaitsAnswer(state)
            ?? Since(state.FirstStepOn, FactDate.WantedForm, command.ToldOn, today)
            ?? (state.WantedForm == command.Form && command.Delivery is null ? new FormAlreadyWanted(command.Form) : null),
        new WantedFormChanged(command.ToldOn, command.Form, command.Delivery));
}
