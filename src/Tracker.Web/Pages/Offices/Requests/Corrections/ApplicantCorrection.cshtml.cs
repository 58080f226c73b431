using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Corrections;

/// <summary>更正申请人、申请内容</summary>
[Needs(Right.Correct)]
public sealed class ApplicantCorrectionModel(CaseDesk desk, ReportingYearStore years)
    : CorrectionPage<ApplicantCorrectionModel.Input>(desk, years)
{
    protected override string Done => "已更正。";

    protected override void Prefill() => Form.Kind = State.Registration!.ApplicantKind;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => CorrectApplicant.Decide(
        state,
        new(today, Form.Kind.GetValueOrDefault(), Sealed.Text(Form.Name), Sealed.Text(Form.Contact), Sealed.Text(Form.Reason), Sealed.Text(Form.Content)),
        today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择申请人类别。")]
        public ApplicantKind? Kind { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Name { get; set; }

        [StringLength(InputLimits.Contact, ErrorMessage = InputLimits.ContactTooLong)]
        public string? Contact { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Content { get; set; }

        [Required(ErrorMessage = "请写明更正的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
