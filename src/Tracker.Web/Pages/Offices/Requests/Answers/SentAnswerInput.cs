using Tracker.Domain;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Decisions;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>An answer that was sent, and how.</summary>
public abstract class SentAnswerInput : AnswerInput
{
    public Delivery? Delivery { get; set; }

    [Written]
    public string? Evidence { get; set; }

    public InformationForm? GivenForm { get; set; }

    [Written]
    public string? GivenFormReason { get; set; }

    public override AnswerRequest ToCommand() => base.ToCommand() with
    {
        Delivery = Delivery,
        Evidence = Sealed.Text(Evidence),
        GivenForm = GivenForm,
        GivenFormReason = Sealed.Text(GivenFormReason),
    };
}
