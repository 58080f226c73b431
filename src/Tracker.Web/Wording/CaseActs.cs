using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Pages;

namespace Tracker.Web.Wording;

/// <summary>An act that can be done now.</summary>
/// <param name="Label">What its link says.</param>
/// <param name="Address">Its page.</param>
/// <param name="IsNext">What is usually done next.</param>
public sealed record CaseAct(string Label, string Address, bool IsNext = false);

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

        yield return new("登记答复", Addresses.Answer(office, id), IsNext: true);
        foreach (var act in TowardsAnswer(state, office, id))
        {
            yield return act;
        }

        if (state.OpenSupplement is not null)
        {
            yield return new("登记收到补正", Addresses.Supplement(office, id), IsNext: true);
            yield return new("逾期不补正办结", Addresses.SupplementOverdue(office, id));
        }
        else
        {
            yield return new("通知补正", Addresses.SupplementNotice(office, id));
        }

        if (state.ProposedExtension is not null)
        {
            yield return new("批准延期", Addresses.ExtensionApproval(office, id), IsNext: true);
            yield return new("退回延期", Addresses.ExtensionReturn(office, id));
        }
        else if (state.CurrentExtension is { } extension)
        {
            if (extension.NotifiedOn is null)
            {
                yield return new("登记告知延期", Addresses.ExtensionNotice(office, id), IsNext: true);
            }
        }
        else if (state.OpenSupplement is null)
        {
            yield return new("延期报批", Addresses.ExtensionProposal(office, id));
            yield return new("延期答复", Addresses.Extension(office, id));
        }

        if (state.OpenFeeNotice is { } fee)
        {
            yield return new("登记缴费", Addresses.Payment(office, id), IsNext: true);
            if (fee.ReceivedOn is null)
            {
                yield return new("登记收费通知送达", Addresses.FeeNoticeService(office, id));
            }

            yield return new("减免", Addresses.FeeWaiver(office, id));
            yield return new("逾期未缴费办结", Addresses.FeeOverdue(office, id));
        }
        else
        {
            yield return new("收费通知", Addresses.FeeNotice(office, id));
        }

        yield return new("征求意见", Addresses.Consultation(office, id));
        if (state.Reasons is null)
        {
            yield return new("要求说明理由", Addresses.ReasonsDemand(office, id));
        }
        else if (state.Reasons.Judgement is not { } judgement)
        {
            yield return new("认定理由", Addresses.ReasonsJudgement(office, id), IsNext: true);
        }
        else if (judgement == ReasonsJudgement.Reasonable)
        {
            yield return new("另行确定答复时间", Addresses.LaterDate(office, id));
        }

        if (state.Receipt.Basis == ReceiptBasis.ConfirmationMissing)
        {
            yield return new("登记确认收到", Addresses.Confirmation(office, id), IsNext: true);
        }

        yield return new("登记撤回", Addresses.Withdrawal(office, id));
        yield return new("申请人死亡或者终止", Addresses.Cessation(office, id));
        yield return new("拆分", Addresses.Split(office, id));
        foreach (var act in Corrections(state, office, id))
        {
            yield return act;
        }
    }

    private static IEnumerable<CaseAct> AfterTheEnd(RequestState state, string office, Guid id)
    {
        if (state.IsReopened)
        {
            yield return new("登记重新答复", Addresses.ReAnswer(office, id), IsNext: true);
            foreach (var act in TowardsAnswer(state, office, id))
            {
                yield return act;
            }
        }
        else if (state.Voiding is null)
        {
            yield return new("恢复办理", Addresses.Resumption(office, id));
            yield return new("责令重新答复", Addresses.ReAnswerOrder(office, id));
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
            yield return new("更正收到的事实", Addresses.ReceiptCorrection(office, id));
            yield return new("更正申请人", Addresses.ApplicantCorrection(office, id));
            yield return new("作废", Addresses.Voiding(office, id));
            yield return new("关联申请", Addresses.RelatedCase(office, id));
        }

        if (TakeBackEntry.LatestOf(state) is not null)
        {
            yield return new("撤销误登", Addresses.TakingBack(office, id));
        }

        yield return new("备注", Addresses.Note(office, id));
        yield return new("登记身份证明", Addresses.IdentityProof(office, id));
        yield return state.Agent is null ? new("登记代理人", Addresses.Agent(office, id)) : new("登记代理终止", Addresses.AgentEnd(office, id));
        yield return new("变更形式要求", Addresses.WantedForm(office, id));
        yield return new("登记共同申请人", Addresses.JointApplicant(office, id));
        yield return new(state.Holder is null ? "交办" : "转交", Addresses.Assignment(office, id));
        if (state.Holder is { } holder)
        {
            if (holder.SignedForOn is null)
            {
                yield return new("登记承办单位签收", Addresses.AssignmentSignature(office, id));
            }

            yield return new("登记承办单位退回", Addresses.AssignmentReturn(office, id));
        }
    }

    /// <summary>The way of an answer before it leaves.</summary>
    private static IEnumerable<CaseAct> TowardsAnswer(RequestState state, string office, Guid id)
    {
        if (!state.HasSteps && !state.HasEnded)
        {
            yield return new("当场答复", Addresses.AnswerOnTheSpot(office, id));
        }

        switch (state.Draft?.Stage)
        {
            case null or DraftStage.Returned:
                yield return new("拟稿", Addresses.AnswerDraft(office, id));
                break;
            case DraftStage.Drafted:
                yield return new("送审", Addresses.AnswerSubmission(office, id), IsNext: true);
                yield return new("重新拟稿", Addresses.AnswerDraft(office, id));
                break;
            case DraftStage.Submitted:
                yield return new("审批通过", Addresses.AnswerApproval(office, id), IsNext: true);
                yield return new("退回修改", Addresses.AnswerReturn(office, id));
                break;
            case DraftStage.Approved:
                yield return new("印发", Addresses.AnswerIssue(office, id), IsNext: true);
                break;
            case DraftStage.Issued:
                break;
        }

        yield return new("不予提供的部分", Addresses.WithheldPart(office, id));
    }

    /// <summary>What can be done about one consultation.</summary>
    public static IEnumerable<CaseAct> Of(Consultation asked, string office, Guid id)
    {
        if (asked.IsOpen)
        {
            yield return new("登记收到意见", Addresses.Opinion(office, id, asked.Number));
            if (asked.PartyReceivedOn is null)
            {
                yield return new("登记送达", Addresses.ConsultationService(office, id, asked.Number));
            }
        }

        if (asked.ApplicantToldOn is null)
        {
            yield return new("登记告知申请人", Addresses.ConsultationNotice(office, id, asked.Number));
        }

        if (asked is { Kind: Domain.LegalTime.ConsultationKind.ThirdParty, Opinion: Opinion.Objects or Opinion.ConsentsInPart, DisclosureDecidedOn: null })
        {
            yield return new("仍决定公开", Addresses.DisclosureDecision(office, id, asked.Number));
        }

        if (asked is { DisclosureDecidedOn: not null, ThirdPartyToldOn: null })
        {
            yield return new("登记告知第三方", Addresses.DisclosureNotice(office, id, asked.Number));
        }
    }
}
