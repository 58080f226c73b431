using Tracker.Domain.Requests;

namespace Tracker.Domain.AnnualReports;

/// <summary>
/// What the annual tables need to know of a request, and nothing else. Requests with equal facts count alike, so a read model
/// may group them and hand over each group with its size.
/// </summary>
/// <param name="ApplicantKind">申请人类别: the column.</param>
/// <param name="Channel">申请方式: the row of the annex before 2019.</param>
/// <param name="ReceivedYear">The year of the day of receipt, or of the split for a part that was split off.</param>
/// <param name="Ground">办理结果, or none while it is open.</param>
/// <param name="ResultYear">The year in which the answer left the agency or the request was withdrawn.</param>
public sealed record RequestFact(
    ApplicantKind ApplicantKind,
    Channel Channel,
    int ReceivedYear,
    Ground? Ground,
    int? ResultYear)
{
    /// <summary>None for a void registration, which is counted nowhere.</summary>
    public static RequestFact? Of(RequestState state) => state.Voiding is not null ? null : new(
        state.Registration!.ApplicantKind,
        state.Registration.Channel,
        state.NewInYear,
        state.Result?.Ground,
        state.Result?.On.Year);
}

/// <summary>Equal facts and how many requests have them.</summary>
public sealed record FactGroup(RequestFact Fact, long Requests);
