using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;


/// <summary>
/// 撤销误登: the latest entry that counts is taken back; earlier ones follow one by one, so that what is left could always have happened.
/// Notes and closing marks stand by themselves and are passed over, and so are links, of which the other request holds the half, and
/// documents, which are removed instead.
/// </summary>
/// <param name="Version">The entry the person saw as the latest.</param>
public sealed record TakeBackEntry(long Version, DateOnly TakenBackOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, TakeBackEntry command, DateOnly today) => Unless(
        (state.IsRegistered ? null : new NotRegistered())
            ?? (state.PersonalDataErasedOn is { } erased ? new PersonalDataAlreadyErased(erased) : null)
            ?? Latest(state, command.Version)
            ?? NotAhead(FactDate.TakingBack, command.TakenBackOn, today),
        new EntryTakenBack(command.Version, command.TakenBackOn, command.Reason));

    /// <summary>The entry that could be taken back now; none where only the registration is left.</summary>
    public static CourseEntry? LatestOf(RequestState state) => state.Course?.Backwards()
        .FirstOrDefault(entry => !StandsByItself(entry.Event)) is { Event: not (RequestReceived or PartSplitOff) } latest ? latest : null;

    private static bool StandsByItself(RequestEvent entry) =>
        entry is NoteAdded or RequestCarriedForward or CaseLinked or CaseUnlinked or DocumentAdded or DocumentRemoved;

    private static RequestRefusal? Latest(RequestState state, long version) =>
        LatestOf(state)?.Version == version ? null
        : state.Course!.Backwards().FirstOrDefault(entry => entry.Version == version)?.Event switch
        {
            RequestReceived => new RegistrationIsVoidedInstead(),
            PartSplitOff => new SplitIsNotTakenBack(),
            _ => new NotTheLatestEntry(),
        };
}
