using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>添加附件: also after the request was closed, for letters and scans come late.</summary>
public sealed record AddDocument(Guid Document, DocumentType Type, long Size, Sealed<string>? Name, Sealed<string>? Digest)
{
    public static Decision<RequestEvent> Decide(RequestState state, AddDocument command, DateOnly today) => Unless(
        Readable(state) ?? Sized(state, command.Size),
        new DocumentAdded(command.Document, today, command.Type, command.Size, command.Name, command.Digest));

    private static RequestRefusal? Sized(RequestState state, long size) => size switch
    {
        <= 0 => new DocumentEmpty(),
        > DocumentLimits.PerDocument => new DocumentTooLarge(DocumentLimits.PerDocument),
        _ when state.Documents.Sum(document => document.Size) + size > DocumentLimits.PerCase => new CaseDocumentsTooLarge(DocumentLimits.PerCase),
        _ => null,
    };
}
