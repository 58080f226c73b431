using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>书面告知第三方: what will be disclosed over its objection, and why (art 32).</summary>
public sealed record TellThirdPartyOfDisclosure(int Number, DateOnly ToldOn)
{
    public static Decision<RequestEvent> Decide(RequestState state, TellThirdPartyOfDisclosure command, DateOnly today) => Unless(
        Asked(state, command.Number, FactDate.DisclosureNotice, command.ToldOn, today, out var asked)
            ?? (asked.ThirdPartyToldOn is { } told ? new ThirdPartyAlreadyTold(told) : null)
            ?? (asked.DisclosureDecidedOn is { } decided ? Since(decided, FactDate.DisclosureNotice, command.ToldOn, today) : new DisclosureNotDecided()),
        new ThirdPartyToldOfDisclosure(command.Number, command.ToldOn));
}
