using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>更正申请人: the kind decides the column of the table; of joint applicants it is the first named's.</summary>
public sealed record CorrectApplicant(
    DateOnly CorrectedOn, ApplicantKind Kind, Sealed<string>? Name, Sealed<string>? Contact, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, CorrectApplicant command, DateOnly today) => Unless(
        Valid(state)
            ?? (command is { Name: null, Contact: null } && command.Kind == state.Registration!.ApplicantKind ? new NothingCorrected() : null)
            ?? NotAhead(FactDate.Correction, command.CorrectedOn, today),
        new ApplicantCorrected(command.CorrectedOn, command.Kind, command.Name, command.Contact, command.Reason));
}
