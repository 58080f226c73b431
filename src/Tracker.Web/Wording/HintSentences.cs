using System.Diagnostics;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Requests;
using Tracker.Domain.Requests.Hints;

namespace Tracker.Web.Wording;

/// <summary>A hint as the case page says it: what is pointed out, the cases it is about, and on what it rests.</summary>
public sealed record HintShown(string Sentence, IReadOnlyList<OtherCase> Cases, string? Article = null);

/// <summary>One sentence for every hint.</summary>
public static class HintSentences
{
    public static HintShown Of(CaseHint hint) => hint switch
    {
        IdentityDoubtful h => new($"{Words.Of(h.Hint)}。", []),
        PossiblyRepeated h => new(
            $"可能属于重复申请：{Words.Day(h.AnsweredOn)}已就该申请人的相同申请作出答复，请核对：", [h.Earlier], "条例第三十六条第六项"),
        RequestsOfMonth h => new(
            $"该申请人 {h.Month.Year}年{h.Month.Month}月的申请共 {h.Count} 件（含本件），{Step(h.Count)}。", [], "国办函〔2020〕109号"),
        WantedByOthers h => new(
            $"另有{(h.Others.Length == 1 ? "其他申请人也" : $" {h.Others.Length} 件其他申请人的申请")}要求相同的政府信息；该信息属于可以公开的，可以纳入主动公开的范围：",
            h.Others,
            "条例第四十四条"),
        _ => throw new UnreachableException(),
    };

    /// <summary>The step of the scale by item its last request has reached: up to 10 free, up to 30, and on in blocks of ten.</summary>
    private static string Step(int count) => Fees.ByItem(count).Steps[^1] is { YuanEach: > 0 } step
        ? $"已进入按件计收第 {step.From} 件起每件 {step.YuanEach} 元的档次"
        : "未超过 10 件，按件计收的不收费";
}
