namespace Tracker.Domain.Requests;

/// <summary>No file was chosen.</summary>
public sealed record NoDocumentChosen : CaseRefusal;

/// <summary>The file has no name, or one with characters that can deceive: control characters, marks that turn the direction of writing.</summary>
public sealed record DocumentNameNotValid : CaseRefusal;

/// <summary>The file's name is too long.</summary>
/// <param name="AtMost">Characters.</param>
public sealed record DocumentNameTooLong(int AtMost) : CaseRefusal;

/// <summary>No file of this kind is taken, by its name.</summary>
public sealed record DocumentTypeNotAccepted : CaseRefusal;

/// <summary>The content is not what the name says.</summary>
public sealed record DocumentContentNotOfType(DocumentType Type) : CaseRefusal;

/// <summary>The file holds nothing.</summary>
public sealed record DocumentEmpty : CaseRefusal;

/// <summary>The file is too large.</summary>
/// <param name="AtMost">Bytes.</param>
public sealed record DocumentTooLarge(long AtMost) : CaseRefusal;

/// <summary>With this file the request's documents would be too large together.</summary>
/// <param name="AtMost">Bytes.</param>
public sealed record CaseDocumentsTooLarge(long AtMost) : CaseRefusal;

/// <summary>The request has a document of the same content.</summary>
public sealed record DocumentAlreadyAdded(DateOnly On) : CaseRefusal;

/// <summary>The request has no such document, or it was removed.</summary>
public sealed record NoSuchDocument : CaseRefusal;
