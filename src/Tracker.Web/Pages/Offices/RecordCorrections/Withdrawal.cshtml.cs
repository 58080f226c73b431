using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.RecordCorrections;
using Tracker.Domain.RecordCorrections.Decisions;
using Tracker.Domain.Requests;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.RecordCorrections;

/// <summary>撤回</summary>
[Needs(Right.Handle)]
public sealed class WithdrawalModel(CorrectionDesk desk) : CorrectionActPage<WithdrawalModel.Input>(desk)
{
    protected override string Done => "已登记申请人撤回，更正申请办结。";

    protected override void Prefill() => Form.WithdrawnOn = Today;

    protected override Decision<RecordCorrectionEvent> Decide(RecordCorrectionState state, DateOnly today) =>
        WithdrawRecordCorrection.Decide(state, new(Form.WithdrawnOn.GetValueOrDefault(), Sealed.Text(Form.Statement)), today);

    public sealed class Input
    {
        [About(FactDate.Withdrawal)]
        [Required(ErrorMessage = "请填写撤回日期。")]
        public DateOnly? WithdrawnOn { get; set; }

        [Required(ErrorMessage = "请写明申请人撤回的情况。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Statement { get; set; }
    }
}
