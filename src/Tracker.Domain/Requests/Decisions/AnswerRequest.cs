using static Tracker.Domain.Requests.Facts;

namespace Tracker.Domain.Requests.Decisions;

/// <summary>
/// 答复: the answer left the agency. The day is that of posting, of signature or of sending, not the date printed on the
/// letter (国办公开办函〔2016〕235号). It needs no draft before it.
/// </summary>
public sealed record AnswerRequest(Ground Ground, DateOnly LeftOn, string? DocumentNumber, Sealed<string>? Statement)
{
    /// <summary>What the ground demands, field by field.</summary>
    public AnswerStatement? Stated { get; init; }

    public Delivery? Delivery { get; init; }

    /// <summary>送达凭证</summary>
    public Sealed<string>? Evidence { get; init; }

    public InformationForm? GivenForm { get; init; }

    /// <summary>Why another form than was wanted (art 40).</summary>
    public Sealed<string>? GivenFormReason { get; init; }

    /// <summary>The request from which one letter answers several.</summary>
    public Guid? TogetherWith { get; init; }

    internal bool? OnTheSpot { get; init; }

    public static Decision<RequestEvent> Decide(RequestState state, AnswerRequest command, DateOnly today) => Unless(
        Open(state) ?? WhyNot(state, command, today),
        new RequestAnswered(command.Ground, command.LeftOn, command.DocumentNumber, command.Statement)
        {
            Stated = command.Stated,
            Delivery = command.Delivery,
            Evidence = command.Evidence,
            GivenForm = command.GivenForm,
            GivenFormReason = command.GivenFormReason,
            OnTheSpot = command.OnTheSpot,
            TogetherWith = command.TogetherWith,
        });

    /// <summary>What no answer can be, the first or a later one.</summary>
    internal static RequestRefusal? WhyNot(RequestState state, AnswerRequest command, DateOnly today) =>
        Answerable(command.Ground, command.LeftOn)
        ?? Ends(state, FactDate.Answer, command.LeftOn, today)
        ?? (command.Stated?.SearchedOn > command.LeftOn ? new SearchedAfterTheAnswer(command.LeftOn) : null);

    /// <summary>A ground in use on that day, and no act of the applicant's.</summary>
    internal static RequestRefusal? Answerable(Ground ground, DateOnly on) =>
        ground == Grounds.Withdrawn ? new WithdrawalIsNoAnswer()
        : ground.RetiredOn <= on ? new GroundRetired(ground)
        : null;
}
