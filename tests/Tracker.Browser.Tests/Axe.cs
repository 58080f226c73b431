using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Tracker.Browser.Tests;

/// <summary>axe-core on a page as it stands.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() =>
    {
        var library = typeof(AxeResult).Assembly;
        using var stream = library.GetManifestResourceStream(library.GetManifestResourceNames().Single(name => name.EndsWith("axe.min.js", StringComparison.Ordinal)))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>What breaks the rules of WCAG 2.2 A and AA that a machine can check: each rule, with the first elements that break it.</summary>
    public static Task<string[]> ViolationsAsync(this IPage page) =>
        page.RunAsync("{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] }");

    /// <summary>What is written too pale.</summary>
    public static Task<string[]> PaleAsync(this IPage page) => page.RunAsync("{ type: 'rule', values: ['color-contrast'] }");

    private static async Task<string[]> RunAsync(this IPage page, string runOnly)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Source.Value + "; 0");
        }

        return await page.EvaluateAsync<string[]>(
            $$"""
            async () => (await axe.run(document, { runOnly: {{runOnly}}, resultTypes: ['violations'] })).violations
              .map(rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            """);
    }
}
