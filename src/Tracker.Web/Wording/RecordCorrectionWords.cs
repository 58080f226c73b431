using Tracker.Domain.RecordCorrections;
using Tracker.ReadModels.Corrections;
using Tracker.Web.Pages;
using Tracker.Web.Pages.Offices.RecordCorrections;

namespace Tracker.Web.Wording;

/// <summary>The words of 更正申请 (art 41), and the one list of what can be done to one as it stands; each decision still has the last word.</summary>
public static class RecordCorrectionWords
{
    public static string Of(RecordCorrectionOutcome outcome) => outcome switch
    {
        RecordCorrectionOutcome.Corrected => "属实，已更正",
        RecordCorrectionOutcome.NotCorrected => "不予更正",
        RecordCorrectionOutcome.Transferred => "转送有权更正的行政机关",
        RecordCorrectionOutcome.Referred => "告知向有权更正的行政机关提出",
        RecordCorrectionOutcome.Withdrawn => "申请人撤回",
    };

    public static string Of(RecordFinding finding) => finding switch
    {
        RecordFinding.NotTrue => "不属实",
        RecordFinding.NotProven => "证据不足",
    };

    /// <summary>收到以来：8 日；待补证据。</summary>
    public static string Standing(CorrectionRow row, DateOnly today) => row switch
    {
        { Voided: true } => "作废",
        { Outcome: { } outcome } => $"{Of(outcome)}（历时 {row.DaysSinceReceipt(today)} 日）",
        { Waiting: true } => $"{Since(row, today)}，待补充证据",
        _ => Since(row, today),
    };

    public static IEnumerable<CaseAct> Acts(RecordCorrectionState state, string office, Guid id)
    {
        if (state.PersonalDataErasedOn is not null)
        {
            yield break;
        }

        if (!state.HasEnded)
        {
            yield return CaseActs.Act<CorrectionModel>("审核属实，予以更正", Addresses.RecordCorrected(office, id), isNext: true);
            yield return CaseActs.Act<NonCorrectionModel>("不予更正", Addresses.RecordNotCorrected(office, id));
            yield return CaseActs.Act<TransferModel>("转送有权更正的机关", Addresses.RecordCorrectionTransfer(office, id));
            yield return CaseActs.Act<ReferralModel>("告知向有权更正的机关提出", Addresses.RecordCorrectionReferral(office, id));
            if (state.AwaitedEvidence is null)
            {
                yield return CaseActs.Act<EvidenceDemandModel>("要求补充证据", Addresses.RecordEvidenceDemand(office, id));
            }

            yield return CaseActs.Act<EvidenceModel>("登记收到证据", Addresses.RecordEvidence(office, id), isNext: state.AwaitedEvidence is not null);
            if (state.Receipt.Basis == Domain.Requests.ReceiptBasis.ConfirmationMissing)
            {
                yield return CaseActs.Act<ConfirmationModel>("登记与申请人确认", Addresses.RecordCorrectionConfirmation(office, id));
            }

            yield return CaseActs.Act<WithdrawalModel>("登记撤回", Addresses.RecordCorrectionWithdrawal(office, id));
        }

        yield return CaseActs.Act<NoteModel>("备注", Addresses.RecordCorrectionNote(office, id));
        if (state.Voiding is null)
        {
            yield return CaseActs.Act<VoidingModel>("作废", Addresses.RecordCorrectionVoiding(office, id));
        }
    }

    private static string Since(CorrectionRow row, DateOnly today) =>
        row.DaysSinceReceipt(today) is > 0 and var days ? $"收到后第 {days} 日" : "今日收到";
}
