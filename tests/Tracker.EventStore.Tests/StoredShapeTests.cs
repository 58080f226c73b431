using System.Collections.Immutable;
using System.Text;
using Tracker.Domain;
using Tracker.Domain.AnnualReports;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.Reminding;
using Tracker.Domain.Requests;
using Tracker.EventStore.Sealing;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>
/// The approved text of every stored name, full and minimal. These texts are never edited: what is in the book must be readable
/// for ever. A changed meaning is a new name with a new text.
/// </summary>
public sealed class StoredShapeTests(PrivateClusterFixture cluster)
{
    private const string S = """{"cipher":"","key":""}""";

    public static TheoryData<string, object, string> Approved => new()
    {
        {
            "request_received",
            new RequestReceived(
                "2026-0001",
                NumberOrigin.Counter,
                Channel.SignedMail,
                new(new(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 4), new(2026, 3, 5), new(2026, 3, 6), new(2026, 3, 7), AutoAcknowledged: true),
                ApplicantKind.CommercialEnterprise,
                Sealed.Text("甲"),
                Sealed.Text("乙"),
                Sealed.Text("丙")),
            $$"""{"applicantKind":"CommercialEnterprise","applicantName":{{S}},"channel":"SignedMail","contact":{{S}},"content":{{S}},"dates":{"arrivedOn":"2026-03-05","autoAcknowledged":true,"confirmedOn":"2026-03-07","filedOn":"2026-03-02","mailRoomOn":"2026-03-03","reachedOfficeOn":"2026-03-06","signedForOn":"2026-03-04"},"number":"2026-0001","numberOrigin":"Counter"}"""
        },
        {
            "request_received",
            new RequestReceived("旧1", NumberOrigin.Imported, Channel.InPerson, new(new(2026, 3, 2)), ApplicantKind.NaturalPerson),
            """{"applicantKind":"NaturalPerson","channel":"InPerson","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02"},"number":"旧1","numberOrigin":"Imported"}"""
        },
        {
            "supplement_notice_issued",
            new SupplementNoticeIssued(new(2026, 3, 4), new(2026, 3, 20), Sealed.Text("甲")),
            $$"""{"issuedOn":"2026-03-04","items":{{S}},"periodEndsOn":"2026-03-20"}"""
        },
        { "supplement_notice_issued", new SupplementNoticeIssued(new(2026, 3, 4)), """{"issuedOn":"2026-03-04"}""" },
        {
            "supplement_received",
            new SupplementReceived(new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"receivedOn":"2026-03-09","supplement":{{S}}}"""
        },
        { "supplement_received", new SupplementReceived(new(2026, 3, 9)), """{"receivedOn":"2026-03-09"}""" },
        {
            "answer_term_extended",
            new AnswerTermExtended(new(2026, 3, 9), 20, new(2026, 3, 10), Sealed.Text("甲")),
            $$"""{"approvedOn":"2026-03-09","notifiedOn":"2026-03-10","reason":{{S}},"workingDays":20}"""
        },
        { "answer_term_extended", new AnswerTermExtended(new(2026, 3, 9), 5), """{"approvedOn":"2026-03-09","workingDays":5}""" },
        {
            "request_answered",
            new RequestAnswered(Grounds.Find("not_existing")!, new(2026, 3, 9), "例公复〔2026〕1号", Sealed.Text("甲")),
            $$"""{"documentNumber":"例公复〔2026〕1号","ground":"not_existing","leftOn":"2026-03-09","statement":{{S}}}"""
        },
        { "request_answered", new RequestAnswered(Grounds.Other, new(2026, 3, 9)), """{"ground":"other","leftOn":"2026-03-09"}""" },
        {
            "request_withdrawn",
            new RequestWithdrawn(new(2026, 3, 9), "例公告〔2026〕1号", Sealed.Text("甲")),
            $$"""{"documentNumber":"例公告〔2026〕1号","statement":{{S}},"withdrawnOn":"2026-03-09"}"""
        },
        { "request_withdrawn", new RequestWithdrawn(new(2026, 3, 9)), """{"withdrawnOn":"2026-03-09"}""" },
        { "personal_data_erased", new PersonalDataErased(new(2026, 3, 9)), """{"erasedOn":"2026-03-09"}""" },
        {
            "record_correction_received",
            new RecordCorrectionReceived(
                "更正2026-0001",
                Channel.Email,
                new(new(2026, 3, 2), ConfirmedOn: new(2026, 3, 3)),
                ApplicantKind.NaturalPerson,
                Sealed.Text("甲"),
                Sealed.Text("乙"),
                Sealed.Text("丙"),
                Sealed.Text("丁"),
                Sealed.Text("戊"),
                Guid.Parse("01956c3e-0000-7000-8000-000000000002"),
                "2026-0007"),
            $$"""{"aboutNumber":"2026-0007","aboutRequest":"01956c3e-0000-7000-8000-000000000002","applicantKind":"NaturalPerson","applicantName":{{S}},"channel":"Email","contact":{{S}},"dates":{"autoAcknowledged":false,"confirmedOn":"2026-03-03","filedOn":"2026-03-02"},"evidence":{{S}},"number":"更正2026-0001","record":{{S}},"shouldSay":{{S}}}"""
        },
        {
            "record_correction_received",
            new RecordCorrectionReceived("更正2026-0001", Channel.InPerson, new(new(2026, 3, 2)), ApplicantKind.OtherOrganisation),
            """{"applicantKind":"OtherOrganisation","channel":"InPerson","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02"},"number":"更正2026-0001"}"""
        },
        { "record_correction_confirmed", new RecordCorrectionConfirmed(new(2026, 3, 3)), """{"confirmedOn":"2026-03-03"}""" },
        {
            "record_evidence_asked_for",
            new RecordEvidenceAskedFor(new(2026, 3, 4), Sealed.Text("甲")),
            $$"""{"askedOn":"2026-03-04","items":{{S}}}"""
        },
        { "record_evidence_asked_for", new RecordEvidenceAskedFor(new(2026, 3, 4)), """{"askedOn":"2026-03-04"}""" },
        {
            "record_evidence_received",
            new RecordEvidenceReceived(new(2026, 3, 5), Sealed.Text("甲")),
            $$"""{"evidence":{{S}},"receivedOn":"2026-03-05"}"""
        },
        { "record_evidence_received", new RecordEvidenceReceived(new(2026, 3, 5)), """{"receivedOn":"2026-03-05"}""" },
        {
            "record_corrected",
            new RecordCorrected(new(2026, 3, 6), new(2026, 3, 9), "例更〔2026〕1号", Sealed.Text("甲")),
            $$"""{"correctedOn":"2026-03-06","documentNumber":"例更〔2026〕1号","statement":{{S}},"toldOn":"2026-03-09"}"""
        },
        { "record_corrected", new RecordCorrected(new(2026, 3, 6), new(2026, 3, 9)), """{"correctedOn":"2026-03-06","toldOn":"2026-03-09"}""" },
        {
            "record_not_corrected",
            new RecordNotCorrected(new(2026, 3, 6), new(2026, 3, 9), RecordFinding.NotProven, "例更〔2026〕1号", Sealed.Text("甲")),
            $$"""{"decidedOn":"2026-03-06","documentNumber":"例更〔2026〕1号","finding":"NotProven","reasons":{{S}},"toldOn":"2026-03-09"}"""
        },
        {
            "record_not_corrected",
            new RecordNotCorrected(new(2026, 3, 6), new(2026, 3, 9), RecordFinding.NotTrue),
            """{"decidedOn":"2026-03-06","finding":"NotTrue","toldOn":"2026-03-09"}"""
        },
        {
            "record_correction_transferred",
            new RecordCorrectionTransferred(new(2026, 3, 6), new(2026, 3, 9), "样例局", "例转〔2026〕1号", Sealed.Text("甲")),
            $$"""{"agency":"样例局","documentNumber":"例转〔2026〕1号","statement":{{S}},"toldOn":"2026-03-09","transferredOn":"2026-03-06"}"""
        },
        {
            "record_correction_transferred",
            new RecordCorrectionTransferred(new(2026, 3, 6), new(2026, 3, 9), "样例局"),
            """{"agency":"样例局","toldOn":"2026-03-09","transferredOn":"2026-03-06"}"""
        },
        {
            "record_correction_referred",
            new RecordCorrectionReferred(new(2026, 3, 9), "样例局", "例告〔2026〕1号", Sealed.Text("甲")),
            $$"""{"agency":"样例局","documentNumber":"例告〔2026〕1号","statement":{{S}},"toldOn":"2026-03-09"}"""
        },
        { "record_correction_referred", new RecordCorrectionReferred(new(2026, 3, 9), "样例局"), """{"agency":"样例局","toldOn":"2026-03-09"}""" },
        {
            "record_correction_withdrawn",
            new RecordCorrectionWithdrawn(new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"statement":{{S}},"withdrawnOn":"2026-03-09"}"""
        },
        { "record_correction_withdrawn", new RecordCorrectionWithdrawn(new(2026, 3, 9)), """{"withdrawnOn":"2026-03-09"}""" },
        { "record_correction_noted", new RecordCorrectionNoted(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"notedOn":"2026-03-09","text":{{S}}}""" },
        { "record_correction_noted", new RecordCorrectionNoted(new(2026, 3, 9)), """{"notedOn":"2026-03-09"}""" },
        { "record_correction_voided", new RecordCorrectionVoided(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"voidedOn":"2026-03-09"}""" },
        { "record_correction_voided", new RecordCorrectionVoided(new(2026, 3, 9)), """{"voidedOn":"2026-03-09"}""" },
        { "record_correction_erased", new RecordCorrectionErased(new(2026, 3, 9)), """{"erasedOn":"2026-03-09"}""" },
        { "request_carried_forward", new RequestCarriedForward(2025), """{"year":2025}""" },
        {
            "consultation_opened",
            new ConsultationOpened(2, ConsultationKind.ThirdParty, new(2026, 3, 4), new(2026, 3, 6), Sealed.Text("甲"), Sealed.Text("乙")),
            $$"""{"kind":"ThirdParty","matter":{{S}},"number":2,"party":{{S}},"partyReceivedOn":"2026-03-06","sentOn":"2026-03-04"}"""
        },
        {
            "consultation_opened",
            new ConsultationOpened(1, ConsultationKind.CoAuthor, new(2026, 3, 4)),
            """{"kind":"CoAuthor","number":1,"sentOn":"2026-03-04"}"""
        },
        { "consultation_served", new ConsultationServed(1, new(2026, 3, 6)), """{"number":1,"receivedOn":"2026-03-06"}""" },
        {
            "consultation_answered",
            new ConsultationAnswered(1, new(2026, 3, 9), Opinion.Objects, Sealed.Text("甲")),
            $$"""{"number":1,"opinion":"Objects","receivedOn":"2026-03-09","text":{{S}}}"""
        },
        {
            "consultation_answered",
            new ConsultationAnswered(1, new(2026, 3, 9), Opinion.ConsentsInPart),
            """{"number":1,"opinion":"ConsentsInPart","receivedOn":"2026-03-09"}"""
        },
        { "consultation_lapsed", new ConsultationLapsed(1, new(2026, 3, 30)), """{"establishedOn":"2026-03-30","number":1}""" },
        { "applicant_told_of_consultation", new ApplicantToldOfConsultation(1, new(2026, 3, 4)), """{"number":1,"toldOn":"2026-03-04"}""" },
        {
            "disclosure_over_objection_decided",
            new DisclosureOverObjectionDecided(1, new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"decidedOn":"2026-03-09","number":1,"reasons":{{S}}}"""
        },
        {
            "disclosure_over_objection_decided",
            new DisclosureOverObjectionDecided(1, new(2026, 3, 9)),
            """{"decidedOn":"2026-03-09","number":1}"""
        },
        { "third_party_told_of_disclosure", new ThirdPartyToldOfDisclosure(1, new(2026, 3, 10)), """{"number":1,"toldOn":"2026-03-10"}""" },
        {
            "fee_notice_issued",
            new FeeNoticeIssued(FeeScale.ByItem, 12, 200, new(2026, 3, 9), new(2026, 3, 10), 11, Sealed.Text("甲")),
            $$"""{"count":12,"countReason":{{S}},"issuedOn":"2026-03-09","receivedOn":"2026-03-10","requestsInMonth":11,"scale":"ByItem","yuan":200}"""
        },
        {
            "fee_notice_issued",
            new FeeNoticeIssued(FeeScale.ByPage, 68, 380, new(2026, 3, 9)),
            """{"count":68,"issuedOn":"2026-03-09","scale":"ByPage","yuan":380}"""
        },
        { "fee_notice_served", new FeeNoticeServed(new(2026, 3, 10)), """{"receivedOn":"2026-03-10"}""" },
        { "fee_paid", new FeePaid(new(2026, 3, 11)), """{"paidOn":"2026-03-11"}""" },
        { "fee_waived", new FeeWaived(new(2026, 3, 11), Sealed.Text("甲")), $$"""{"reason":{{S}},"waivedOn":"2026-03-11"}""" },
        { "fee_waived", new FeeWaived(new(2026, 3, 11)), """{"waivedOn":"2026-03-11"}""" },
        {
            "request_closed_unanswered",
            new RequestClosedUnanswered(Grounds.FeeOverdue, new(2026, 4, 20), "例公告〔2026〕2号", Sealed.Text("甲")),
            $$"""{"confirmedOn":"2026-04-20","documentNumber":"例公告〔2026〕2号","ground":"fee_overdue","statement":{{S}}}"""
        },
        {
            "request_closed_unanswered",
            new RequestClosedUnanswered(Grounds.ApplicantCeased, new(2026, 4, 20)),
            """{"confirmedOn":"2026-04-20","ground":"applicant_ceased"}"""
        },
        { "reasons_demanded", new ReasonsDemanded(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"demandedOn":"2026-03-09","text":{{S}}}""" },
        { "reasons_demanded", new ReasonsDemanded(new(2026, 3, 9)), """{"demandedOn":"2026-03-09"}""" },
        {
            "reasons_judged",
            new ReasonsJudged(new(2026, 3, 10), ReasonsJudgement.Reasonable, Sealed.Text("甲")),
            $$"""{"judgedOn":"2026-03-10","judgement":"Reasonable","text":{{S}}}"""
        },
        {
            "reasons_judged",
            new ReasonsJudged(new(2026, 3, 10), ReasonsJudgement.Unreasonable),
            """{"judgedOn":"2026-03-10","judgement":"Unreasonable"}"""
        },
        {
            "later_date_set",
            new LaterDateSet(new(2026, 3, 10), new(2026, 6, 30), Sealed.Text("甲")),
            $$"""{"dueOn":"2026-06-30","reason":{{S}},"toldOn":"2026-03-10"}"""
        },
        { "later_date_set", new LaterDateSet(new(2026, 3, 10), new(2026, 6, 30)), """{"dueOn":"2026-06-30","toldOn":"2026-03-10"}""" },
        {
            "extension_proposed",
            new ExtensionProposed(new(2026, 3, 9), 20, Sealed.Text("甲")),
            $$"""{"proposedOn":"2026-03-09","reason":{{S}},"workingDays":20}"""
        },
        { "extension_proposed", new ExtensionProposed(new(2026, 3, 9), 5), """{"proposedOn":"2026-03-09","workingDays":5}""" },
        {
            "extension_returned",
            new ExtensionReturned(new(2026, 3, 10), Sealed.Text("甲")),
            $$"""{"reason":{{S}},"returnedOn":"2026-03-10"}"""
        },
        { "extension_returned", new ExtensionReturned(new(2026, 3, 10)), """{"returnedOn":"2026-03-10"}""" },
        { "applicant_told_of_extension", new ApplicantToldOfExtension(new(2026, 3, 10)), """{"toldOn":"2026-03-10"}""" },
        { "receipt_confirmed", new ReceiptConfirmed(new(2026, 3, 4)), """{"confirmedOn":"2026-03-04"}""" },
        {
            "receipt_facts_corrected",
            new ReceiptFactsCorrected(
                new(2026, 3, 9), Channel.SignedMail, new(new(2026, 3, 2), SignedForOn: new(2026, 3, 4)), Sealed.Text("甲")),
            $$"""{"channel":"SignedMail","correctedOn":"2026-03-09","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02","signedForOn":"2026-03-04"},"reason":{{S}}}"""
        },
        {
            "receipt_facts_corrected",
            new ReceiptFactsCorrected(new(2026, 3, 9), Channel.InPerson, new(new(2026, 3, 2))),
            """{"channel":"InPerson","correctedOn":"2026-03-09","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02"}}"""
        },
        {
            "document_added",
            new DocumentAdded(new("00000000-0000-7000-8000-000000000001"), new(2026, 3, 9), DocumentType.Docx, 20_971_520, Sealed.Text("甲"), Sealed.Text("乙")),
            $$"""{"addedOn":"2026-03-09","digest":{{S}},"document":"00000000-0000-7000-8000-000000000001","name":{{S}},"size":20971520,"type":"Docx"}"""
        },
        {
            "document_added",
            new DocumentAdded(new("00000000-0000-7000-8000-000000000001"), new(2026, 3, 9), DocumentType.Pdf, 1),
            """{"addedOn":"2026-03-09","document":"00000000-0000-7000-8000-000000000001","size":1,"type":"Pdf"}"""
        },
        {
            "document_removed",
            new DocumentRemoved(new("00000000-0000-7000-8000-000000000001"), new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"document":"00000000-0000-7000-8000-000000000001","reason":{{S}},"removedOn":"2026-03-09"}"""
        },
        {
            "document_removed",
            new DocumentRemoved(new("00000000-0000-7000-8000-000000000001"), new(2026, 3, 9)),
            """{"document":"00000000-0000-7000-8000-000000000001","removedOn":"2026-03-09"}"""
        },
        { "note_added", new NoteAdded(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"notedOn":"2026-03-09","text":{{S}}}""" },
        { "note_added", new NoteAdded(new(2026, 3, 9)), """{"notedOn":"2026-03-09"}""" },
        {
            "request_received",
            new RequestReceived(
                "2026-0002",
                NumberOrigin.Counter,
                Channel.InPerson,
                new(new(2026, 3, 2)),
                ApplicantKind.NaturalPerson,
                SplitFrom: Guid.Parse("00000000-0000-7000-8000-000000000001"),
                SplitOn: new(2026, 3, 9)),
            """{"applicantKind":"NaturalPerson","channel":"InPerson","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02"},"number":"2026-0002","numberOrigin":"Counter","splitFrom":"00000000-0000-7000-8000-000000000001","splitOn":"2026-03-09"}"""
        },
        { "entry_taken_back", new EntryTakenBack(3, new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"takenBackOn":"2026-03-09","version":3}""" },
        { "entry_taken_back", new EntryTakenBack(3, new(2026, 3, 9)), """{"takenBackOn":"2026-03-09","version":3}""" },
        { "request_voided", new RequestVoided(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"voidedOn":"2026-03-09"}""" },
        { "request_voided", new RequestVoided(new(2026, 3, 9)), """{"voidedOn":"2026-03-09"}""" },
        {
            "applicant_corrected",
            new ApplicantCorrected(new(2026, 3, 9), ApplicantKind.CommercialEnterprise, Sealed.Text("甲"), Sealed.Text("乙"), Sealed.Text("丙")),
            $$"""{"contact":{{S}},"correctedOn":"2026-03-09","kind":"CommercialEnterprise","name":{{S}},"reason":{{S}}}"""
        },
        {
            "applicant_corrected",
            new ApplicantCorrected(
                new(2026, 3, 9), ApplicantKind.CommercialEnterprise, Sealed.Text("甲"), Sealed.Text("乙"), Sealed.Text("丙"), Sealed.Text("丁")),
            $$"""{"contact":{{S}},"content":{{S}},"correctedOn":"2026-03-09","kind":"CommercialEnterprise","name":{{S}},"reason":{{S}}}"""
        },
        {
            "applicant_corrected",
            new ApplicantCorrected(new(2026, 3, 9), ApplicantKind.NaturalPerson),
            """{"correctedOn":"2026-03-09","kind":"NaturalPerson"}"""
        },
        { "handling_resumed", new HandlingResumed(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"resumedOn":"2026-03-09"}""" },
        { "handling_resumed", new HandlingResumed(new(2026, 3, 9)), """{"resumedOn":"2026-03-09"}""" },
        {
            "re_answer_ordered",
            new ReAnswerOrdered(ReAnswerAuthority.Court, new(2026, 3, 9), new(2026, 3, 30), "（2026）例01行初1号", Sealed.Text("甲")),
            $$"""{"by":"Court","documentNumber":"（2026）例01行初1号","dueOn":"2026-03-30","servedOn":"2026-03-09","source":{{S}}}"""
        },
        {
            "re_answer_ordered",
            new ReAnswerOrdered(ReAnswerAuthority.Reconsideration, new(2026, 3, 9), new(2026, 3, 30)),
            """{"by":"Reconsideration","dueOn":"2026-03-30","servedOn":"2026-03-09"}"""
        },
        {
            "request_re_answered",
            new RequestReAnswered(
                Grounds.Find("partial")!,
                new(2026, 3, 9),
                "例公复〔2026〕2号",
                Sealed.Text("甲"),
                new(Given: Sealed.Text("甲")),
                Delivery.Posted,
                Sealed.Text("乙"),
                InformationForm.Electronic,
                Sealed.Text("丙")),
            $$"""{"delivery":"Posted","documentNumber":"例公复〔2026〕2号","evidence":{{S}},"givenForm":"Electronic","givenFormReason":{{S}},"ground":"partial","leftOn":"2026-03-09","stated":{"given":{{S}}},"statement":{{S}}}"""
        },
        { "request_re_answered", new RequestReAnswered(Grounds.Other, new(2026, 3, 9)), """{"ground":"other","leftOn":"2026-03-09"}""" },
        {
            "part_split_off",
            new PartSplitOff(new(2026, 3, 9), Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002", Sealed.Text("甲")),
            $$"""{"part":"00000000-0000-7000-8000-000000000001","partNumber":"2026-0002","reason":{{S}},"splitOn":"2026-03-09"}"""
        },
        {
            "part_split_off",
            new PartSplitOff(new(2026, 3, 9), Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002"),
            """{"part":"00000000-0000-7000-8000-000000000001","partNumber":"2026-0002","splitOn":"2026-03-09"}"""
        },
        {
            "case_linked",
            new CaseLinked(Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002", new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"linkedOn":"2026-03-09","other":"00000000-0000-7000-8000-000000000001","otherNumber":"2026-0002","reason":{{S}}}"""
        },
        {
            "case_linked",
            new CaseLinked(Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002", new(2026, 3, 9)),
            """{"linkedOn":"2026-03-09","other":"00000000-0000-7000-8000-000000000001","otherNumber":"2026-0002"}"""
        },
        {
            "case_unlinked",
            new CaseUnlinked(Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002", new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"other":"00000000-0000-7000-8000-000000000001","otherNumber":"2026-0002","reason":{{S}},"unlinkedOn":"2026-03-09"}"""
        },
        {
            "case_unlinked",
            new CaseUnlinked(Guid.Parse("00000000-0000-7000-8000-000000000001"), "2026-0002", new(2026, 3, 9)),
            """{"other":"00000000-0000-7000-8000-000000000001","otherNumber":"2026-0002","unlinkedOn":"2026-03-09"}"""
        },
        {
            "request_answered",
            new RequestAnswered(
                Grounds.Find("not_existing")!,
                new(2026, 3, 9),
                "例公复〔2026〕1号",
                Sealed.Text("甲"),
                new(
                    Obtaining: Sealed.Text("甲"),
                    Given: Sealed.Text("甲"),
                    Reasons: Sealed.Text("甲"),
                    Law: Sealed.Text("甲"),
                    LawArticle: Sealed.Text("甲"),
                    Right: ProtectedRight.TradeSecret,
                    ThirdPartyView: Sealed.Text("甲"),
                    PublicInterest: Sealed.Text("甲"),
                    WhichAffair: InternalAffair.Logistics,
                    WhichProcess: ProcessInformation.WorkingDraft,
                    CaseFile: Sealed.Text("甲"),
                    SearchedBy: Sealed.Text("甲"),
                    SearchedIn: Sealed.Text("甲"),
                    SearchedFor: Sealed.Text("甲"),
                    SearchedOn: new(2026, 3, 5),
                    SearchRecord: Sealed.Text("甲"),
                    ResponsibleAgency: Sealed.Text("甲"),
                    AgencyContact: Sealed.Text("甲"),
                    Unclear: Sealed.Text("甲"),
                    ProperChannel: Sealed.Text("甲"),
                    EarlierRequest: Sealed.Text("甲"),
                    AlreadyHeld: Sealed.Text("甲"),
                    DemandForReasons: Sealed.Text("甲"),
                    WhoCanExplain: Sealed.Text("甲"),
                    Function: Sealed.Text("甲"),
                    Archive: Sealed.Text("甲"),
                    Procedure: Sealed.Text("甲"),
                    HowToConsult: Sealed.Text("甲"),
                    Notice: Sealed.Text("甲"),
                    NoticePeriod: Sealed.Text("甲"),
                    WrittenWithdrawal: Sealed.Text("甲"),
                    Proof: Sealed.Text("甲"),
                    SubReason: Sealed.Text("甲")),
                Delivery.Posted,
                Sealed.Text("乙"),
                InformationForm.Electronic,
                Sealed.Text("丙"),
                OnTheSpot: true,
                Guid.Parse("01956c3e-0000-7000-8000-000000000002")),
            $$"""{"delivery":"Posted","documentNumber":"例公复〔2026〕1号","evidence":{{S}},"givenForm":"Electronic","givenFormReason":{{S}},"ground":"not_existing","leftOn":"2026-03-09","onTheSpot":true,"stated":{"agencyContact":{{S}},"alreadyHeld":{{S}},"archive":{{S}},"caseFile":{{S}},"demandForReasons":{{S}},"earlierRequest":{{S}},"function":{{S}},"given":{{S}},"howToConsult":{{S}},"law":{{S}},"lawArticle":{{S}},"notice":{{S}},"noticePeriod":{{S}},"obtaining":{{S}},"procedure":{{S}},"proof":{{S}},"properChannel":{{S}},"publicInterest":{{S}},"reasons":{{S}},"responsibleAgency":{{S}},"right":"TradeSecret","searchRecord":{{S}},"searchedBy":{{S}},"searchedFor":{{S}},"searchedIn":{{S}},"searchedOn":"2026-03-05","subReason":{{S}},"thirdPartyView":{{S}},"unclear":{{S}},"whichAffair":"Logistics","whichProcess":"WorkingDraft","whoCanExplain":{{S}},"writtenWithdrawal":{{S}}},"statement":{{S}},"togetherWith":"01956c3e-0000-7000-8000-000000000002"}"""
        },
        {
            "request_answered",
            new RequestAnswered(Grounds.Other, new(2026, 3, 9), Stated: new(SubReason: Sealed.Text("甲"))),
            $$"""{"ground":"other","leftOn":"2026-03-09","stated":{"subReason":{{S}}""" + "}}"
        },
        {
            "part_withheld",
            new PartWithheld(2, Grounds.Find("state_secret")!, new(2026, 3, 9), Sealed.Text("甲"), Sealed.Text("乙")),
            $$"""{"decidedOn":"2026-03-09","ground":"state_secret","number":2,"part":{{S}},"reasons":{{S}}}"""
        },
        {
            "part_withheld",
            new PartWithheld(1, Grounds.Other, new(2026, 3, 9)),
            """{"decidedOn":"2026-03-09","ground":"other","number":1}"""
        },
        {
            "withheld_part_removed",
            new WithheldPartRemoved(1, new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"number":1,"reason":{{S}},"removedOn":"2026-03-09"}"""
        },
        { "withheld_part_removed", new WithheldPartRemoved(1, new(2026, 3, 9)), """{"number":1,"removedOn":"2026-03-09"}""" },
        {
            "answer_drafted",
            new AnswerDrafted(Grounds.Partial, new(2026, 3, 9), Sealed.Text("甲")),
            $$"""{"draft":{{S}},"draftedOn":"2026-03-09","ground":"partial"}"""
        },
        { "answer_drafted", new AnswerDrafted(Grounds.Partial, new(2026, 3, 9)), """{"draftedOn":"2026-03-09","ground":"partial"}""" },
        { "answer_submitted", new AnswerSubmitted(new(2026, 3, 9)), """{"submittedOn":"2026-03-09"}""" },
        { "answer_returned", new AnswerReturned(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"returnedOn":"2026-03-09"}""" },
        { "answer_returned", new AnswerReturned(new(2026, 3, 9)), """{"returnedOn":"2026-03-09"}""" },
        { "answer_approved", new AnswerApproved(new(2026, 3, 9)), """{"approvedOn":"2026-03-09"}""" },
        {
            "answer_issued",
            new AnswerIssued(new(2026, 3, 9), "例公复〔2026〕1号"),
            """{"documentNumber":"例公复〔2026〕1号","issuedOn":"2026-03-09"}"""
        },
        {
            "answer_issued",
            new AnswerIssued(new(2026, 3, 9), "例公复〔2026〕1号", 1),
            """{"documentNumber":"例公复〔2026〕1号","issuedOn":"2026-03-09","letterPlace":1}"""
        },
        { "answer_issued", new AnswerIssued(new(2026, 3, 9)), """{"issuedOn":"2026-03-09"}""" },
        {
            "reporting_year_closed",
            new ReportingYearClosed(2025, "2021", [new("new", [1, null])], 42),
            """{"form":"2021","position":42,"rows":[{"figures":[1,null],"key":"new"}],"year":2025}"""
        },
        {
            "office_opened",
            new OfficeOpened("test-office", "样例机关", new(2026, 3, 2)),
            """{"code":"test-office","name":"样例机关","openedOn":"2026-03-02"}"""
        },
        { "office_renamed", new OfficeRenamed("样例新机关", new(2026, 3, 9)), """{"name":"样例新机关","renamedOn":"2026-03-09"}""" },
        {
            "office_contact_set",
            new OfficeContactSet(new(2026, 3, 9), "样例路1号", "000000", "000-00000000", "工作日 9:00—17:00"),
            """{"address":"样例路1号","hours":"工作日 9:00—17:00","postcode":"000000","setOn":"2026-03-09","telephone":"000-00000000"}"""
        },
        { "office_contact_set", new OfficeContactSet(new(2026, 3, 9)), """{"setOn":"2026-03-09"}""" },
        { "unit_opened", new UnitOpened("法规科", new(2026, 3, 9)), """{"name":"法规科","openedOn":"2026-03-09"}""" },
        {
            "letter_code_set",
            new LetterCodeSet("例公复", new(2026, 3, 9), 57),
            """{"code":"例公复","setOn":"2026-03-09","usedUpTo":57}"""
        },
        { "letter_code_set", new LetterCodeSet("例公复", new(2026, 3, 9)), """{"code":"例公复","setOn":"2026-03-09"}""" },
        {
            "reminder_times_set",
            new ReminderTimesSet(DueMatter.Answer, [5, 2, 0], EachDayAfter: true, new(2026, 3, 9), 2, -1),
            """{"before":[5,2,0],"eachDayAfter":true,"matter":"Answer","officeHeadFrom":-1,"setOn":"2026-03-09","unitHeadFrom":2}"""
        },
        {
            "reminder_times_set",
            new ReminderTimesSet(DueMatter.AnnualReport, [], EachDayAfter: true, new(2026, 3, 9)),
            """{"before":[],"eachDayAfter":true,"matter":"AnnualReport","setOn":"2026-03-09"}"""
        },
        { "office_nature_set", new OfficeNatureSet(OfficeNature.Government, new(2026, 3, 9)), """{"nature":"Government","setOn":"2026-03-09"}""" },
        {
            "quiet_hours_set",
            new QuietHoursSet(new(2026, 3, 9), new(18, 0), new(8, 30)),
            """{"from":"18:00:00","setOn":"2026-03-09","to":"08:30:00"}"""
        },
        { "quiet_hours_set", new QuietHoursSet(new(2026, 3, 9)), """{"setOn":"2026-03-09"}""" },
        { "unit_closed", new UnitClosed("法规科", new(2026, 3, 10)), """{"closedOn":"2026-03-10","name":"法规科"}""" },
        {
            "holiday_notice_adopted",
            new HolidayNoticeAdopted(2027, ["https://www.gov.cn/1", "https://www.gov.cn/2"], [new(new(2027, 1, 1), "元旦", Off: true), new(new(2027, 1, 3), "元旦", Off: false)]),
            """{"days":[{"date":"2027-01-01","name":"元旦","off":true},{"date":"2027-01-03","name":"元旦","off":false}],"sources":["https://www.gov.cn/1","https://www.gov.cn/2"],"year":2027}"""
        },
        {
            "local_days_adopted",
            new LocalDaysAdopted("test-office", 2027, ["样例政发〔2027〕1号"], [new(new(2027, 5, 18), "县庆日", Off: true)]),
            """{"days":[{"date":"2027-05-18","name":"县庆日","off":true}],"office":"test-office","sources":["样例政发〔2027〕1号"],"year":2027}"""
        },
        { "local_days_adopted", new LocalDaysAdopted("test-office", 2027, [], []), """{"days":[],"office":"test-office","sources":[],"year":2027}""" },
        {
            "request_received",
            new RequestReceived(
                "旧2",
                NumberOrigin.Imported,
                Channel.InPerson,
                new(new(2026, 3, 2)),
                ApplicantKind.NaturalPerson,
                WrittenDownFor: true,
                IdentityNumber: Sealed.Text("甲"),
                WantedForm: InformationForm.Electronic,
                WantedDelivery: Sealed.Text("乙")),
            $$"""{"applicantKind":"NaturalPerson","channel":"InPerson","dates":{"autoAcknowledged":false,"filedOn":"2026-03-02"},"identityNumber":{{S}},"number":"旧2","numberOrigin":"Imported","wantedDelivery":{{S}},"wantedForm":"Electronic","writtenDownFor":true}"""
        },
        {
            "identity_proof_received",
            new IdentityProofReceived(new(2026, 3, 9), IdentityDocument.IdentityCard, Sealed.Text("甲")),
            $$"""{"document":"IdentityCard","number":{{S}},"receivedOn":"2026-03-09"}"""
        },
        {
            "identity_proof_received",
            new IdentityProofReceived(new(2026, 3, 9), IdentityDocument.CreditCodeCertificate),
            """{"document":"CreditCodeCertificate","receivedOn":"2026-03-09"}"""
        },
        {
            "agent_appointed",
            new AgentAppointed(new(2026, 3, 9), true, Sealed.Text("甲"), Sealed.Text("乙")),
            $$"""{"appointedOn":"2026-03-09","authorisationOnFile":true,"contact":{{S}},"name":{{S}}}"""
        },
        { "agent_appointed", new AgentAppointed(new(2026, 3, 9), false), """{"appointedOn":"2026-03-09","authorisationOnFile":false}""" },
        { "agent_ended", new AgentEnded(new(2026, 3, 9)), """{"endedOn":"2026-03-09"}""" },
        {
            "wanted_form_changed",
            new WantedFormChanged(new(2026, 3, 9), InformationForm.Paper, Sealed.Text("甲")),
            $$"""{"delivery":{{S}},"form":"Paper","toldOn":"2026-03-09"}"""
        },
        { "wanted_form_changed", new WantedFormChanged(new(2026, 3, 9), InformationForm.Disc), """{"form":"Disc","toldOn":"2026-03-09"}""" },
        {
            "applicant_joined",
            new ApplicantJoined(new(2026, 3, 9), ApplicantKind.CommercialEnterprise, Sealed.Text("甲"), Sealed.Text("乙")),
            $$"""{"contact":{{S}},"joinedOn":"2026-03-09","kind":"CommercialEnterprise","name":{{S}}}"""
        },
        { "applicant_joined", new ApplicantJoined(new(2026, 3, 9), ApplicantKind.NaturalPerson), """{"joinedOn":"2026-03-09","kind":"NaturalPerson"}""" },
        {
            "case_assigned",
            new CaseAssigned(new(2026, 3, 9), "样例一科", Sealed.Text("甲")),
            $$"""{"assignedOn":"2026-03-09","person":{{S}},"unit":"样例一科"}"""
        },
        { "case_assigned", new CaseAssigned(new(2026, 3, 9), "样例一科"), """{"assignedOn":"2026-03-09","unit":"样例一科"}""" },
        { "case_signed_for", new CaseSignedFor(new(2026, 3, 9)), """{"signedForOn":"2026-03-09"}""" },
        { "case_returned", new CaseReturned(new(2026, 3, 9), Sealed.Text("甲")), $$"""{"reason":{{S}},"returnedOn":"2026-03-09"}""" },
        { "case_returned", new CaseReturned(new(2026, 3, 9)), """{"returnedOn":"2026-03-09"}""" },
    };

    private static readonly StreamKey Stream = new(Given.Office, Guid.Parse("01956c3e-0000-7000-8000-000000000001"));

    [Theory]
    [MemberData(nameof(Approved))]
    public void A_fact_is_written_as_approved(string name, object fact, string approved)
    {
        var scope = new SealingScope(Stream, Guid.Empty, new StreamKeys(Stream, DataKey.New()));

        var written = EventCodec.Write(fact, scope);

        Assert.Equal(name, StoredNames.Of(fact.GetType()));
        Assert.Equal(approved, Emptied(Encoding.UTF8.GetString(written)));
        Assert.Equal(written, CanonicalForm.Of(written));
    }

    [Theory]
    [MemberData(nameof(Approved))]
    public void What_is_written_reads_back_to_the_same(string name, object fact, string approved)
    {
        var keys = new StreamKeys(Stream, DataKey.New());
        var written = EventCodec.Write(fact, new(Stream, Guid.Empty, keys));

        var read = EventCodec.Read(name, written, new(Stream, Guid.Empty));

        var opener = new SealingScope(Stream, Guid.Empty, Opener: new Unsealer(keys));
        Assert.Equal(EventCodec.Write(fact, opener), EventCodec.Write(read, opener));
        Assert.NotEmpty(approved);
    }

    [Fact]
    public void Every_stored_name_has_an_approved_text_and_every_fact_a_stored_name()
    {
        var approved = Approved.Select(row => row.Data.Item1).Distinct().Order().ToImmutableArray();
        Assert.Equal(StoredNames.All.Select(pair => pair.Name).Order(), approved);

        var facts = new[] { typeof(RequestEvent), typeof(ReportingYearEvent), typeof(OfficeEvent), typeof(CalendarEvent), typeof(RecordCorrectionEvent) }
            .SelectMany(family => family.Assembly.GetTypes().Where(type => type.BaseType == family));
        Assert.Equal(StoredNames.All.Select(pair => pair.Type.FullName).Order(), facts.Select(type => type.FullName).Order());
    }

    [Fact]
    public void An_unknown_stored_name_is_an_error_that_names_it()
    {
        var fault = Assert.Throws<BookException>(() => EventCodec.Read("request_sold", "{}"u8.ToArray(), new(Stream, Guid.Empty)));
        Assert.Contains("request_sold", fault.Message);
    }

    [Theory]
    [InlineData("""{"withdrawnOn":"2026-03-09","colour":"red"}""")]
    [InlineData("{}")]
    [InlineData("""{"withdrawnOn":"2026-02-30"}""")]
    [InlineData("""{"withdrawnOn":null}""")]
    [InlineData("""{"withdrawnOn":"2026-03-09","statement":{"cipher":"AAAA"}}""")]
    public void An_unknown_or_missing_member_is_an_error_never_silence(string json)
    {
        var fault = Assert.Throws<BookException>(() =>
            EventCodec.Read("request_withdrawn", Encoding.UTF8.GetBytes(json), new(Stream, Guid.Empty)));
        Assert.Contains("request_withdrawn", fault.Message);
    }

    [Fact]
    public void A_sealed_text_is_bound_to_its_member_and_inside_a_part_of_a_fact_to_the_part_s_too()
    {
        Assert.Equal("statement", EventCodec.FieldOf(typeof(RequestAnswered), "statement"));
        Assert.Equal("stated.reasons", EventCodec.FieldOf(typeof(AnswerStatement), "reasons"));
        Assert.Throws<System.Diagnostics.UnreachableException>(() => EventCodec.FieldOf(typeof(ReceiptDates), "note"));
    }

    [Fact]
    public async Task An_unknown_stored_name_in_the_book_is_named_when_its_stream_is_read()
    {
        await using var book = await cluster.NewBookAsync();
        var id = await Given.RegisteredAsync(book);
        await using (var command = book.Database.CreateCommand("update mt_events set type = 'request_sold'"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var fault = await Assert.ThrowsAsync<BookException>(() => Given.Store(book).LoadAsync(new StreamKey(Given.Office, id), default));
        Assert.Contains("request_sold", fault.Message);
    }

    private static string Emptied(string json) =>
        System.Text.RegularExpressions.Regex.Replace(json, """\{"cipher":"[^"]*","key":"[^"]*"\}""", S, System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
