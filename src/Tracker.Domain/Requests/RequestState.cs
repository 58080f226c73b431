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

    /// <summary>The first result; a later answer to the same request is none that is counted.</summary>
    public RequestResult? Result { get; private init; }

    /// <summary>恢复办理, 责令重新答复: each time it was taken up again after its result.</summary>
    public ImmutableArray<Reopening> Reopenings { get; private init; } = [];

    /// <summary>重新答复: the later answers, in order.</summary>
    public ImmutableArray<RequestResult> ReAnswers { get; private init; } = [];

    /// <summary>答复: every answer that left, the first result's among them, in order.</summary>
    public IEnumerable<IAnswer> Answers => ReAnswers.Prepend(Result!).Select(result => result?.Answer).OfType<IAnswer>();

    /// <summary>作废</summary>
    public RequestVoided? Voiding { get; private init; }

    /// <summary>The parts that were split off.</summary>
    public ImmutableArray<PartSplitOff> Parts { get; private init; } = [];

    /// <summary>关联申请, as they stand.</summary>
    public ImmutableArray<CaseLinked> Links { get; private init; } = [];

    /// <summary>The entries that count, the latest first.</summary>
    public CourseEntry? Course { get; private init; }

    /// <summary>The entries taken back, by their place in the stream.</summary>
    public ImmutableArray<long> TakenBack { get; private init; } = [];

    /// <summary>How many entries there are, those taken back among them.</summary>
    public long Version { get; private init; }

    public ImmutableArray<int> CarriedForward { get; private init; } = [];

    /// <summary>办理备注: how many there are; they move nothing.</summary>
    public int Notes { get; private init; }

    /// <summary>附件 that were added and not removed; of an erased request that they were there.</summary>
    public ImmutableArray<DocumentAdded> Documents { get; private init; } = [];

    /// <summary>Since when nothing sealed can be read.</summary>
    public DateOnly? PersonalDataErasedOn { get; private init; }

    /// <summary>征求意见: every party that was asked.</summary>
    public ImmutableArray<Consultation> Consultations { get; private init; } = [];

    /// <summary>说明理由 (art 35): demanded, and what was found.</summary>
    public ReasonsDemand? Reasons { get; private init; }

    /// <summary>身份证明 (art 29) that came after the registration.</summary>
    public ImmutableArray<IdentityProofReceived> IdentityProofs { get; private init; } = [];

    /// <summary>共同申请人, besides the first named.</summary>
    public ImmutableArray<ApplicantJoined> JoinedApplicants { get; private init; } = [];

    /// <summary>代理人: who acts for the applicant now.</summary>
    public AgentAppointed? Agent => Agency is [.., AgentAppointed acting] ? acting : null;

    /// <summary>The day the last agent ceased to act; none while one does, or none ever did.</summary>
    public DateOnly? AgencyEndedOn => Agency is [.., AgentEnded end] ? end.EndedOn : null;

    private ImmutableArray<RequestEvent> Agency { get; init; } = [];

    /// <summary>形式要求 as it is now (art 29).</summary>
    public InformationForm? WantedForm => ChangedForm?.Form ?? Registration?.WantedForm;

    /// <summary>获取信息的方式、途径 as it is now (art 29); a new form alone leaves it as it was.</summary>
    public Sealed<string>? WantedDelivery => ChangedForm is { } changed ? changed.Delivery : Registration?.WantedDelivery;

    private WantedFormChanged? ChangedForm { get; init; }

    /// <summary>承办: every unit that held the case, in order.</summary>
    public ImmutableArray<Holding> Holdings => Holding.Of(Routing);

    /// <summary>The unit that holds it now.</summary>
    public Holding? Holder => Holdings is [.., { Until: null } last] ? last : null;

    private ImmutableArray<RequestEvent> Routing { get; init; } = [];

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

    /// <summary>It has its result or is void, and is not being handled again.</summary>
    public bool IsClosed => HasEnded && !IsReopened;

    /// <summary>It has its result or is void, whatever happens to it afterwards.</summary>
    public bool HasEnded => Result is not null || Voiding is not null;

    /// <summary>The latest time it was taken up again.</summary>
    public Reopening? Reopening => Reopenings.LastOrDefault();

    /// <summary>Taken up again and not yet answered anew.</summary>
    public bool IsReopened => Voiding is null && Reopening is { AnsweredOn: null };

    /// <summary>本年新收: the year of receipt, or of a part's split.</summary>
    public int NewInYear => Registration?.SplitOn?.Year ?? Receipt.On.Year;

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

    /// <summary>延期告知: the latest extension the applicant was not told of, whether its term still runs or not.</summary>
    public AnswerTermExtended? UntoldExtension => LastOf(fact => fact is AnswerTermExtended { NotifiedOn: null }) as AnswerTermExtended;

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
    public ImmutableArray<WithheldPart> WithheldParts => PartsEver.RemoveAll(part => part.RemovedOn is not null);

    /// <summary>Whether anything was done about it since it arrived.</summary>
    public bool HasSteps => LaterStepOn != default || LastBesideOn != default;

    /// <summary>How it belongs together with another request; none if it does not.</summary>
    public CaseLinked? LinkWith(Guid other) => Links.FirstOrDefault(link => link.Other == other);

    public RequestState Evolve(RequestEvent happened)
    {
        var version = Version + 1;
        return happened is EntryTakenBack back
            ? Without(back.Version) with { Version = version, TakenBack = TakenBack.Add(back.Version) }
            : Apply(happened) with { Version = version, Course = new(version, happened, Course) };
    }

    /// <summary>What is known, without how it became known: what two histories can be compared by.</summary>
    public RequestState WithoutCourse() => this with { Version = 0, Course = null, TakenBack = [] };

    /// <summary>What the entries come to without one of them; each keeps its place.</summary>
    private RequestState Without(long version) => Course!.Backwards().Where(entry => entry.Version != version).Reverse()
        .Aggregate(None, (state, entry) => state.Apply(entry.Event) with { Course = new(entry.Version, entry.Event, state.Course) });

    private RequestState Apply(RequestEvent happened) => happened switch
    {
        RequestReceived e => this with { Registration = e, LaterStepOn = e.SplitOn ?? default },
        ReceiptConfirmed e => this with { Registration = Registration! with { Dates = Registration.Dates with { ConfirmedOn = e.ConfirmedOn } } },
        ReceiptFactsCorrected e => this with { Registration = Registration! with { Channel = e.Channel, Dates = e.Dates } },
        SupplementNoticeIssued e => Step(e, e.IssuedOn),
        SupplementReceived e => Step(e, e.ReceivedOn),
        AnswerTermExtended e => Step(e, e.ApprovedOn) with { ProposedExtension = null },
        ExtensionProposed e => Happened(e.ProposedOn) with { ProposedExtension = e },
        ExtensionReturned e => Happened(e.ReturnedOn) with { ProposedExtension = null },
        ApplicantToldOfExtension e => Happened(e.ToldOn).Knowing<AnswerTermExtended>(
            extension => extension == UntoldExtension, extension => extension with { NotifiedOn = e.ToldOn }),
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
        RequestAnswered e => End(Answered(e)),
        RequestWithdrawn e => EndUnanswered(new(Grounds.Withdrawn, e.WithdrawnOn, e.DocumentNumber, e.Statement)),
        RequestClosedUnanswered e => EndUnanswered(new(e.Ground, e.ConfirmedOn, e.DocumentNumber, e.Statement)),
        NoteAdded => this with { Notes = Notes + 1 },
        DocumentAdded e => this with { Documents = Documents.Add(e) },
        DocumentRemoved e => this with { Documents = Documents.RemoveAll(document => document.Document == e.Document) },
        RequestCarriedForward e => this with { CarriedForward = CarriedForward.Add(e.Year) },
        RequestVoided e => this with { Voiding = e },
        ApplicantCorrected e => this with
        {
            Registration = Registration! with
            {
                ApplicantKind = e.Kind,
                ApplicantName = e.Name ?? Registration.ApplicantName,
                Contact = e.Contact ?? Registration.Contact,
                Content = e.Content ?? Registration.Content,
            },
        },
        HandlingResumed e => Happened(e.ResumedOn) with { Reopenings = Reopenings.Add(new(e.ResumedOn)), Draft = null },
        ReAnswerOrdered e => Happened(e.ServedOn) with { Reopenings = Reopenings.Add(new(e.ServedOn, e.DueOn, e.By)), Draft = null },
        RequestReAnswered e => Again(Answered(e)),
        CaseLinked e => this with { Links = Links.Add(e) },
        CaseUnlinked e => this with { Links = Links.RemoveAll(link => link.Other == e.Other) },
        PartSplitOff e => Step(e.SplitOn) with { Parts = Parts.Add(e) },
        PersonalDataErased e => this with { PersonalDataErasedOn = e.ErasedOn },
        IdentityProofReceived e => this with { IdentityProofs = IdentityProofs.Add(e) },
        AgentAppointed or AgentEnded => this with { Agency = Agency.Add(happened) },
        WantedFormChanged e => this with { ChangedForm = e with { Delivery = e.Delivery ?? WantedDelivery } },
        ApplicantJoined e => this with { JoinedApplicants = JoinedApplicants.Add(e) },
        CaseAssigned or CaseSignedFor or CaseReturned => this with { Routing = Routing.Add(happened) },
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

    private RequestResult Answered(IAnswer answer) =>
        new(answer.Ground, answer.LeftOn, answer.DocumentNumber, answer.Statement) { Answer = answer, WithheldParts = WithheldParts };

    /// <summary>A request that was taken up again keeps its first result, however it ends.</summary>
    private RequestState EndUnanswered(RequestResult result) => Result is null ? End(result) : Again(result);

    private RequestState Again(RequestResult result) => Step(result.On) with
    {
        Reopenings = Reopenings.SetItem(Reopenings.Length - 1, Reopenings[^1] with { AnsweredOn = result.On, Unanswered = result.Answer is null }),
        ReAnswers = ReAnswers.Add(result),
    };

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
