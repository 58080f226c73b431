namespace Tracker.Domain.Requests.Hints;

/// <summary>A request with its texts opened.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Texts">What is compared.</param>
public sealed record KnownCase(Guid Id, RequestState State, CaseTexts Texts)
{
    /// <summary>It is neither void nor erased.</summary>
    public bool Counts => State is { IsRegistered: true, Voiding: null, PersonalDataErasedOn: null };

    /// <summary>The month of 收到之日, by its first day.</summary>
    public DateOnly Month => new(State.Receipt.On.Year, State.Receipt.On.Month, 1);

    public OtherCase Name => new(Id, State.Registration!.Number);

    /// <summary>One was split from the other, or both from the same.</summary>
    public bool IsOfSameWhole(KnownCase other) =>
        Whole == other.Whole || State.Parts.Any(part => part.Part == other.Id) || other.State.Parts.Any(part => part.Part == Id);

    private Guid Whole => State.Registration!.SplitFrom ?? Id;
}
