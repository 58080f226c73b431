using System.Collections.Immutable;
using Tracker.EventStore;
using Tracker.Web.Accounts;
using Tracker.Web.Wording;

namespace Tracker.Web.Pages;

/// <summary>What was recorded since a page was opened, so that it could not be saved.</summary>
/// <param name="Who">您在另一个窗口, or the names of those who are not the one who reads it.</param>
/// <param name="Entries">When, by whom, and what, in the order of the book.</param>
public sealed record Meanwhile(string Who, ImmutableArray<string> Entries)
{
    public static async Task<Meanwhile> OfAsync<TEvent>(
        ImmutableArray<Recorded<TEvent>> since, Func<TEvent, string> sentence, Account reader, Recorders recorders, CancellationToken cancellationToken)
    {
        var names = await recorders.NamesAsync(since.Select(recorded => recorded.UserName), cancellationToken);
        var others = since.Where(recorded => recorded.UserName != reader.UserName).Select(NameOf).Distinct().ToList();
        return new(
            others.Count == 0 ? "您在另一个窗口" : string.Join("、", others),
            [.. since.Select(recorded => $"{Words.Moment(recorded.RecordedAt)}，{NameOf(recorded)}：{sentence(recorded.Event)}")]);

        string NameOf(Recorded<TEvent> recorded) => names[recorded.UserName] is { Length: > 0 } name ? name : "别人";
    }
}

/// <summary>The same above a form.</summary>
/// <param name="Since">What was recorded.</param>
/// <param name="Done">What that did, in the words of the page.</param>
public sealed record MeanwhileShown(Meanwhile Since, string Done);
