using System.ComponentModel.DataAnnotations;
using Tracker.Domain;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Closings;

/// <summary>What is written down when a request is closed without an answer.</summary>
public sealed class ClosingInput
{
    [About(FactDate.Closing)]
    [Required(ErrorMessage = "请填写确认办结的日期。")]
    public DateOnly? ConfirmedOn { get; set; }

    [DocumentNumber]
    public string? DocumentNumber { get; set; }

    [Required(ErrorMessage = "请写明办结的依据和情况。")]
    [StringLength(InputLimits.Text, ErrorMessage = InputLimits.TextTooLong)]
    public string? Statement { get; set; }
}

/// <summary>不再处理: proposed by the system or told by somebody, decided by a person on a day.</summary>
public abstract class ClosingPage(CaseDesk desk) : CaseActPage<ClosingInput>(desk)
{
    /// <summary>What must be established first.</summary>
    public abstract string Rule { get; }

    /// <summary>办结依据: what is to be written down.</summary>
    public abstract string Evidence { get; }

    protected sealed override void Prefill() => Form.ConfirmedOn = Today;

    protected sealed override Decision<RequestEvent> Decide(RequestState state, DateOnly today) => Decide(
        state,
        Form.ConfirmedOn.GetValueOrDefault(),
        string.IsNullOrWhiteSpace(Form.DocumentNumber) ? null : Form.DocumentNumber.Trim(),
        Sealed.Text(Form.Statement),
        today);

    protected abstract Decision<RequestEvent> Decide(
        RequestState state, DateOnly confirmedOn, string? documentNumber, Sealed<string>? statement, DateOnly today);
}
