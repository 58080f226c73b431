using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Tracker.Endurance;

namespace Tracker.Benchmarks;

/// <summary>The browser of somebody who signed in.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient browser;

    private SignedIn(Uri address) => browser = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };

    public string Cookie => cookies.GetCookieHeader(browser.BaseAddress!);

    public static async Task<SignedIn> AsAsync(Clerk clerk, Uri address)
    {
        var signedIn = new SignedIn(address);
        await clerk.SignInAsync(signedIn.browser, default);
        return signedIn;
    }

    public string At(string path) => new Uri(browser.BaseAddress!, path).ToString();

    /// <summary>Where a page links to below an address.</summary>
    public async Task<string> LinkAsync(string page, string below) => (await GetAsync(page)).QuerySelectorAll("main th a, main td a")
        .Select(link => link.GetAttribute("href")!).First(link => link.StartsWith(below + "/", StringComparison.Ordinal));

    /// <summary>Searches; answers the address of what was found.</summary>
    public async Task<string> SearchAsync(string register, string words)
    {
        var form = (IHtmlFormElement)(await GetAsync(register)).QuerySelector("form[role=search]")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(fields.Append(new("words", words)));
        using var answer = await browser.PostAsync(form.GetAttribute("action"), content);
        return $"{answer.Headers.Location ?? throw new InvalidOperationException($"The search for “{words}” was not taken.")}";
    }

    public void Dispose() => browser.Dispose();

    private async Task<IHtmlDocument> GetAsync(string path) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));
}
