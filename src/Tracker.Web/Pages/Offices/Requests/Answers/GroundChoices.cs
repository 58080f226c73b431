using Tracker.Domain.AnnualReports;
using Tracker.Domain.Requests;

namespace Tracker.Web.Pages.Offices.Requests.Answers;

/// <summary>The grounds of an answer a clerk may choose, under the headings of the annual table.</summary>
public static class GroundChoices
{
    public static IEnumerable<IGrouping<string, Ground>> On(DateOnly day) => Grounds.All
        .Where(ground => !Grounds.WithoutAnswer.Contains(ground) && (ground.RetiredOn is null || ground.RetiredOn > day))
        .GroupBy(ground => ReportForm.Of2021.Row(ground.Row2021).Heading.Split('（', 3)[1]);
}

/// <summary>A list of grounds to choose from.</summary>
/// <param name="Name">The input.</param>
/// <param name="Groups">The grounds under their headings.</param>
/// <param name="Chosen">The one chosen.</param>
public sealed record GroundList(string Name, IEnumerable<IGrouping<string, Ground>> Groups, string? Chosen);
