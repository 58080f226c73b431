using System.Collections.Immutable;
using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 拆分: one application that asks for several things becomes several requests, only before an answer. The first part keeps the stream and
/// its year; the further part is 新收 in the year of the split and keeps the day of receipt and what has moved its clock so far.
/// </summary>
/// <param name="Part">The new request.</param>
public sealed record SplitRequest(Guid Part, DateOnly SplitOn, Sealed<string>? Reason)
{
    public static Decision<RequestEvent> Decide(RequestState state, SplitRequest command, RequestNumber number, DateOnly today) => Unless(
        Open(state)
            ?? (state.OpenSupplement is not null || state.OpenFeeNotice is not null || state.Consultations.Any(asked => asked.IsOpen)
                ? new SomethingIsAwaited()
                : null)
            ?? Ends(state, FactDate.Split, command.SplitOn, today),
        new PartSplitOff(command.SplitOn, command.Part, number.Text, command.Reason));

    /// <summary>The first events of the part. What somebody wrote stays with the request it was written in.</summary>
    /// <param name="whole">The request before the split.</param>
    /// <param name="wholeId">Its stream.</param>
    /// <param name="split">The split.</param>
    /// <param name="texts">The applicant, the contact and what the part asks for.</param>
    public static ImmutableArray<RequestEvent> PartOf(RequestState whole, Guid wholeId, PartSplitOff split, PartTexts texts)
    {
        var known = whole.Registration!;
        return
        [
            new RequestReceived(
                split.PartNumber,
                NumberOrigin.Counter,
                known.Channel,
                known.Dates,
                known.ApplicantKind,
                texts.Name,
                texts.Contact,
                texts.Content,
                known.WrittenDownFor,
                texts.IdentityNumber,
                whole.WantedForm,
                texts.WantedDelivery,
                wholeId,
                split.SplitOn),
            .. whole.TermFacts.Select(WithoutTexts),
            .. whole.Consultations.SelectMany(KnownOf),
            .. KnownOf(whole.Reasons),
            .. whole.IdentityProofs.Select(proof => proof with { Number = null }),
            .. texts.Beside,
        ];
    }

    private static IEnumerable<RequestEvent> KnownOf(Consultation asked)
    {
        if (asked.ApplicantToldOn is { } told)
        {
            yield return new ApplicantToldOfConsultation(asked.Number, told);
        }

        if (asked.DisclosureDecidedOn is { } decided)
        {
            yield return new DisclosureOverObjectionDecided(asked.Number, decided);
        }

        if (asked.ThirdPartyToldOn is { } toldThirdParty)
        {
            yield return new ThirdPartyToldOfDisclosure(asked.Number, toldThirdParty);
        }
    }

    private static IEnumerable<RequestEvent> KnownOf(ReasonsDemand? reasons)
    {
        if (reasons is not null)
        {
            yield return new ReasonsDemanded(reasons.DemandedOn);
        }

        if (reasons is { JudgedOn: { } judged, Judgement: { } judgement })
        {
            yield return new ReasonsJudged(judged, judgement);
        }
    }

    private static RequestEvent WithoutTexts(RequestEvent fact) => fact switch
    {
        SupplementNoticeIssued e => e with { Items = null },
        SupplementReceived e => e with { Supplement = null },
        AnswerTermExtended e => e with { Reason = null },
        ConsultationOpened e => e with { Party = null, Matter = null },
        ConsultationAnswered e => e with { Text = null },
        ConsultationLapsed or FeePaid => fact,
        FeeNoticeIssued e => e with { CountReason = null },
        FeeWaived e => e with { Reason = null },
        LaterDateSet e => e with { Reason = null },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>The sealed texts of a part, under its own key.</summary>
public sealed record PartTexts(
    Sealed<string>? Name,
    Sealed<string>? Contact,
    Sealed<string>? Content,
    Sealed<string>? IdentityNumber = null,
    Sealed<string>? WantedDelivery = null)
{
    /// <summary>Who acts for the applicant, and who applied with her.</summary>
    public ImmutableArray<RequestEvent> Beside { get; init; } = [];
}
