using System.Collections.Immutable;
using Tracker.Domain.Requests;

namespace Tracker.ReadModels;

/// <summary>What a case waits for. The members' names stand in <c>case_rows</c> and in addresses.</summary>
public enum Awaited
{
    /// <summary>待补正</summary>
    Supplement,

    /// <summary>待缴费</summary>
    Payment,

    /// <summary>征求意见中</summary>
    Opinion,

    /// <summary>待批准延期</summary>
    ExtensionApproval,

    /// <summary>待签收: given to a unit that has not signed for it.</summary>
    Signature,

    /// <summary>待审批答复</summary>
    AnswerApproval,

    /// <summary>待印发: approved.</summary>
    Issue,

    /// <summary>待寄出: issued, and not left.</summary>
    Dispatch,
}

/// <summary>The one rule for what a case waits for.</summary>
public static class Waits
{
    /// <summary>Of the applicant or of others; the clock stands still, or leaves the time out.</summary>
    public static ImmutableArray<Awaited> OnOthers { get; } = [Awaited.Supplement, Awaited.Payment, Awaited.Opinion];

    /// <summary>Of somebody in the office.</summary>
    public static ImmutableArray<Awaited> Inside { get; } =
        [Awaited.ExtensionApproval, Awaited.Signature, Awaited.AnswerApproval, Awaited.Issue, Awaited.Dispatch];

    public static ImmutableArray<Awaited> Of(RequestState state) => state.IsClosed ? [] : [.. Look(state)];

    private static IEnumerable<Awaited> Look(RequestState state)
    {
        if (!state.HasEnded)
        {
            if (state.OpenSupplement is not null)
            {
                yield return Awaited.Supplement;
            }

            if (state.OpenFeeNotice is not null)
            {
                yield return Awaited.Payment;
            }

            if (state.Consultations.Any(asked => asked.IsOpen))
            {
                yield return Awaited.Opinion;
            }

            if (state.ProposedExtension is not null)
            {
                yield return Awaited.ExtensionApproval;
            }

            if (state.Holder is { SignedForOn: null })
            {
                yield return Awaited.Signature;
            }
        }

        switch (state.Draft?.Stage)
        {
            case DraftStage.Submitted:
                yield return Awaited.AnswerApproval;
                break;
            case DraftStage.Approved:
                yield return Awaited.Issue;
                break;
            case DraftStage.Issued:
                yield return Awaited.Dispatch;
                break;
            case null or DraftStage.Drafted or DraftStage.Returned:
                break;
        }
    }
}
