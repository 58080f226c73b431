using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>移除附件: it was put to the wrong request, or twice. Its content is deleted, so it does not come back.</summary>
public sealed record RemoveDocument(Guid Document, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, RemoveDocument command, DateOnly today) => Unless(
        Readable(state) ?? (state.Documents.Any(document => document.Document == command.Document) ? null : new NoSuchDocument()),
        new DocumentRemoved(command.Document, today, command.Reason));
}
