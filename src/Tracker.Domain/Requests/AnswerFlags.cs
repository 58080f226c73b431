using System.Collections.Immutable;

namespace Tracker.Domain.Requests;

/// <summary>注意: what an answer departs from. Recorded as it was, and pointed out.</summary>
public enum AnswerFlag
{
    /// <summary>民营快递: the notice knows posting by 邮政企业 only (国办公开办函〔2016〕235号).</summary>
    PrivateCourier,

    /// <summary>Given in another form than was wanted, without a reason (art 40).</summary>
    OtherForm,

    /// <summary>未经批准: it left while its draft was still waiting for approval.</summary>
    Unapproved,
}

/// <summary>The one rule for what is pointed out about an answer.</summary>
public static class AnswerFlags
{
    public static ImmutableArray<AnswerFlag> Of(RequestState state) =>
    [
        .. state.Answers.Any(answer => answer.Delivery == Delivery.Courier) ? [AnswerFlag.PrivateCourier] : ImmutableArray<AnswerFlag>.Empty,
        .. state.WantedForm is { } wanted && state.Answers.Any(answer => answer.GivenForm is { } given && given != wanted && answer.GivenFormReason is null)
            ? [AnswerFlag.OtherForm]
            : ImmutableArray<AnswerFlag>.Empty,
        .. state is { IsClosed: true, Draft.Stage: DraftStage.Submitted } && state.Answers.Any() ? [AnswerFlag.Unapproved] : ImmutableArray<AnswerFlag>.Empty,
    ];
}
