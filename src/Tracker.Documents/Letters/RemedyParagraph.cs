using System.Diagnostics;
using Tracker.Domain.Requests;

namespace Tracker.Documents.Letters;

/// <summary>
/// 救济途径段. Where reconsideration must come first only it is named (行政复议法 23(1)(4)); else both ways, as the applicant chooses.
/// </summary>
public static class RemedyParagraph
{
    /// <summary>Stands where the reconsideration authority is not known yet.</summary>
    public const string Authority = "〔复议机关〕";

    /// <summary>Stands where the court is not known yet.</summary>
    public const string Court = "〔人民法院〕";

    public static string Of(RemedyNotice notice, string authority = Authority, string court = Court)
    {
        var what = notice.Parts.IsEmpty ? "本答复" : $"本答复第 {string.Join("、", notice.Parts)} 部分的决定";
        var inTime = $"可以自收到本答复之日起{Remedies.ReconsiderationDays}日内向{authority}";
        return notice.Remedy switch
        {
            Remedy.ReconsiderationFirst =>
                $"如对{what}不服，根据《中华人民共和国行政复议法》第二十三条第一款第四项的规定，应当先申请行政复议，{inTime}提出。",
            Remedy.Choice => $"如对{what}不服，{inTime}申请行政复议，也可以自收到本答复之日起{Remedies.LitigationMonths}个月内向{court}提起行政诉讼。",
            _ => throw new UnreachableException(),
        };
    }
}
