using System.Net;
using AngleSharp.Html.Parser;

namespace Tracker.Endurance;

/// <summary>Who works through the pages.</summary>
public sealed record Clerk(string Name, string Password)
{
    /// <summary>Signs in; the session's cookie stays with the browser.</summary>
    public Task SignInAsync(HttpClient browser, CancellationToken cancellationToken) =>
        SendAsync(browser, "/sign-in", [("Form.Name", Name), ("Form.Password", Password)], cancellationToken);

    /// <summary>Fills in a page that must lead on.</summary>
    internal static async Task SendAsync(HttpClient browser, string address, (string, string)[] typed, CancellationToken cancellationToken)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address, cancellationToken));
        using var answer = await browser.PostAsync(
            address, new FormUrlEncodedContent(PageForm.Read(address, page, typed).Fields), cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new UnexpectedAnswerException(address, answer.StatusCode);
        }
    }
}
