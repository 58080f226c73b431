using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.EventStore;

namespace Tracker.Web.Pages.Offices.Requests.Documents;

/// <summary>附件 as the case page lists it.</summary>
/// <param name="Added">What the book says of it.</param>
/// <param name="Name">文件名; none if its key was destroyed.</param>
/// <param name="AddedAt">When, as a Chinese wall clock shows it.</param>
/// <param name="By">By whom, as the book names her.</param>
public sealed record DocumentShown(DocumentAdded Added, string? Name, DateTime AddedAt, string By)
{
    public static ImmutableArray<DocumentShown> Of(LoadedStream<RequestState, RequestEvent> request) =>
    [
        .. request.Events
            .Where(recorded => recorded.Event is DocumentAdded added && request.State.Documents.Contains(added))
            .Select(recorded => Of((DocumentAdded)recorded.Event, recorded, request)),
    ];

    private static DocumentShown Of(DocumentAdded added, Recorded<RequestEvent> recorded, LoadedStream<RequestState, RequestEvent> request) =>
        new(added, request.Unsealer.Open(added.Name), LegalDay.WallClock(recorded.RecordedAt), recorded.UserName);
}
