using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;

namespace Tracker.Web.Wording;

/// <summary>How one consultation stands.</summary>
public static class ConsultationWords
{
    /// <param name="asked">The consultation.</param>
    /// <param name="limit">The last day its party has; none of another agency.</param>
    public static string Of(Consultation asked, DateOnly? limit) => string.Join("，", Parts(asked, limit)) + "。";

    private static IEnumerable<string> Parts(Consultation asked, DateOnly? limit)
    {
        yield return $"{Words.Day(asked.SentOn)}发出";
        if (asked.PartyReceivedOn is { } received)
        {
            yield return $"{Words.Day(received)}收到";
        }

        yield return asked switch
        {
            { IsOpen: true } => limit is { } last ? $"提出意见的期限至{Words.Day(last)}" : "尚未答复，没有法定期限",
            { Opinion: { } opinion, ClosedOn: { } on } => $"{Words.Day(on)}收到意见：{Words.Of(opinion)}",
            { Kind: ConsultationKind.CoAuthor } => "逾期未提出意见，视为同意公开（条例第三十四条）",
            _ => "逾期未提出意见，由本机关决定是否公开（条例第三十二条）",
        };
        if (asked.DisclosureDecidedOn is { } decided)
        {
            yield return $"{Words.Day(decided)}仍决定公开";
        }

        if (asked.ThirdPartyToldOn is { } told)
        {
            yield return $"{Words.Day(told)}书面告知第三方";
        }
    }
}
