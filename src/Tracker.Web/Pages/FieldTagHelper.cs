using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tracker.Web.Pages;

/// <summary>
/// A field of an act's form: its label, what is to be known about it, what is wrong with it, and the box. A day is typed, a number
/// a number box, a text with rows an area.
/// </summary>
[HtmlTargetElement("act-field", TagStructure = TagStructure.WithoutEndTag)]
public class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Whether it must be filled in; the words beside the label say so where it need not be.</summary>
    public bool Required { get; set; }

    /// <summary>What the words beside the label say where it need not be.</summary>
    public string Remark { get; set; } = "可不填";

    /// <summary>How many lines a text may have.</summary>
    public int Rows { get; set; }

    /// <summary>Whether nobody may read it over a shoulder; it is never shown again.</summary>
    public bool Secret { get; set; }

    /// <summary>What a browser may fill in by itself, in the words of HTML.</summary>
    public string? Autofill { get; set; }

    /// <summary>What one of is chosen, if it is no free entry.</summary>
    public IEnumerable<SelectListItem>? Choices { get; set; }

    /// <summary>What a free entry is offered; anything else may be typed all the same.</summary>
    public IEnumerable<string>? Suggestions { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = Required ? Label : $"{Label}（{Remark}）";
        output.Content.AppendHtml(html.GenerateLabel(ViewContext, For.ModelExplorer, For.Name, label, htmlAttributes: null));
        if (Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.AddCssClass("hint");
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }

        output.Content.AppendHtml(html.GenerateValidationMessage(
            ViewContext, For.ModelExplorer, For.Name, message: null, "span", new { @class = "fault" }));
        var box = Box();
        output.Content.AppendHtml(box);
        if (Suggestions?.ToList() is { Count: > 0 } offered)
        {
            output.Content.AppendHtml(Offer(box, offered));
        }
    }

    private TagBuilder Box()
    {
        var box = For.ModelExplorer.Metadata.UnderlyingOrModelType switch
        {
            _ when Secret => html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, htmlAttributes: null),
            _ when Choices is not null => html.GenerateSelect(
                ViewContext, For.ModelExplorer, optionLabel: "", For.Name, Choices, allowMultiple: false, htmlAttributes: null),
            var type when type == typeof(DateOnly) => Day(),
            var type when type == typeof(int) => Input(format: null, "number"),
            _ when Rows > 0 => html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, columns: 0, htmlAttributes: null),
            _ => Input(format: null, "text"),
        };
        if (Autofill is not null)
        {
            box.Attributes["autocomplete"] = Autofill;
        }

        if (Required)
        {
            box.Attributes["required"] = "required";
        }

        return box;
    }

    private static TagBuilder Offer(TagBuilder box, List<string> offered)
    {
        var list = new TagBuilder("datalist");
        list.Attributes["id"] = box.Attributes["list"] = $"{box.Attributes["id"]}-offered";
        foreach (var text in offered)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = text;
            list.InnerHtml.AppendHtml(option);
        }

        return list;
    }

    private TagBuilder Day()
    {
        var box = Input("{0:yyyy-MM-dd}", "text");
        box.AddCssClass("day");
        box.Attributes["autocomplete"] = "off";
        return box;
    }

    private TagBuilder Input(string? format, string type) =>
        html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, new { type });
}
