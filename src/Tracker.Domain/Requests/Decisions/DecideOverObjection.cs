using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 第三方不同意而决定公开 (art 32): where not disclosing would gravely harm the public interest. The third party must be told in writing
/// what will be disclosed, and why.
/// </summary>
/// <param name="ToldOn">Told at once; later it is an act of its own, and missing until then.</param>
public sealed record DecideOverObjection(int Number, DateOnly DecidedOn, DateOnly? ToldOn, Sealed<string>? Reasons)
{
    public static Decision<RequestEvent> Decide(RequestState state, DecideOverObjection command, DateOnly today)
    {
        var reason = Asked(state, command.Number, FactDate.DisclosureDecision, command.DecidedOn, today, out var asked)
            ?? AwaitsAnswer(state)
            ?? (asked.Opinion is Opinion.Objects or Opinion.ConsentsInPart && asked.Kind == LegalTime.ConsultationKind.ThirdParty ? null : new NoObjection())
            ?? (asked.DisclosureDecidedOn is { } known ? new DisclosureAlreadyDecided(known) : null)
            ?? (command.DecidedOn < asked.ClosedOn
                ? new BeforeAnEarlierStep(FactDate.DisclosureDecision, command.DecidedOn, asked.ClosedOn.Value)
                : null)
            ?? (command.ToldOn is { } day ? Since(command.DecidedOn, FactDate.DisclosureNotice, day, today) : null);
        if (reason is not null)
        {
            return Refuse(reason);
        }

        var decided = new DisclosureOverObjectionDecided(command.Number, command.DecidedOn, command.Reasons);
        return command.ToldOn is { } told ? Accept(decided, new ThirdPartyToldOfDisclosure(command.Number, told)) : Accept(decided);
    }
}
