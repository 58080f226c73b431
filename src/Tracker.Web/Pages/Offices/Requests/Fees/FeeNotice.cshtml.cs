using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tariff = Tracker.Domain.LegalTime.Fees;

namespace Tracker.Web.Pages.Offices.Requests.Fees;

/// <summary>收费通知</summary>
[Needs(Right.Handle)]
public sealed class FeeNoticeModel(CaseDesk desk, CaseHintReader hints) : CaseActPage<FeeNoticeModel.Input>(desk)
{
    public IEnumerable<(FeeScale Scale, string Rule)> Scales =>
    [
        (FeeScale.ByItem, "同一申请人当月超过 10 件的部分"),
        (FeeScale.ByPage, "提供纸质复制件、超过 30 页的部分；只用于予以公开和部分公开"),
    ];

    /// <summary>What is asked for, step by step; none while nothing or nonsense is filled in.</summary>
    public FeeAccount? Account => Form is { Scale: { } scale, Count: { } count and > 0 and <= Tariff.MostUnits }
        ? Tariff.Of(scale, count)
        : null;

    public string Unit => Form.Scale == FeeScale.ByPage ? "页" : "件";

    protected override string Done => "已登记收费通知，办理期限停止计算。";

    protected override void Prefill() => (Form.Scale, Form.IssuedOn) = (State.FeeScale ?? FeeScale.ByItem, Today);

    /// <summary>The items are those of the month unless somebody says why not (国办函〔2020〕109号).</summary>
    protected override async Task PrefillAsync(StreamKey key, CancellationToken cancellationToken)
    {
        if (Form.Scale == FeeScale.ByItem)
        {
            Form.Count = Form.RequestsInMonth = await hints.RequestsInMonthAsync(key, State, Opened, cancellationToken);
        }
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => IssueFeeNotice.Decide(
        state,
        new(
            Form.Scale.GetValueOrDefault(),
            Form.Count.GetValueOrDefault(),
            Form.RequestsInMonth,
            Form.IssuedOn.GetValueOrDefault(),
            Form.ReceivedOn,
            Sealed.Text(Form.CountReason)),
        today);

    public sealed class Input
    {
        [Required(ErrorMessage = "请选择计收方式。")]
        public FeeScale? Scale { get; set; }

        [Required(ErrorMessage = "请填写计收的件数或者页数。")]
        public int? Count { get; set; }

        public int? RequestsInMonth { get; set; }

        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? CountReason { get; set; }

        [About(FactDate.FeeNotice)]
        [Required(ErrorMessage = "请填写收费通知日期。")]
        public DateOnly? IssuedOn { get; set; }

        [About(FactDate.FeeNoticeService)]
        public DateOnly? ReceivedOn { get; set; }
    }
}
