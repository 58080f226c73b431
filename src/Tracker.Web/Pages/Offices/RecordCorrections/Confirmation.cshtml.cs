using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>与申请人确认收到 (art 31, by analogy)</summary>
[Needs(Right.Register)]
public sealed class ConfirmationModel(CorrectionDesk desk, Calendars calendars) : CorrectionActPage<ConfirmationModel.Input>(desk)
{
    protected override string Done => "已登记与申请人确认。";

    protected override void Prefill() => Form.ConfirmedOn = Today;

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        ConfirmRecordCorrection.Decide(state, new(Form.ConfirmedOn.GetValueOrDefault()), calendars.Of(Office.Code), today);

    public sealed class Input
    {
        [About(FactDate.Confirmed)]
        [Required(ErrorMessage = "请填写确认日期。")]
        public DateOnly? ConfirmedOn { get; set; }
    }
}
