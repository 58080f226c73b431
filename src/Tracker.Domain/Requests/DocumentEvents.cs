namespace Tracker.Domain.Requests;

/// <summary>添加附件: a file was put to the request. It moves no clock and no figure; its content stands beside the book, sealed under the request's key.</summary>
/// <param name="Document">The document, by which its content is found.</param>
/// <param name="AddedOn">添加日期</param>
/// <param name="Type">文件种类</param>
/// <param name="Size">In bytes, of the clear content.</param>
/// <param name="Name">文件名</param>
/// <param name="Digest">SHA-256 of the clear content, hexadecimal; sealed, for a readable one would tell who has the same file.</param>
public sealed record DocumentAdded(
    Guid Document,
    DateOnly AddedOn,
    DocumentType Type,
    long Size,
    Sealed<string>? Name = null,
    Sealed<string>? Digest = null) : RequestEvent;

/// <summary>移除附件: its content was deleted; that it was there stays.</summary>
/// <param name="Document">The document.</param>
/// <param name="RemovedOn">移除日期</param>
/// <param name="Reason">移除理由</param>
public sealed record DocumentRemoved(Guid Document, DateOnly RemovedOn, Sealed<string>? Reason = null) : RequestEvent;
