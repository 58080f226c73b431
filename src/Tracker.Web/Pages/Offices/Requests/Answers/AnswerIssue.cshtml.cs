using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Offices;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;
using Tracker.EventStore;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>印发</summary>
[Needs(Right.Handle)]
public sealed class AnswerIssueModel(CaseDesk desk, OfficeStore offices, LetterIssues letters) : CaseActPage<AnswerIssueModel.Input>(desk)
{
    private OfficeState office = OfficeState.None;

    private string? given;

    /// <summary>The number the counter would give as it stands; none if the office has no 机关代字 on the day of the letter.</summary>
    public LetterNumber? Next { get; private set; }

    protected override string Done => given is null ? "已登记印发。" : $"已登记印发，文号为“{given}”。";

    protected override void Prefill() => Form.IssuedOn = Today;

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        office = await offices.OfAsync(Office.Code, cancellationToken);
        if (office.LettersOn(Form.IssuedOn ?? Today) is { } series)
        {
            var drawn = await letters.DrawnAsync(Office.Code, cancellationToken);
            Next = series.At(Math.Max(drawn.GetValueOrDefault(series.Year), series.UsedUpTo) + 1);
        }
    }

    protected override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => IssueAnswer.Decide(
        state,
        new(Form.IssuedOn.GetValueOrDefault(), string.IsNullOrWhiteSpace(Form.DocumentNumber) ? null : Form.DocumentNumber.Trim()),
        office,
        today);

    protected override async Task<ChangeResult<RequestState, RequestEvent>?> ChangeAsync(
        RequestStore store, Guid id, Act act, CancellationToken cancellationToken)
    {
        var on = Form.IssuedOn.GetValueOrDefault();
        if (!string.IsNullOrWhiteSpace(Form.DocumentNumber) || office.LettersOn(on) is not { } series)
        {
            return await base.ChangeAsync(store, id, act, cancellationToken);
        }

        var result = await letters.IssueAsync(
            id, SeenVersion, act, series, (state, number) => IssueAnswer.Decide(state, new(on, null, number), office, Today), cancellationToken);
        given = (result as Changed<RequestState, RequestEvent>)?.State.Draft?.DocumentNumber;
        return result;
    }

    protected override string? FieldOf(Refusal reason) => reason is LetterNumberOfCounter ? "Form.DocumentNumber" : base.FieldOf(reason);

    public sealed class Input
    {
        [About(FactDate.AnswerIssue)]
        [Required(ErrorMessage = "请填写落款日期。")]
        public DateOnly? IssuedOn { get; set; }

        [DocumentNumber]
        public string? DocumentNumber { get; set; }
    }
}
