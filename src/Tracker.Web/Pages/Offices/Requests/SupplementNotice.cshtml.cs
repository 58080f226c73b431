using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>补正告知</summary>
[Needs(Right.Handle)]
public sealed class SupplementNoticeModel(CaseDesk desk) : CaseActPage(desk)
{
    /// <summary>The period most offices give; each case may have its own.</summary>
    private const int UsualPeriodWorkingDays = 10;

    [BindProperty]
    public Input Form { get; set; } = new();

    protected override string Done => "已登记补正通知，办理期限停止计算。";

    protected override object Typed => Form;

    protected override bool CanForesee => Form is { IssuedOn: not null, PeriodEndsOn: not null };

    protected override void Prefill()
    {
        Form.IssuedOn = Today;
        Form.PeriodEndsOn = Calendar.AddWorkingDays(Today, UsualPeriodWorkingDays);
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) =>
        IssueSupplementNotice.Decide(state, new(Form.IssuedOn!.Value, Form.PeriodEndsOn!.Value, Sealed.Text(Form.Items)), today);

    protected override string? InputOf(FactDate about) => ActInput<Input>.FieldOf(about);

    public sealed class Input
    {
        [About(FactDate.SupplementNotice)]
        [Required(ErrorMessage = "请填写补正通知日期。")]
        public DateOnly? IssuedOn { get; set; }

        [About(FactDate.SupplementPeriod)]
        [Required(ErrorMessage = "请填写补正截止日期。")]
        [Ahead]
        public DateOnly? PeriodEndsOn { get; set; }

        [Required(ErrorMessage = "请写明需要补正的事项（条例第三十条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Items { get; set; }
    }
}
