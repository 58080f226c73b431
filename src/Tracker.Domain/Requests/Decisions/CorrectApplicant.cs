using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>更正申请人、申请内容, where they were copied wrongly: the kind decides the column of the table; of joint applicants it is the first named's.</summary>
public sealed record CorrectApplicant(
    DateOnly CorrectedOn, ApplicantKind Kind, Sealed<string>? Name, Sealed<string>? Contact, Sealed<string>? Reason, Sealed<string>? Content = null)
{
    public static Decision<RequestEvent> Decide(RequestState state, CorrectApplicant command, DateOnly today) => Unless(
        Valid(state)
            ?? (command is { Name: null, Contact: null, Content: null } && command.Kind == state.Registration!.ApplicantKind ? new NothingCorrected() : null)
            ?? NotAhead(FactDate.Correction, command.CorrectedOn, today),
        new ApplicantCorrected(command.CorrectedOn, command.Kind, command.Name, command.Contact, command.Reason, command.Content));
}
