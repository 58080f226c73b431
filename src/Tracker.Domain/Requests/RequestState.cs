using System.Collections.Immutable;
using System.Diagnostics;
using Tracker.Domain.LegalTime;

namespace Tracker.Domain.Requests;

/// <summary>What is known of one request after its events. Nothing sealed is opened here.</summary>
public sealed record RequestState
{
    /// <summary>Before the first event.</summary>
    public static RequestState None { get; } = new();

    /// <summary>As it was registered, the dates of its arrival as they are known now.</summary>
    public RequestReceived? Registration { get; private init; }

    /// <summary>
    /// The facts that move the term (notices, supplements, extensions), in the order in which they happened, those of one day in their own
    /// order (<see cref="ClockFacts.InOrder"/>); the order in which they were recorded does not matter.
    /// </summary>
    public ImmutableArray<RequestEvent> TermFacts { get; private init; } = [];

    public RequestResult? Result { get; private init; }

    public ImmutableArray<int> CarriedForward { get; private init; } = [];

    /// <summary>办理备注: how many there are; they move nothing.</summary>
    public int Notes { get; private init; }

    /// <summary>Since when nothing sealed can be read.</summary>
    public DateOnly? PersonalDataErasedOn { get; private init; }

    /// <summary>征求意见: every party that was asked.</summary>
    public ImmutableArray<Consultation> Consultations { get; private init; } = [];

    /// <summary>说明理由 (art 35): demanded, and what was found.</summary>
    public ReasonsDemand? Reasons { get; private init; }

    /// <summary>The latest legal day of any fact; what ends the request cannot lie before it.</summary>
    public DateOnly LastFactOn => Later(LastStepOn, LastBesideOn);

    /// <summary>
    /// The latest legal day of a step, the receipt among them as it is known now; the next cannot lie before it. Consultations run beside the
    /// steps.
    /// </summary>
    public DateOnly LastStepOn => IsRegistered ? Later(FirstStepOn, LaterStepOn) : LaterStepOn;

    private DateOnly LaterStepOn { get; init; }

    private DateOnly LastBesideOn { get; init; }

    public bool IsRegistered => Registration is not null;

    public bool IsClosed => Result is not null;

    /// <summary>收到申请之日, derived by art 31 from the channel and the dates.</summary>
    public Receipt Receipt => Registration is { } registration
        ? ReceiptRule.Of(registration.Channel, registration.Dates)
        : throw new InvalidOperationException("A request that was never received has no day of receipt.");

    /// <summary>The earliest day on which anything can be done about it.</summary>
    public DateOnly FirstStepOn => ReceiptRule.FirstStepOn(Registration!.Channel, Registration.Dates);

    /// <summary>The notice the applicant has not answered yet.</summary>
    public SupplementNoticeIssued? OpenSupplement => LastOf(fact => fact is SupplementNoticeIssued or SupplementReceived) as SupplementNoticeIssued;

    /// <summary>
    /// The extension of the current term. A restart begins a fresh term: an extension granted before it has lapsed, and one
    /// may be granted in the new term (art 33; the text does not say so in words [?]).
    /// </summary>
    public AnswerTermExtended? CurrentExtension => LastOf(fact => fact is AnswerTermExtended or SupplementReceived or FeePaid or FeeWaived) as AnswerTermExtended;

    /// <summary>The fee that was asked for and is neither paid nor waived.</summary>
    public FeeNoticeIssued? OpenFeeNotice => LastOf(fact => fact is FeeNoticeIssued or FeePaid or FeeWaived) as FeeNoticeIssued;

    /// <summary>计收方式: chosen with the first notice, and the only one from then on.</summary>
    public FeeScale? FeeScale => (LastOf(fact => fact is FeeNoticeIssued) as FeeNoticeIssued)?.Scale;

    /// <summary>延期报批: proposed, and neither approved nor returned.</summary>
    public ExtensionProposed? ProposedExtension { get; private init; }

    /// <summary>答复稿: the answer under way.</summary>
    public AnswerDraft? Draft { get; private init; }

    /// <summary>不予提供的部分, those that were taken out again among them.</summary>
    public ImmutableArray<WithheldPart> PartsEver { get; private init; } = [];

    /// <summary>不予提供的部分 as they stand.</summary>
    public ImmutableArray<WithheldPart> WithheldParts => [.. PartsEver.Where(part => part.RemovedOn is null)];

    /// <summary>Whether anything was done about it since it arrived.</summary>
    public bool HasSteps => LaterStepOn != default || LastBesideOn != default;

    public RequestState Evolve(RequestEvent happened) => happened switch
    {
        RequestReceived e => this with { Registration = e },
        ReceiptConfirmed e => this with { Registration = Registration! with { Dates = Registration.Dates with { ConfirmedOn = e.ConfirmedOn } } },
        ReceiptFactsCorrected e => this with { Registration = Registration! with { Channel = e.Channel, Dates = e.Dates } },
        SupplementNoticeIssued e => Step(e, e.IssuedOn),
        SupplementReceived e => Step(e, e.ReceivedOn),
        AnswerTermExtended e => Step(e, e.ApprovedOn) with { ProposedExtension = null },
        ExtensionProposed e => Happened(e.ProposedOn) with { ProposedExtension = e },
        ExtensionReturned e => Happened(e.ReturnedOn) with { ProposedExtension = null },
        ApplicantToldOfExtension e => Happened(e.ToldOn).Knowing<AnswerTermExtended>(
            extension => extension == CurrentExtension, extension => extension with { NotifiedOn = e.ToldOn }),
        ConsultationOpened e => Beside(e, e.SentOn) with
        {
            Consultations = Consultations.Add(new(e.Number, e.Kind, e.SentOn, e.PartyReceivedOn, e.Party)),
        },
        ConsultationServed e => Consulted(e.Number, e.ReceivedOn, asked => asked with { PartyReceivedOn = e.ReceivedOn })
            .Knowing<ConsultationOpened>(asked => asked.Number == e.Number, asked => asked with { PartyReceivedOn = e.ReceivedOn }),
        ConsultationAnswered e => Beside(e, e.ReceivedOn)
            .Consulted(e.Number, e.ReceivedOn, asked => asked with { ClosedOn = e.ReceivedOn, Opinion = e.Opinion }),
        ConsultationLapsed e => Beside(e, e.EstablishedOn)
            .Consulted(e.Number, e.EstablishedOn, asked => asked with { ClosedOn = e.EstablishedOn }),
        ApplicantToldOfConsultation e => Consulted(e.Number, e.ToldOn, asked => asked with { ApplicantToldOn = e.ToldOn }),
        DisclosureOverObjectionDecided e => Consulted(e.Number, e.DecidedOn, asked => asked with { DisclosureDecidedOn = e.DecidedOn }),
        ThirdPartyToldOfDisclosure e => Consulted(e.Number, e.ToldOn, asked => asked with { ThirdPartyToldOn = e.ToldOn }),
        FeeNoticeIssued e => Step(e, e.IssuedOn),
        FeeNoticeServed e => Happened(e.ReceivedOn).Knowing<FeeNoticeIssued>(
            notice => notice == OpenFeeNotice, notice => notice with { ReceivedOn = e.ReceivedOn }),
        FeePaid e => Step(e, e.PaidOn),
        FeeWaived e => Step(e, e.WaivedOn),
        ReasonsDemanded e => Happened(e.DemandedOn) with { Reasons = new(e.DemandedOn) },
        ReasonsJudged e => Happened(e.JudgedOn) with { Reasons = new(Reasons?.DemandedOn ?? e.JudgedOn, e.JudgedOn, e.Judgement) },
        LaterDateSet e => Step(e, e.ToldOn),
        RequestAnswered e => End(new(e.Ground, e.LeftOn, e.DocumentNumber, e.Statement) { Answer = e }),
        RequestWithdrawn e => End(new(Grounds.Withdrawn, e.WithdrawnOn, e.DocumentNumber, e.Statement)),
        RequestClosedUnanswered e => End(new(e.Ground, e.ConfirmedOn, e.DocumentNumber, e.Statement)),
        NoteAdded => this with { Notes = Notes + 1 },
        RequestCarriedForward e => this with { CarriedForward = CarriedForward.Add(e.Year) },
        PersonalDataErased e => this with { PersonalDataErasedOn = e.ErasedOn },
        PartWithheld e => Happened(e.DecidedOn) with { PartsEver = PartsEver.Add(new(e.Number, e.Ground, e.DecidedOn, e.Part, e.Reasons)) },
        WithheldPartRemoved e => Happened(e.RemovedOn) with { PartsEver = PartsEver.Without(e.Number, e.RemovedOn) },
        AnswerDrafted e => Happened(e.DraftedOn) with { Draft = new(e.Ground, e.Draft, DraftStage.Drafted, e.DraftedOn) },
        AnswerSubmitted e => Drafted(e.SubmittedOn, draft => draft.At(DraftStage.Submitted, e.SubmittedOn)),
        AnswerReturned e => Drafted(e.ReturnedOn, draft => draft.At(DraftStage.Returned, e.ReturnedOn) with { ReturnReason = e.Reason }),
        AnswerApproved e => Drafted(e.ApprovedOn, draft => draft.At(DraftStage.Approved, e.ApprovedOn)),
        AnswerIssued e => Drafted(e.IssuedOn, draft => draft.At(DraftStage.Issued, e.IssuedOn) with { DocumentNumber = e.DocumentNumber }),
        _ => throw new UnreachableException(),
    };

    /// <summary>A step of the request's own course.</summary>
    private RequestState Step(RequestEvent fact, DateOnly on) => Moving(fact).Step(on);

    private RequestState Step(DateOnly on) => this with { LaterStepOn = Later(LaterStepOn, on) };

    /// <summary>What moves the term and runs beside the steps.</summary>
    private RequestState Beside(RequestEvent fact, DateOnly on) => Moving(fact).Happened(on);

    private RequestState Consulted(int number, DateOnly on, Func<Consultation, Consultation> change) =>
        Happened(on) with { Consultations = Consultations.With(number, change) };

    private RequestState Drafted(DateOnly on, Func<AnswerDraft, AnswerDraft> change) =>
        Happened(on) with { Draft = Draft is { } draft ? change(draft) : null };

    private RequestState End(RequestResult result) => Step(result.On) with { Result = result };

    private RequestState Moving(RequestEvent fact) => this with { TermFacts = ClockFacts.InPlace(TermFacts, fact) };

    /// <summary>More has become known of a fact that moves the term; its own day is as it was.</summary>
    private RequestState Knowing<T>(Predicate<T> isMeant, Func<T, T> more)
        where T : RequestEvent =>
        this with { TermFacts = [.. TermFacts.Select(fact => fact is T known && isMeant(known) ? more(known) : fact)] };

    private RequestState Happened(DateOnly on) => this with { LastBesideOn = Later(LastBesideOn, on) };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private RequestEvent? LastOf(Func<RequestEvent, bool> isAsked)
    {
        for (var place = TermFacts.Length - 1; place >= 0; place--)
        {
            if (isAsked(TermFacts[place]))
            {
                return TermFacts[place];
            }
        }

        return null;
    }
}

/// <summary>How a request ended.</summary>
/// <param name="Ground">办理结果</param>
/// <param name="On">The day the answer left, or the request was withdrawn.</param>
/// <param name="DocumentNumber">答复文号</param>
/// <param name="Statement">What the answer states.</param>
public sealed record RequestResult(Ground Ground, DateOnly On, string? DocumentNumber, Sealed<string>? Statement)
{
    /// <summary>The answer it ended with; none if it ended without one.</summary>
    public RequestAnswered? Answer { get; init; }
}
