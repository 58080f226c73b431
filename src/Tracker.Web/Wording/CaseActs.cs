using System.Diagnostics;
using System.Reflection;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;
using Tracker.Web.Pages;
using Tracker.Web.Pages.Offices.Requests;
using Tracker.Web.Pages.Offices.Requests.Answers;
using Tracker.Web.Pages.Offices.Requests.Applicants;
using Tracker.Web.Pages.Offices.Requests.Closings;
using Tracker.Web.Pages.Offices.Requests.Consultations;
using Tracker.Web.Pages.Offices.Requests.Corrections;
using Tracker.Web.Pages.Offices.Requests.Documents;
using Tracker.Web.Pages.Offices.Requests.Extensions;
using Tracker.Web.Pages.Offices.Requests.Fees;
using Tracker.Web.Pages.Offices.Requests.Links;
using Tracker.Web.Pages.Offices.Requests.Reasons;
using Tracker.Web.Pages.Offices.Requests.Receipts;
using Tracker.Web.Pages.Offices.Requests.Reopenings;
using Tracker.Web.Pages.Offices.Requests.Routing;

namespace Tracker.Web.Wording;

/// <summary>An act that can be done now.</summary>
/// <param name="Label">What its link says.</param>
/// <param name="Address">Its page.</param>
/// <param name="IsNext">What is usually done next.</param>
/// <param name="Right">What it needs, as its page says.</param>
public sealed record CaseAct(string Label, string Address, bool IsNext, Right Right)
{
    /// <summary>The heading it stands under.</summary>
    public string Group => Right switch
    {
        Right.Handle or Right.Approve => "办理",
        Right.Register => "申请人",
        Right.Assign or Right.Note or Right.Attach => "内部",
        Right.Correct => "更正",
        Right.SignedIn or Right.See or Right.KeepCalendar or Right.AdoptCalendar or Right.Administer or Right.Oversee => throw new UnreachableException("No act needs only that."),
    };
}

/// <summary>The one list of what can be done to a case as it stands; each decision still has the last word.</summary>
public static class CaseActs
{
    public static IEnumerable<CaseAct> Of(RequestState state, string office, Guid id)
    {
        if (state.PersonalDataErasedOn is not null)
        {
            yield break;
        }

        if (state.HasEnded)
        {
            foreach (var act in AfterTheEnd(state, office, id))
            {
                yield return act;
            }

            yield break;
        }

        yield return Act<AnswerModel>("登记答复", Addresses.Answer(office, id), isNext: state.Draft?.Stage is not (DraftStage.Submitted or DraftStage.Approved));
        foreach (var act in TowardsAnswer(state, office, id))
        {
            yield return act;
        }

        if (state.OpenSupplement is not null)
        {
            yield return Act<SupplementModel>("登记收到补正", Addresses.Supplement(office, id), isNext: true);
            yield return Act<SupplementOverdueModel>("逾期不补正办结", Addresses.SupplementOverdue(office, id));
        }
        else
        {
            yield return Act<SupplementNoticeModel>("通知补正", Addresses.SupplementNotice(office, id));
        }

        if (state.UntoldExtension is not null)
        {
            yield return Act<ExtensionNoticeModel>("登记告知延期", Addresses.ExtensionNotice(office, id), isNext: true);
        }

        if (state.ProposedExtension is not null)
        {
            yield return Act<ExtensionApprovalModel>("审批延期", Addresses.ExtensionApproval(office, id), isNext: true);
            yield return Act<ExtensionReturnModel>("退回延期", Addresses.ExtensionReturn(office, id));
        }
        else if (state.CurrentExtension is null && state.OpenSupplement is null)
        {
            yield return Act<ExtensionProposalModel>("延期报批", Addresses.ExtensionProposal(office, id));
            yield return Act<ExtensionModel>("登记已批准的延期", Addresses.Extension(office, id));
        }

        if (state.OpenFeeNotice is { } fee)
        {
            yield return Act<PaymentModel>("登记缴费", Addresses.Payment(office, id), isNext: true);
            if (fee.ReceivedOn is null)
            {
                yield return Act<FeeNoticeServiceModel>("登记收费通知送达", Addresses.FeeNoticeService(office, id));
            }

            yield return Act<FeeWaiverModel>("减免费用", Addresses.FeeWaiver(office, id));
            yield return Act<FeeOverdueModel>("逾期未缴费办结", Addresses.FeeOverdue(office, id));
        }
        else
        {
            yield return Act<FeeNoticeModel>("收费通知", Addresses.FeeNotice(office, id));
        }

        yield return Act<ConsultationModel>("征求意见", Addresses.Consultation(office, id));
        if (state.Reasons is null)
        {
            yield return Act<ReasonsDemandModel>("要求说明理由", Addresses.ReasonsDemand(office, id));
        }
        else if (state.Reasons.Judgement is not { } judgement)
        {
            yield return Act<ReasonsJudgementModel>("认定理由", Addresses.ReasonsJudgement(office, id), isNext: true);
        }
        else if (judgement == ReasonsJudgement.Reasonable)
        {
            yield return Act<LaterDateModel>("另行确定答复时间", Addresses.LaterDate(office, id));
        }

        if (state.Receipt.Basis == ReceiptBasis.ConfirmationMissing)
        {
            yield return Act<ConfirmationModel>("登记确认收到", Addresses.Confirmation(office, id), isNext: true);
        }

        yield return Act<WithdrawalModel>("登记撤回", Addresses.Withdrawal(office, id));
        yield return Act<CessationModel>("申请人死亡或者终止", Addresses.Cessation(office, id));
        yield return Act<SplitModel>("拆分", Addresses.Split(office, id));
        foreach (var act in Corrections(state, office, id))
        {
            yield return act;
        }
    }

    private static IEnumerable<CaseAct> AfterTheEnd(RequestState state, string office, Guid id)
    {
        if (state.UntoldExtension is not null && state.Voiding is null)
        {
            yield return Act<ExtensionNoticeModel>("登记告知延期", Addresses.ExtensionNotice(office, id));
        }

        if (state.IsReopened)
        {
            yield return Act<ReAnswerModel>("登记重新答复", Addresses.ReAnswer(office, id), isNext: true);
            foreach (var act in TowardsAnswer(state, office, id))
            {
                yield return act;
            }

            yield return Act<ConsultationModel>("征求意见", Addresses.Consultation(office, id));
            yield return Act<WithdrawalModel>("登记撤回", Addresses.Withdrawal(office, id));
            yield return Act<CessationModel>("申请人死亡或者终止", Addresses.Cessation(office, id));
            yield return Act<ReAnswerOrderModel>("登记责令重新答复", Addresses.ReAnswerOrder(office, id));
        }
        else if (state.Voiding is null)
        {
            yield return Act<ResumptionModel>("恢复办理", Addresses.Resumption(office, id));
            yield return Act<ReAnswerOrderModel>("登记责令重新答复", Addresses.ReAnswerOrder(office, id));
        }

        foreach (var act in Corrections(state, office, id))
        {
            yield return act;
        }
    }

    private static IEnumerable<CaseAct> Corrections(RequestState state, string office, Guid id)
    {
        if (state.Voiding is null)
        {
            yield return Act<ReceiptCorrectionModel>("更正收到的事实", Addresses.ReceiptCorrection(office, id));
            yield return Act<ApplicantCorrectionModel>("更正申请人、申请内容", Addresses.ApplicantCorrection(office, id));
            yield return Act<VoidingModel>("作废", Addresses.Voiding(office, id));
            yield return Act<RelatedCaseModel>("关联申请", Addresses.RelatedCase(office, id));
        }

        if (TakeBackEntry.LatestOf(state) is not null)
        {
            yield return Act<TakingBackModel>("撤销误登", Addresses.TakingBack(office, id));
        }

        yield return Act<NoteModel>("备注", Addresses.Note(office, id));
        yield return Act<DocumentModel>("添加附件", Addresses.Document(office, id));
        if (!state.HasEnded || state.IsReopened)
        {
            foreach (var act in OfApplicant(state, office, id).Concat(Routing(state, office, id)))
            {
                yield return act;
            }
        }
    }

    private static IEnumerable<CaseAct> OfApplicant(RequestState state, string office, Guid id)
    {
        yield return Act<IdentityProofModel>("登记身份证明", Addresses.IdentityProof(office, id));
        yield return state.Agent is null ? Act<AgentModel>("登记代理人", Addresses.Agent(office, id)) : Act<AgentEndModel>("登记代理终止", Addresses.AgentEnd(office, id));
        yield return Act<WantedFormModel>("变更形式要求", Addresses.WantedForm(office, id));
        yield return Act<JointApplicantModel>("登记共同申请人", Addresses.JointApplicant(office, id));
    }

    private static IEnumerable<CaseAct> Routing(RequestState state, string office, Guid id)
    {
        yield return Act<AssignmentModel>(state.Holder is null ? "交办" : "转交", Addresses.Assignment(office, id));
        if (state.Holder is { } holder)
        {
            if (holder.SignedForOn is null)
            {
                yield return Act<AssignmentSignatureModel>("登记承办单位签收", Addresses.AssignmentSignature(office, id));
            }

            yield return Act<AssignmentReturnModel>("登记承办单位退回", Addresses.AssignmentReturn(office, id));
        }
    }

    /// <summary>The way of an answer before it leaves.</summary>
    private static IEnumerable<CaseAct> TowardsAnswer(RequestState state, string office, Guid id)
    {
        if (!state.HasSteps && !state.HasEnded)
        {
            yield return Act<AnswerOnTheSpotModel>("当场答复", Addresses.AnswerOnTheSpot(office, id));
        }

        switch (state.Draft?.Stage)
        {
            case null or DraftStage.Returned:
                yield return Act<AnswerDraftModel>("拟稿", Addresses.AnswerDraft(office, id));
                break;
            case DraftStage.Drafted:
                yield return Act<AnswerSubmissionModel>("送审", Addresses.AnswerSubmission(office, id), isNext: true);
                yield return Act<AnswerDraftModel>("重新拟稿", Addresses.AnswerDraft(office, id));
                break;
            case DraftStage.Submitted:
                yield return Act<AnswerApprovalModel>("审批答复", Addresses.AnswerApproval(office, id), isNext: true);
                yield return Act<AnswerReturnModel>("退回修改", Addresses.AnswerReturn(office, id));
                break;
            case DraftStage.Approved:
                yield return Act<AnswerIssueModel>("印发", Addresses.AnswerIssue(office, id), isNext: true);
                break;
            case DraftStage.Issued:
                break;
        }

        yield return Act<WithheldPartModel>("登记不予提供的部分", Addresses.WithheldPart(office, id));
    }

    /// <summary>What can be done about one consultation.</summary>
    public static IEnumerable<CaseAct> Of(Consultation asked, bool awaitsAnswer, string office, Guid id)
    {
        if (asked.IsOpen)
        {
            yield return Act<OpinionModel>("登记收到意见", Addresses.Opinion(office, id, asked.Number));
            if (asked.PartyReceivedOn is null)
            {
                yield return Act<ConsultationServiceModel>("登记送达", Addresses.ConsultationService(office, id, asked.Number));
            }
        }

        if (asked.ApplicantToldOn is null)
        {
            yield return Act<ConsultationNoticeModel>("登记告知申请人", Addresses.ConsultationNotice(office, id, asked.Number));
        }

        if (awaitsAnswer && asked is { Kind: Domain.LegalTime.ConsultationKind.ThirdParty, Opinion: Opinion.Objects or Opinion.ConsentsInPart, DisclosureDecidedOn: null })
        {
            yield return Act<DisclosureDecisionModel>("登记决定公开", Addresses.DisclosureDecision(office, id, asked.Number));
        }

        if (asked is { DisclosureDecidedOn: not null, ThirdPartyToldOn: null })
        {
            yield return Act<DisclosureNoticeModel>("登记告知第三方", Addresses.DisclosureNotice(office, id, asked.Number));
        }
    }

    /// <summary>An act whose page says what it needs.</summary>
    internal static CaseAct Act<TPage>(string label, string address, bool isNext = false) =>
        new(label, address, isNext, typeof(TPage).GetCustomAttribute<NeedsAttribute>()!.Post);
}
