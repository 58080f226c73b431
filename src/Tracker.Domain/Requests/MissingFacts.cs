using System.Collections.Immutable;
using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>缺: a fact the record should hold and does not. Shown, never invented, never a reason to refuse.</summary>
public enum MissingFact
{
    /// <summary>缺收件日期</summary>
    SignatureDate,

    /// <summary>缺确认日期</summary>
    ConfirmationDate,

    /// <summary>缺申请人姓名或者名称、联系方式 (art 29)</summary>
    ApplicantNameOrContact,

    /// <summary>缺申请内容 (art 29)</summary>
    Content,

    /// <summary>缺补正截止日期 (art 30)</summary>
    SupplementPeriod,

    /// <summary>缺补正通知: closed for want of a supplement that no recorded notice asked for.</summary>
    SupplementNotice,

    /// <summary>缺答复应当载明的内容</summary>
    AnswerStatement,

    /// <summary>缺书面告知第三方: of the decision to disclose over its objection (art 32).</summary>
    DisclosureNotice,

    /// <summary>缺公开决定: disclosed, though a third party objected, without the decision art 32 asks for.</summary>
    DisclosureDecision,

    /// <summary>缺延期告知: extended, and no recorded notice to the applicant (art 33).</summary>
    ExtensionNotice,

    /// <summary>缺不予提供的部分及其理由: disclosed in part, and nothing says what was withheld (art 37).</summary>
    WithheldParts,
}

/// <summary>What one request's record lacks.</summary>
public static class MissingFacts
{
    public static ImmutableArray<MissingFact> Of(RequestState state) => state.Registration is { } registration
        ? [.. Look(state, registration)]
        : [];

    private static IEnumerable<MissingFact> Look(RequestState state, RequestReceived registration)
    {
        switch (state.Receipt.Basis)
        {
            case ReceiptBasis.SignatureMissing:
                yield return MissingFact.SignatureDate;
                break;
            case ReceiptBasis.ConfirmationMissing:
                yield return MissingFact.ConfirmationDate;
                break;
            case ReceiptBasis.HandedIn or ReceiptBasis.SignedFor or ReceiptBasis.Confirmed or ReceiptBasis.AutoAcknowledged:
                break;
        }

        if (registration.ApplicantName is null || registration.Contact is null)
        {
            yield return MissingFact.ApplicantNameOrContact;
        }

        if (registration.Content is null)
        {
            yield return MissingFact.Content;
        }

        var notices = state.TermFacts.OfType<SupplementNoticeIssued>().ToList();
        if (notices.Exists(notice => notice.PeriodEndsOn is null))
        {
            yield return MissingFact.SupplementPeriod;
        }

        if (state.TermFacts.Any(fact => fact is AnswerTermExtended { NotifiedOn: null }))
        {
            yield return MissingFact.ExtensionNotice;
        }

        if (state.Consultations.Any(asked => asked is { DisclosureDecidedOn: not null, ThirdPartyToldOn: null }))
        {
            yield return MissingFact.DisclosureNotice;
        }

        if (state.Result is not { } result)
        {
            yield break;
        }

        if (notices.Count == 0 && result.Ground.Key is ("supplement_overdue" or "unclear_after_supplement"))
        {
            yield return MissingFact.SupplementNotice;
        }

        if (result.Ground.Key == "disclosed" && state.Consultations.Any(asked =>
            asked is { Kind: ConsultationKind.ThirdParty, Opinion: Opinion.Objects, DisclosureDecidedOn: null }))
        {
            yield return MissingFact.DisclosureDecision;
        }

        ImmutableArray<RequestResult> results = [result, .. state.ReAnswers];
        if (results.Any(known => !States(known)))
        {
            yield return MissingFact.AnswerStatement;
        }

        if (results.Any(known => known.Ground == Grounds.Partial && known.WithheldParts.IsEmpty))
        {
            yield return MissingFact.WithheldParts;
        }
    }

    private static bool States(RequestResult result) =>
        result.Answer?.Stated is { } stated ? AnswerDemands.AreMet(result.Ground, stated) : result.Statement is not null;
}
