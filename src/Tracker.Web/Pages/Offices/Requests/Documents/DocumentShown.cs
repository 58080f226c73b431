using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>附件 as the case page lists it.</summary>
/// <param name="Added">What the book says of it.</param>
/// <param name="Name">文件名; none if its key was destroyed.</param>
/// <param name="Digest">SHA-256 of the content, opened: no decision could compare it.</param>
/// <param name="AddedAt">When, as a Chinese wall clock shows it.</param>
/// <param name="By">By whom, as the book names her.</param>
public sealed record DocumentShown(DocumentAdded Added, string? Name, string? Digest, DateTime AddedAt, string By)
{
    /// <summary>Those that were not removed.</summary>
    public static ImmutableArray<DocumentShown> Of(LoadedStream<RequestState, RequestEvent> request) =>
    [
        .. request.Events
            .Where(recorded => recorded.Event is DocumentAdded added && request.State.Documents.Contains(added))
            .Select(recorded => Of((DocumentAdded)recorded.Event, recorded, request)),
    ];

    /// <summary>What a command added, removed since or not.</summary>
    public static DocumentShown? Under(Guid command, LoadedStream<RequestState, RequestEvent> request) => request.Events
        .Where(recorded => recorded.CommandId == command && recorded.Event is DocumentAdded)
        .Select(recorded => Of((DocumentAdded)recorded.Event, recorded, request))
        .FirstOrDefault();

    /// <summary>Whether it has this content.</summary>
    public bool Is(string digest) => Digest == digest;

    private static DocumentShown Of(DocumentAdded added, Recorded<RequestEvent> recorded, LoadedStream<RequestState, RequestEvent> request) =>
        new(added, request.Unsealer.Open(added.Name), request.Unsealer.Open(added.Digest), LegalDay.WallClock(recorded.RecordedAt), recorded.UserName);
}
