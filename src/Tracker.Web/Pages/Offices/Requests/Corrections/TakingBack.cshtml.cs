using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages.Offices.Requests.Corrections;

/// <summary>撤销误登: of a result it is 更正数据.</summary>
[Needs(Right.Correct)]
public sealed class TakingBackModel(CaseDesk desk, ReportingYearStore years) : CorrectionPage<TakingBackModel.Input>(desk, years)
{
    /// <summary>The latest entry in words.</summary>
    public string? Latest => TakeBackEntry.LatestOf(State) is { } latest ? TimelineSentences.Sentence(latest.Event) : null;

    protected override string Done => "已撤销误登。";

    /// <summary>Whether it is asked for right after the entry was made.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Undo { get; set; }

    protected override void Prefill()
    {
        (Form.Version, Form.TakenBackOn) = (TakeBackEntry.LatestOf(State)?.Version ?? 1, Today);
        Form.Reason = Undo ? "刚登记的内容有误，随即撤销。" : null;
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => TakeBackEntry.Decide(
        state, new(Form.Version.GetValueOrDefault(), Form.TakenBackOn.GetValueOrDefault(), Sealed.Text(Form.Reason)), today);

    public sealed class Input
    {
        [Required(ErrorMessage = "页面不完整，请重新打开后再填。")]
        public long? Version { get; set; }

        [About(FactDate.TakingBack)]
        [Required(ErrorMessage = "请填写撤销日期。")]
        public DateOnly? TakenBackOn { get; set; }

        [Required(ErrorMessage = "请写明撤销的理由。")]
        [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
        public string? Reason { get; set; }
    }
}
