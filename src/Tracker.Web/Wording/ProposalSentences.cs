using System.Diagnostics;
using Tracker.Domain.Requests;
using Tracker.Web.Pages;

namespace Tracker.Web.Wording;

/// <summary>What the system proposes, in words, and where a person decides it.</summary>
public static class ProposalSentences
{
    public static (string Sentence, string Address) Of(Proposal proposal, string office, Guid id) => proposal switch
    {
        LapseOfConsultation p => (
            $"第 {p.Number} 次征求意见的期限已于{Words.Day(p.Until)}届满，可以认定逾期未提出意见。",
            Addresses.ConsultationLapse(office, id, p.Number)),
        ClosingAsSupplementOverdue p => (
            $"补正期限已于{Words.Day(p.Until)}届满，没有收到补正，可以按逾期不补正办结。",
            Addresses.SupplementOverdue(office, id)),
        ClosingAsFeeOverdue p => (
            $"缴费期限已于{Words.Day(p.Until)}届满，可以按逾期未缴费办结。",
            Addresses.FeeOverdue(office, id)),
        _ => throw new UnreachableException(),
    };
}
