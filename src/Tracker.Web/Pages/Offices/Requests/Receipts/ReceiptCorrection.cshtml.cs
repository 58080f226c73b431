using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Filters;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Receipts;

/// <summary>更正收到的事实</summary>
[Needs(Right.Correct)]
public sealed class ReceiptCorrectionModel(CaseDesk desk, ReportingYearStore years)
    : CorrectionPage<ReceiptCorrectionModel.Input>(desk, years), IOfArrival
{
    ArrivalInput IOfArrival.Form => Form;

    protected override string Done => "已登记更正。";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Form.ForgiveOtherChannels(ModelState);

    protected override void Prefill()
    {
        var (channel, dates) = (State.Registration!.Channel, State.Registration.Dates);
        (Form.Channel, Form.FiledOn, Form.SignedForOn, Form.ArrivedOn) = (channel, dates.FiledOn, dates.SignedForOn, dates.ArrivedOn);
        (Form.ReachedOfficeOn, Form.ConfirmedOn, Form.AutoAcknowledged) = (dates.ReachedOfficeOn, dates.ConfirmedOn, dates.AutoAcknowledged);
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today)
    {
        var mailRoom = Form.Channel == Channel.SignedMail ? state.Registration?.Dates.MailRoomOn : null; // no box asks for it
        return CorrectReceipt.Decide(
            state, new(today, Form.Channel!.Value, Form.Dates() with { MailRoomOn = mailRoom }, Sealed.Text(Form.Reason)), Calendar, today);
    }

    public sealed class Input : ArrivalInput
    {
        [Required(ErrorMessage = "请写明更正的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
