using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>征求意见</summary>
[Needs(Right.Handle)]
public sealed class ConsultationModel(CaseDesk desk) : CaseActPage<ConsultationModel.Input>(desk)
{
    /// <summary>Whom, and how long they have.</summary>
    public IEnumerable<(ConsultationKind Kind, string Rule)> Kinds =>
    [
        (ConsultationKind.ThirdParty, "十五个工作日内提出意见；逾期由行政机关决定（条例第三十二条）"),
        (ConsultationKind.CoAuthor, "十五个工作日内提出意见；逾期视为同意公开（条例第三十四条）"),
        (ConsultationKind.OtherAgency, "没有法定期限；收到意见前没有确定的答复期限"),
    ];

    /// <summary>Only where one of that kind and day is there is the question asked.</summary>
    public bool NeedsAnotherParty => State.Consultations.Any(known => known.Kind == Form.Kind && known.SentOn == Form.SentOn);

    protected override string Done => "已登记征求意见。";

    protected override void Prefill() => (Form.Kind, Form.SentOn) = (ConsultationKind.ThirdParty, Today);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => OpenConsultation.Decide(
        state,
        new(
            Form.Kind.GetValueOrDefault(),
            Form.SentOn.GetValueOrDefault(),
            Form.PartyReceivedOn,
            Form.ApplicantToldOn,
            Form.IsAnotherParty,
            Sealed.Text(Form.Party),
            Sealed.Text(Form.Matter)),
        today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择征求谁的意见。")]
        public ConsultationKind? Kind { get; set; }

        [Required(ErrorMessage = "请填写被征求意见方。")]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Party { get; set; }

        [About(FactDate.Consultation)]
        [Required(ErrorMessage = "请填写征求意见的发出日期。")]
        public DateOnly? SentOn { get; set; }

        [About(FactDate.ConsultationService)]
        public DateOnly? PartyReceivedOn { get; set; }

        [About(FactDate.ConsultationNotice)]
        public DateOnly? ApplicantToldOn { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Matter { get; set; }

        public bool IsAnotherParty { get; set; }
    }
}
