using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Extensions;

/// <summary>延期报批</summary>
[Needs(Right.Handle)]
public sealed class ExtensionProposalModel(CaseDesk desk) : CaseActPage<ExtensionProposalModel.Input>(desk)
{
    protected override string Done => "已登记延期报批。";

    protected override void Prefill() => (Form.ProposedOn, Form.WorkingDays) = (Today, AnswerTerm.LongestExtension(Case.ReceivedOn));

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        ProposeExtension.Decide(
            state, new(Form.ProposedOn.GetValueOrDefault(), Form.WorkingDays.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [About(FactDate.ExtensionProposal)]
        [Required(ErrorMessage = "请填写延期报批日期。")]
        public DateOnly? ProposedOn { get; set; }

        [Required(ErrorMessage = "请填写拟延长的工作日数。")]
        public int? WorkingDays { get; set; }

        [Required(ErrorMessage = "请写明延期理由，它要告知申请人（条例第三十三条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
