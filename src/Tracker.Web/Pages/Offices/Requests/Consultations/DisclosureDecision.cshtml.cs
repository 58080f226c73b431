using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>第三方不同意而决定公开</summary>
[Needs(Right.Handle)]
public sealed class DisclosureDecisionModel(CaseDesk desk) : ConsultationActPage<DisclosureDecisionModel.Input>(desk)
{
    protected override string Done => "已登记公开决定。";

    protected override bool IsPossible(Consultation asked) => asked is { Kind: ConsultationKind.ThirdParty, Opinion: Opinion.Objects or Opinion.ConsentsInPart, DisclosureDecidedOn: null };

    protected override void PrefillDates() => Form.DecidedOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => DecideOverObjection.Decide(
        state, new(Form.Number ?? 0, Form.DecidedOn.GetValueOrDefault(), Form.ToldOn, Sealed.Text(Form.Reasons)), today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.DisclosureDecision)]
        [Required(ErrorMessage = "请填写决定公开的日期。")]
        public DateOnly? DecidedOn { get; set; }

        [About(FactDate.DisclosureNotice)]
        public DateOnly? ToldOn { get; set; }

        [Required(ErrorMessage = "请写明决定公开的内容和理由，它要书面告知第三方（条例第三十二条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reasons { get; set; }
    }
}
