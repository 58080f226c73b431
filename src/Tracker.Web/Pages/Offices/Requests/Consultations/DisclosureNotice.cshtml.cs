using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>书面告知第三方</summary>
[Needs(Right.Handle)]
public sealed class DisclosureNoticeModel(CaseDesk desk) : ConsultationActPage<DisclosureNoticeModel.Input>(desk)
{
    protected override string Done => "已登记书面告知第三方。";

    protected override bool IsPossible(Consultation asked) => asked is { DisclosureDecidedOn: not null, ThirdPartyToldOn: null };

    protected override void PrefillDates() => Form.ToldOn = Today;

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        TellThirdPartyOfDisclosure.Decide(state, new(Form.Number ?? 0, Form.ToldOn.GetValueOrDefault()), today);

    public sealed class Input : ConsultationInput
    {
        [About(FactDate.DisclosureNotice)]
        [Required(ErrorMessage = "请填写告知日期。")]
        public DateOnly? ToldOn { get; set; }
    }
}
