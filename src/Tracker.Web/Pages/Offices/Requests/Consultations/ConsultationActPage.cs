using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Consultations;

/// <summary>Which consultation an act is about.</summary>
public abstract class ConsultationInput
{
    [Required(ErrorMessage = "请选择是哪一次征求意见。")]
    public int? Number { get; set; }
}

/// <summary>An act on one consultation of the case. Those it is possible for are offered; a link may name one.</summary>
public abstract class ConsultationActPage<TInput>(CaseDesk desk) : CaseActPage<TInput>(desk), IOfConsultation
    where TInput : ConsultationInput, new()
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Named { get; set; }

    public IEnumerable<Consultation> Choices => State.Consultations.Where(IsPossible);

    int? IOfConsultation.Chosen => Form.Number;

    /// <summary>Whether the act makes sense for a consultation; the decision has the last word.</summary>
    protected abstract bool IsPossible(Consultation asked);

    protected sealed override void Prefill()
    {
        // A link to one that is no longer possible names nobody else.
        Form.Number = Choices.FirstOrDefault(asked => Named is null || asked.Number == Named)?.Number;
        PrefillDates();
    }

    protected abstract void PrefillDates();
}

/// <summary>A page that asks which consultation it is about.</summary>
public interface IOfConsultation
{
    IEnumerable<Consultation> Choices { get; }

    int? Chosen { get; }

    string? Opened(Domain.Sealed<string>? value);
}
