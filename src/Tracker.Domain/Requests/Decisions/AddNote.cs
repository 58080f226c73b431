using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>办理备注: a word about the case, also after it was closed. It moves nothing, so the same words twice do no harm.</summary>
public sealed record AddNote(DateOnly NotedOn, Sealed<string>? Text)
{
    public static Decision<RequestEvent> Decide(RequestState state, AddNote command, DateOnly today) => Unless(
        Readable(state) ?? NotAhead(FactDate.Note, command.NotedOn, today),
        new NoteAdded(command.NotedOn, command.Text));
}
