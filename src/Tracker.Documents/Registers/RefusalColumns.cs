using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Registers;

/// <summary>Which column of a register a refusal is about.</summary>
internal static class RefusalColumns
{
    public static RegisterColumn Of(RequestRefusal refusal) => refusal switch
    {
        InTheFuture { Date: var date } => Of(date),
        BeforeTheCalendar { Date: var date } => Of(date),
        ArrivalBeforeFiling { Date: var date } => Of(date),
        BeforeAnEarlierStep { Date: var date } => Of(date),
        SupplementNoticeAlreadyOpen => RegisterColumns.NoticeOn,
        SupplementPeriodEndsBeforeNotice => RegisterColumns.NoticePeriodEndsOn,
        NoSupplementAsked => RegisterColumns.SupplementOn,
        ExtensionAlreadyUsed or NotifiedBeforeApproval or ExtensionOnDayOfLaterDate => RegisterColumns.ExtensionApprovedOn,
        ExtensionLengthNotAllowed => RegisterColumns.ExtensionWorkingDays,
        GroundRetired or WithdrawalIsNoAnswer => RegisterColumns.Ground,
        AlreadyClosed => RegisterColumns.AnsweredOn,
        AlreadyRegistered or NotRegistered or NotOpenAtYearEnd or StillOpen or PersonalDataAlreadyErased or CaseRefusal => RegisterColumns.Number,
        _ => throw new UnreachableException(),
    };

    private static RegisterColumn Of(FactDate date) => date switch
    {
        FactDate.Filed => RegisterColumns.FiledOn,
        FactDate.MailRoom or FactDate.SignedFor or FactDate.Arrived or FactDate.ReachedOffice => RegisterColumns.ArrivedOn,
        FactDate.Confirmed => RegisterColumns.ConfirmedOn,
        FactDate.SupplementNotice => RegisterColumns.NoticeOn,
        FactDate.SupplementPeriod => RegisterColumns.NoticePeriodEndsOn,
        FactDate.Supplement => RegisterColumns.SupplementOn,
        FactDate.Extension or FactDate.ExtensionNotice => RegisterColumns.ExtensionApprovedOn,
        FactDate.Answer or FactDate.Withdrawal => RegisterColumns.AnsweredOn,

        // Of acts no row of a register does.
        FactDate.Consultation or FactDate.ConsultationService or FactDate.Opinion or FactDate.ConsultationLapse or FactDate.ConsultationNotice
            or FactDate.DisclosureDecision or FactDate.DisclosureNotice or FactDate.FeeNotice or FactDate.FeeNoticeService or FactDate.Payment
            or FactDate.Waiver or FactDate.Closing or FactDate.ReasonsDemand or FactDate.ReasonsJudgement or FactDate.LaterDateNotice
            or FactDate.LaterDate or FactDate.ExtensionProposal or FactDate.ExtensionReturn
            or FactDate.Note or FactDate.TakingBack or FactDate.Voiding or FactDate.Correction or FactDate.Reopening or FactDate.OrderService
            or FactDate.OrderedTerm or FactDate.Split
            or FactDate.EvidenceDemand or FactDate.Evidence or FactDate.RecordFinding or FactDate.RecordNotice or FactDate.Transfer
            or FactDate.IdentityProof or FactDate.AgentAppointment or FactDate.AgentEnd or FactDate.WantedForm
            or FactDate.Joining or FactDate.Assignment or FactDate.AssignmentSignature or FactDate.AssignmentReturn
            or FactDate.WithheldPart or FactDate.WithheldPartRemoval or FactDate.Draft or FactDate.Submission or FactDate.AnswerReturn
            or FactDate.AnswerApproval or FactDate.AnswerIssue or FactDate.Search
            or FactDate.Linking or FactDate.Unlinking => RegisterColumns.Number,
    };
}
