using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>印发</summary>
[Needs(Right.Handle)]
public sealed class AnswerIssueModel(CaseDesk desk) : CaseActPage<AnswerIssueModel.Input>(desk)
{
    protected override string Done => "已登记印发。";

    protected override void Prefill() => Form.IssuedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => IssueAnswer.Decide(
        state,
        new(Form.IssuedOn.GetValueOrDefault(), string.IsNullOrWhiteSpace(Form.DocumentNumber) ? null : Form.DocumentNumber.Trim()),
        today);

    public sealed class Input
    {
        [About(FactDate.AnswerIssue)]
        [Required(ErrorMessage = "请填写落款日期。")]
        public DateOnly? IssuedOn { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }
    }
}
