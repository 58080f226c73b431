using System.Collections.Immutable;
using Tracker.Documents.Letters;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.ReadModels;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>What the case page shows of an answer.</summary>
/// <param name="Facts">How it left, or how far its draft has come.</param>
/// <param name="Parts">The withheld parts of an open case, each with the page that takes it out.</param>
/// <param name="Letter">答复书应载明</param>
public sealed record AnswerShown(
    ImmutableArray<(string Name, string Value)> Facts,
    ImmutableArray<(string Paragraph, string Removal)> Parts,
    ImmutableArray<string> Letter)
{
    public static AnswerShown Of(CaseRow row, RequestState state, Func<Sealed<string>?, string?> open)
    {
        var awaited = !state.HasEnded || state.IsReopened;
        var last = awaited ? null : state.ReAnswers.LastOrDefault() ?? state.Result;
        var ground = last?.Answer?.Ground ?? state.Draft?.Ground;
        return new(
            [.. (last?.Answer is { } answer ? OfAnswer(answer, open) : OfDraft(state)).Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!))],
            awaited ? [.. state.WithheldParts.Select(part => (GroundParagraph.Of(part, open), Addresses.WithheldPartRemoval(row.Office, row.Id, part.Number)))] : [],
            ground is null || (last is not null && last.Answer is null)
                ? []
                : AnswerLetter.Paragraphs(ground, last?.Answer?.Stated, last?.WithheldParts ?? state.WithheldParts, open));
    }

    private static IEnumerable<(string Name, string? Value)> OfAnswer(IAnswer answer, Func<Sealed<string>?, string?> open) =>
    [
        ("送达方式", answer.Delivery is { } way ? AnswerWords.Of(way) : null),
        ("送达凭证", open(answer.Evidence)),
        ("提供信息的形式", answer.GivenForm is { } form ? AnswerWords.Of(form) : null),
        ("采用这种形式的理由", open(answer.GivenFormReason)),
    ];

    private static IEnumerable<(string Name, string? Value)> OfDraft(RequestState state) => state is { IsClosed: false, Draft: { } draft }
        ? [("答复稿", $"{AnswerWords.Of(draft.Stage)}（{Words.Day(draft.On)}），拟办结果：{draft.Ground.Label}")]
        : [];
}
