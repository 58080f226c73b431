using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tracker.Web.Pages;

/// <summary>What a person reads when there is no page to show. No value of the request is repeated.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class FaultsModel : PageModel
{
    public string Sentence { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Tell(code);

    public void OnPost(int code) => Tell(code);

    private void Tell(int code) => (Sentence, Advice) = code switch
    {
        StatusCodes.Status404NotFound => ("没有这个页面，或者没有这件申请。", "请检查地址，或者回到首页。"),
        StatusCodes.Status400BadRequest => ("页面已经过期，没有保存任何内容。", "请返回上一页，刷新后再提交。"),
        StatusCodes.Status413PayloadTooLarge => ("提交的内容太大，没有保存。", "请缩短后再提交。"),
        _ => ("系统出了故障，没有保存任何内容。", "请稍后再试；如果仍然这样，请联系管理员。"),
    };
}
