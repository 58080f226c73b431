using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.ReadModels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>
/// What a person reads when there is no page to show. No value of the request is shown; but where the database failed a form, the
/// form is kept, unseen, so that it can be sent once more as it was, under the same ids; so it is where the session had ended.
/// </summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[AllowAnonymous]
[WithoutFormBinding]
public sealed class FaultsModel(OfficeList offices) : PageModel
{
    private const string FileAgain = "选择的文件没有保留：请回到申请件，确认“附件”中还没有它，再添加一次。";

    public string Sentence { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Where the form that failed goes; none if there is nothing to send again.</summary>
    public string? SentTo { get; private set; }

    /// <summary>The form that failed, field by field.</summary>
    public ImmutableArray<(string Name, string? Value)> Sent { get; private set; } = [];

    /// <summary>Pages of the office the address named, from which whoever asked may go on; none of an office that is not theirs.</summary>
    public ImmutableArray<(string Label, string Address)> WaysBack { get; private set; } = [];

    public async Task OnGetAsync(int code, CancellationToken cancellationToken)
    {
        Tell(code, posted: false);
        if (code == StatusCodes.Status404NotFound)
        {
            await FindWaysBackAsync(cancellationToken);
        }
    }

    public async Task OnPostAsync(int code, CancellationToken cancellationToken)
    {
        if (Tell(code, posted: true) is { } failed && failed != Addresses.Password && Request.HasFormContentType && !HasFile)
        {
            try
            {
                var form = await Request.ReadFormAsync(cancellationToken);
                Sent = [.. form.SelectMany(field => field.Value.Select(value => (field.Key, value)))];
                SentTo = new PathString(failed) + Request.QueryString;
            }
            catch (BadHttpRequestException tooMuch)
            {
                Response.StatusCode = tooMuch.StatusCode; // nobody's form is that long
                Tell(tooMuch.StatusCode, posted: true);
            }
        }
        else if (code == StatusCodes.Status404NotFound)
        {
            await FindWaysBackAsync(cancellationToken);
        }
        else if (code == StatusCodes.Status400BadRequest && !await IsReadableAsync(cancellationToken))
        {
            (Sentence, Advice) = ("页面送来的内容不完整或者不能识别，没有保存。", "请返回上一页，检查填写的内容后再提交。");
        }
    }

    private async Task FindWaysBackAsync(CancellationToken cancellationToken)
    {
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        if (path?.Split('/') is not ["", "offices", var office, .. var rest]
            || HttpContext.AccountIfAny()?.May(Right.See, office) != true
            || await offices.FindAsync(office, cancellationToken) is null) // a role in every office is one in none of that name
        {
            return;
        }

        WaysBack = [.. rest is ["requests", ..] ? new[] { ("返回台账", Addresses.Register(office)) } : [], ("今日待办", Addresses.Today(office))];
    }

    /// <summary>Whether the form can be read at all; if so, it was its token that was refused. A form with a file is not read.</summary>
    private async Task<bool> IsReadableAsync(CancellationToken cancellationToken)
    {
        if (!Request.HasFormContentType || HasFile)
        {
            return true;
        }

        try
        {
            await Request.ReadFormAsync(cancellationToken);
            return true;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException) // malformed, or far too long
        {
            return false;
        }
    }

    /// <summary>A file is not kept: it would have to be read to its end, and to stand somewhere in clear.</summary>
    private bool HasFile => Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Answers the address that failed, if the database did or the session had ended.</summary>
    private string? Tell(int code, bool posted)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed
            && DatabaseFaultSentences.ForPage(failed.Error, posted) is { } sentence)
        {
            (Sentence, Advice) = (sentence, posted && HasFile ? FileAgain : DatabaseFaultSentences.Advice(failed.Error, posted));
            return failed.Path;
        }

        (Sentence, Advice) = code switch
        {
            StatusCodes.Status401Unauthorized when HasFile => ("登录已经过期，没有保存任何内容。", FileAgain),
            StatusCodes.Status401Unauthorized => (
                "登录已经过期，没有保存任何内容。", "填写的内容还在本页：请在新窗口登录，再回到这里点“再提交一次”。"),
            StatusCodes.Status403Forbidden => ("您的角色不能使用这个页面。", "如果工作需要，请联系管理员。"),
            StatusCodes.Status429TooManyRequests => ("登录太频繁。", "请过一分钟再试。"),
            StatusCodes.Status404NotFound => ("没有这个页面，或者没有这件申请。", "请检查地址，或者回到首页。"),
            StatusCodes.Status400BadRequest => ("页面已经过期，没有保存任何内容。", "请返回上一页，刷新后再提交。"),
            StatusCodes.Status413PayloadTooLarge => ("提交的内容太大，没有保存。", "请缩短后再提交。"),
            _ => ("系统出了故障，没有保存任何内容。", "请稍后再试；如果仍然这样，请联系管理员。"),
        };
        return code == StatusCodes.Status401Unauthorized ? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath : null;
    }
}
