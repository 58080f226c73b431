using Tracker.Domain.Requests;

namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>Every act, one row each.</summary>
internal static class ActCases
{
    /// <summary>Facts of acts that older tests walk, or that no page records.</summary>
    public static readonly Type[] RecordedElsewhere =
    [
        typeof(RequestReceived),
        typeof(SupplementNoticeIssued),
        typeof(SupplementReceived),
        typeof(RequestWithdrawn),
        typeof(RequestCarriedForward),
        typeof(PersonalDataErased),
        typeof(DocumentAdded),
        typeof(DocumentRemoved),
    ];

    public static readonly ActCase[] All =
    [
        .. ConsultationCases.All,
        .. FeeCases.All,
        .. ReasonsCases.All,
        .. ClosingCases.All,
        .. ExtensionCases.All,
        .. ReceiptCases.All,
        .. CorrectionCases.All,
        .. ApplicantCases.All,
        .. RoutingCases.All,
        .. AnswerCases.All,
        .. LinkCases.All,
    ];
}
