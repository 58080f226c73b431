using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>
/// An answer in two steps: without a ground the grounds are offered; with one, named in the address or taken from the draft, its fields
/// are asked for.
/// </summary>
public abstract class AnswerPage<TInput>(CaseDesk desk) : CaseActPage<TInput>(desk), IAnswering
    where TInput : AnswerInput, new()
{
    [BindProperty(SupportsGet = true, Name = "ground")]
    public string? Named { get; set; }

    public IEnumerable<IGrouping<string, Ground>> Choices => GroundChoices.On(Today);

    public Ground? Chosen => Choices.SelectMany(group => group)
        .FirstOrDefault(ground => ground.Key == (Form.Ground ?? Named ?? State.Draft?.Ground.Key));

    AnswerInput IAnswering.Form => Form;

    protected override void Prefill()
    {
        Form.LeftOn = Today;
        Form.Ground = Chosen?.Key;
        Form.DocumentNumber = State.Draft?.DocumentNumber;
    }
}

/// <summary>A page that asks for an answer's ground and its fields.</summary>
public interface IAnswering
{
    IEnumerable<IGrouping<string, Ground>> Choices { get; }

    Ground? Chosen { get; }

    AnswerInput Form { get; }

    RequestState State { get; }

    string? Opened(Domain.Sealed<string>? value);
}
