using System.Collections.Frozen;
using System.Diagnostics;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Requests;

namespace Tracker.EventStore;

/// <summary>
/// The names facts have in the book: chosen once, written down here, never derived from a class name and never changed.
/// </summary>
public static class StoredNames
{
    private static readonly (string Name, Type Type)[] Pairs =
    [
        ("request_received", typeof(RequestReceived)),
        ("supplement_notice_issued", typeof(SupplementNoticeIssued)),
        ("supplement_received", typeof(SupplementReceived)),
        ("answer_term_extended", typeof(AnswerTermExtended)),
        ("request_answered", typeof(RequestAnswered)),
        ("request_withdrawn", typeof(RequestWithdrawn)),
        ("request_carried_forward", typeof(RequestCarriedForward)),
        ("personal_data_erased", typeof(PersonalDataErased)),
        ("consultation_opened", typeof(ConsultationOpened)),
        ("consultation_served", typeof(ConsultationServed)),
        ("consultation_answered", typeof(ConsultationAnswered)),
        ("consultation_lapsed", typeof(ConsultationLapsed)),
        ("applicant_told_of_consultation", typeof(ApplicantToldOfConsultation)),
        ("disclosure_over_objection_decided", typeof(DisclosureOverObjectionDecided)),
        ("third_party_told_of_disclosure", typeof(ThirdPartyToldOfDisclosure)),
        ("fee_notice_issued", typeof(FeeNoticeIssued)),
        ("fee_notice_served", typeof(FeeNoticeServed)),
        ("fee_paid", typeof(FeePaid)),
        ("fee_waived", typeof(FeeWaived)),
        ("request_closed_unanswered", typeof(RequestClosedUnanswered)),
        ("reasons_demanded", typeof(ReasonsDemanded)),
        ("reasons_judged", typeof(ReasonsJudged)),
        ("later_date_set", typeof(LaterDateSet)),
        ("extension_proposed", typeof(ExtensionProposed)),
        ("extension_returned", typeof(ExtensionReturned)),
        ("applicant_told_of_extension", typeof(ApplicantToldOfExtension)),
        ("receipt_confirmed", typeof(ReceiptConfirmed)),
        ("receipt_facts_corrected", typeof(ReceiptFactsCorrected)),
        ("note_added", typeof(NoteAdded)),
        ("entry_taken_back", typeof(EntryTakenBack)),
        ("request_voided", typeof(RequestVoided)),
        ("applicant_corrected", typeof(ApplicantCorrected)),
        ("handling_resumed", typeof(HandlingResumed)),
        ("re_answer_ordered", typeof(ReAnswerOrdered)),
        ("request_re_answered", typeof(RequestReAnswered)),
        ("part_split_off", typeof(PartSplitOff)),
        ("case_linked", typeof(CaseLinked)),
        ("case_unlinked", typeof(CaseUnlinked)),
        ("part_withheld", typeof(PartWithheld)),
        ("withheld_part_removed", typeof(WithheldPartRemoved)),
        ("answer_drafted", typeof(AnswerDrafted)),
        ("answer_submitted", typeof(AnswerSubmitted)),
        ("answer_returned", typeof(AnswerReturned)),
        ("answer_approved", typeof(AnswerApproved)),
        ("answer_issued", typeof(AnswerIssued)),
        ("record_correction_received", typeof(RecordCorrectionReceived)),
        ("record_correction_confirmed", typeof(RecordCorrectionConfirmed)),
        ("record_evidence_asked_for", typeof(RecordEvidenceAskedFor)),
        ("record_evidence_received", typeof(RecordEvidenceReceived)),
        ("record_corrected", typeof(RecordCorrected)),
        ("record_not_corrected", typeof(RecordNotCorrected)),
        ("record_correction_transferred", typeof(RecordCorrectionTransferred)),
        ("record_correction_referred", typeof(RecordCorrectionReferred)),
        ("record_correction_withdrawn", typeof(RecordCorrectionWithdrawn)),
        ("record_correction_noted", typeof(RecordCorrectionNoted)),
        ("record_correction_voided", typeof(RecordCorrectionVoided)),
        ("record_correction_erased", typeof(RecordCorrectionErased)),
        ("reporting_year_closed", typeof(ReportingYearClosed)),
        ("office_opened", typeof(OfficeOpened)),
        ("office_renamed", typeof(OfficeRenamed)),
        ("office_contact_set", typeof(OfficeContactSet)),
        ("unit_opened", typeof(UnitOpened)),
        ("unit_closed", typeof(UnitClosed)),
        ("letter_code_set", typeof(LetterCodeSet)),
        ("reminder_times_set", typeof(ReminderTimesSet)),
        ("office_nature_set", typeof(OfficeNatureSet)),
        ("quiet_hours_set", typeof(QuietHoursSet)),
        ("holiday_notice_adopted", typeof(HolidayNoticeAdopted)),
        ("local_days_adopted", typeof(LocalDaysAdopted)),
        ("identity_proof_received", typeof(IdentityProofReceived)),
        ("agent_appointed", typeof(AgentAppointed)),
        ("agent_ended", typeof(AgentEnded)),
        ("wanted_form_changed", typeof(WantedFormChanged)),
        ("applicant_joined", typeof(ApplicantJoined)),
        ("case_assigned", typeof(CaseAssigned)),
        ("case_signed_for", typeof(CaseSignedFor)),
        ("case_returned", typeof(CaseReturned)),
        ("document_added", typeof(DocumentAdded)),
        ("document_removed", typeof(DocumentRemoved)),
    ];

    private static readonly FrozenDictionary<string, Type> ByName = Pairs.ToFrozenDictionary(pair => pair.Name, pair => pair.Type);
    private static readonly FrozenDictionary<Type, string> ByType = Pairs.ToFrozenDictionary(pair => pair.Type, pair => pair.Name);
    private static readonly FrozenDictionary<Type, string> DotNetTypes =
        Pairs.ToFrozenDictionary(pair => pair.Type, pair => $"{pair.Type.FullName}, {pair.Type.Assembly.GetName().Name}");

    public static IEnumerable<(string Name, Type Type)> All => Pairs;

    public static string Of(Type type) => ByType[type];

    /// <exception cref="BookException">The book holds a fact this program does not know: it is older than the book.</exception>
    public static Type TypeOf(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new BookException($"账簿中有本程序不认识的事件“{name}”；请使用新版程序。");

    /// <summary>Whether it is a fact itself and no part of one.</summary>
    internal static bool IsFact(Type type) => ByType.ContainsKey(type);

    /// <summary>Whether a stored name is known, and its facts stand in streams of this kind.</summary>
    internal static bool Belongs(string name, string kind) => ByName.TryGetValue(name, out var type) && kind == KindOf(type);

    private static string KindOf(Type type) =>
        typeof(RequestEvent).IsAssignableFrom(type) ? RequestStore.Kind.Name
        : typeof(RecordCorrectionEvent).IsAssignableFrom(type) ? RecordCorrectionStore.Kind.Name
        : typeof(OfficeEvent).IsAssignableFrom(type) ? OfficeStore.Kind.Name
        : typeof(CalendarEvent).IsAssignableFrom(type) ? CalendarStore.Kind.Name
        : typeof(ReportingYearEvent).IsAssignableFrom(type) ? ReportingYearStore.Kind.Name
        : throw new UnreachableException();

    /// <summary>Marten's <c>mt_dotnet_type</c>.</summary>
    internal static string DotNetType(Type type) => DotNetTypes[type];
}
