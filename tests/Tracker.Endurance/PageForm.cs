using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Tracker.Endurance;

/// <summary>A form as a browser holds it: its fields stay what they are, however often it is sent.</summary>
internal sealed record PageForm(string Address, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The command the form carries; a new request's own id is its first command.</summary>
    public string CommandId => Fields.GetValueOrDefault("CommandId") ?? Fields["CaseId"];

    /// <summary>Reads the form of a page and fills in what is typed.</summary>
    public static PageForm Read(string address, IHtmlDocument page, IEnumerable<(string Name, string Value)> typed)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, value) in page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(form => form.Method == "post").Elements.SelectMany(ValuesOf).Concat(typed))
        {
            fields[name] = value;
        }

        return new(address, fields);
    }

    private static IEnumerable<(string Name, string Value)> ValuesOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement { Name: { } name } input => [(name, input.Value)],
        IHtmlTextAreaElement { Name: { } name } area => [(name, area.Value)],
        IHtmlSelectElement { Name: { } name } select => [(name, select.Value ?? "")],
        _ => [],
    };
}
