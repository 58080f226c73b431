using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Reopenings;

/// <summary>责令重新答复</summary>
[Needs(Right.Correct)]
public sealed class ReAnswerOrderModel(CaseDesk desk) : CaseActPage<ReAnswerOrderModel.Input>(desk)
{
    protected override string Done => "已登记责令重新答复。";

    protected override void Prefill() => (Form.By, Form.ServedOn) = (ReAnswerAuthority.Reconsideration, Today);

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => OrderReAnswer.Decide(
        state,
        new(
            Form.By.GetValueOrDefault(),
            Form.ServedOn.GetValueOrDefault(),
            Form.DueOn ?? Form.ServedOn.GetValueOrDefault(),
            string.IsNullOrWhiteSpace(Form.DocumentNumber) ? null : Form.DocumentNumber.Trim(),
            Sealed.Text(Form.Source)),
        today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择由谁责令重新答复。")]
        public ReAnswerAuthority? By { get; set; }

        [About(FactDate.OrderService)]
        [Required(ErrorMessage = "请填写收到决定书或者判决书的日期。")]
        public DateOnly? ServedOn { get; set; }

        [About(FactDate.OrderedTerm)]
        [Required(ErrorMessage = "请填写重新答复的期限。")]
        [Ahead]
        public DateOnly? DueOn { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }

        [Required(ErrorMessage = "请写明决定或者判决的内容。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Source { get; set; }
    }
}
