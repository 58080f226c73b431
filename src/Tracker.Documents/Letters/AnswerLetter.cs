using System.Collections.Immutable;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Letters;

/// <summary>答复书应载明: what the letter of an answer says, paragraph by paragraph.</summary>
public static class AnswerLetter
{
    public static ImmutableArray<string> Paragraphs(
        Ground ground,
        AnswerStatement? stated,
        ImmutableArray<WithheldPart> withheld,
        Func<Sealed<string>?, string?> open,
        string authority = RemedyParagraph.Authority,
        string court = RemedyParagraph.Court) =>
    [
        GroundParagraph.Of(ground, stated, open),
        .. ground == Grounds.Partial ? withheld.Select(part => GroundParagraph.Of(part, open)) : [],
        .. Remedies.Of(ground, withheld).Select(notice => RemedyParagraph.Of(notice, authority, court)),
    ];
}
