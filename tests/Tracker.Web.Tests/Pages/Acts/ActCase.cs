namespace Tracker.Web.Tests.Pages.Acts;

/// <summary>One act as a clerk does it: what went before, what is typed, what is read, what stands in the book.</summary>
/// <param name="Noun">The page, the last part of its address.</param>
/// <param name="Typed">What is filled in.</param>
/// <param name="Banner">The sentence that says it is done.</param>
/// <param name="Recorded">The last fact it records.</param>
/// <param name="Wrong">What is typed instead, to be refused.</param>
/// <param name="Sentence">The refusal.</param>
/// <param name="Field">Where it stands; none for the summary alone.</param>
internal sealed record ActCase(
    string Noun,
    (string Name, string Value)[] Typed,
    string Banner,
    Type Recorded,
    (string Name, string Value) Wrong,
    string Sentence,
    string? Field = null)
{
    public static readonly DateOnly Today = new(2026, 3, 10);

    /// <summary>The day the request was handed in.</summary>
    public string ReceivedOn { get; init; } = "2026-03-02";

    /// <summary>申请方式</summary>
    public string Channel { get; init; } = "InPerson";

    /// <summary>What was done before: pages and what was typed there.</summary>
    public (string Noun, (string Name, string Value)[] Typed)[] Before { get; init; } = [];

    /// <summary>Whether it records a note beside the case and nothing a closed case must be guarded against.</summary>
    public bool IsPossibleWhenClosed { get; init; }

    public override string ToString() => $"{Noun}: {Recorded.Name}";

    /// <summary>Registers a request and does to it what goes before.</summary>
    public async Task<Guid> PrepareAsync(HttpClient browser)
    {
        var id = await ThePage.RegisterAsync(browser, ("Form.FiledOn", ReceivedOn), ("Form.Channel", Channel));
        foreach (var (noun, typed) in Before)
        {
            using var done = await browser.FillInAsync(ThePage.Of(id, noun), typed);
            await browser.FollowAsync(done);
        }

        return id;
    }
}
