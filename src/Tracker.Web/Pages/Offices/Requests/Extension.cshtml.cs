using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests;

/// <summary>延期答复</summary>
[Needs(Right.Approve)]
public sealed class ExtensionModel(CaseDesk desk) : CaseActPage(desk)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    protected override string Done => "已登记延期答复。";

    protected override object Typed => Form;

    protected override bool CanForesee => Form is { ApprovedOn: not null, WorkingDays: not null };

    protected override void Prefill()
    {
        Form.ApprovedOn = Today;
        Form.WorkingDays = AnswerTerm.LongestExtension(Case.ReceivedOn);
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => ExtendAnswerTerm.Decide(
        state, new(Form.ApprovedOn!.Value, Form.WorkingDays!.Value, Form.NotifiedOn, Sealed.Text(Form.Reason)), today);

    protected override string? InputOf(FactDate about) => ActInput<Input>.FieldOf(about);

    public sealed class Input
    {
        [About(FactDate.Extension)]
        [Required(ErrorMessage = "请填写延期批准日期。")]
        public DateOnly? ApprovedOn { get; set; }

        [Required(ErrorMessage = "请填写延长的工作日数。")]
        public int? WorkingDays { get; set; }

        [About(FactDate.ExtensionNotice)]
        public DateOnly? NotifiedOn { get; set; }

        [Required(ErrorMessage = "请写明延期理由，它要告知申请人（条例第三十三条）。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
