using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tracker.Endurance;

/// <summary>
/// A clerk who logs requests and acts on them through the pages, one act after the other, and notes each act that was acknowledged
/// before the next begins. An answer that is not clear is followed by the same form again, until it is.
/// </summary>
internal sealed class PageWriter(Uri address, Clerk who, string office, AcknowledgementFile acknowledged, string content = "样例申请内容") : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly (string Act, (string, string)[] Typed)[] Acts =
    [
        ("supplement-notice", [("Form.Items", "请写明年份")]),
        ("supplement", [("Form.Supplement", "二〇二五年")]),
        ("extension", [("Form.Reason", "需要核实")]),
        ("answer?ground=disclosed", [("Form.Ground", "disclosed")]),
    ];

    private readonly (string, string)[] request =
    [
        ("Form.Channel", "InPerson"),
        ("Form.ApplicantKind", "NaturalPerson"),
        ("Form.ApplicantName", "样例甲"),
        ("Form.Contact", "000-0000-0001"),
        ("Form.Content", content),
    ];

    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };

    /// <summary>How often a form had to be sent again.</summary>
    public int SentAgain { get; private set; }

    public int Acknowledged { get; private set; }

    /// <summary>What the pages said when they could not do their work, and how often.</summary>
    public ConcurrentDictionary<string, int> Told { get; } = [];

    /// <summary>Works until told to stop; an act that has begun is brought to its clear answer.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken givingUp)
    {
        await who.SignInAsync(browser, givingUp);
        while (!stopping.IsCancellationRequested)
        {
            var id = await ActAsync($"/offices/{office}/requests/new", request, givingUp);
            foreach (var (act, typed) in Acts)
            {
                if (!stopping.IsCancellationRequested)
                {
                    await ActAsync($"/offices/{office}/requests/{id}/{act}", typed, givingUp);
                }
            }
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task<string> ActAsync(string page, (string, string)[] typed, CancellationToken givingUp)
    {
        var form = await UntilClearAsync(async () =>
        {
            using var shown = await browser.GetAsync(page, givingUp);
            return shown.StatusCode switch
            {
                HttpStatusCode.OK => PageForm.Read(page, await PageOfAsync(shown), typed),
                HttpStatusCode.ServiceUnavailable => await ListenAsync<PageForm>(shown),
                var other => throw new UnexpectedAnswerException(page, other),
            };
        });
        var attempts = 0;
        var id = await UntilClearAsync(async () =>
        {
            attempts++;
            using var answer = await browser.PostAsync(form.Address, new FormUrlEncodedContent(form.Fields), givingUp);
            return answer.StatusCode switch
            {
                HttpStatusCode.Redirect => answer.Headers.Location!.ToString().Split('/')[^1],
                HttpStatusCode.ServiceUnavailable => await ListenAsync<string>(answer),
                var other => throw new UnexpectedAnswerException(page, other),
            };
        });
        SentAgain += attempts - 1;
        await acknowledged.AddAsync(id, form.CommandId);
        Acknowledged++;
        return id;

        async Task<T> UntilClearAsync<T>(Func<Task<T?>> ask)
            where T : class
        {
            while (true)
            {
                try
                {
                    if (await ask() is { } clear)
                    {
                        return clear;
                    }
                }
                catch (Exception cut) when (cut is HttpRequestException or IOException)
                {
                    // Nobody knows what became of it; that is what asking again is for.
                }

                await Task.Delay(Pause, givingUp);
            }
        }
    }

    /// <summary>Hears what the page has to say; an answer it is not.</summary>
    private async Task<T?> ListenAsync<T>(HttpResponseMessage response)
        where T : class
    {
        var sentence = (await PageOfAsync(response)).QuerySelector("h1")?.TextContent ?? "";
        Told.AddOrUpdate(sentence, 1, (_, times) => times + 1);
        return null;
    }

    private static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
}

/// <summary>An answer no kill explains.</summary>
internal sealed class UnexpectedAnswerException(string page, HttpStatusCode status) : Exception($"{(int)status} from {page}");
