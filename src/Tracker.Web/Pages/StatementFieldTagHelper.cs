using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tracker.Documents.Letters;
using Tracker.Domain.Requests;
using Tracker.Web.Pages.Offices.Requests.Answers;

namespace Tracker.Web.Pages;

/// <summary>A field a ground demands. Left empty it is missing and never refused, so the box itself requires nothing.</summary>
[HtmlTargetElement("statement-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatementFieldTagHelper(IHtmlGenerator html, IModelMetadataProvider metadata) : FieldTagHelper(html)
{
    public FieldDemand Demand { get; set; } = null!;

    /// <summary>The form it belongs to.</summary>
    public StatementInput Input { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var explorer = metadata.GetModelExplorerForType(Input.GetType(), Input).GetExplorerForProperty(Demand.Field.ToString());
        For = new($"Form.{Demand.Field}", explorer);
        Label = AnswerWords.Of(Demand.Field);
        Remark = Demand.Need switch
        {
            Need.Required => "不填标明“缺”",
            Need.OneOf => "至少填一项，否则标明“缺”",
            Need.Optional => "可不填",
        };
        Rows = 2;
        Choices = Demand.Field switch
        {
            AnswerField.Right => AnswerChoices.Of<ProtectedRight>(AnswerWords.Of),
            AnswerField.WhichAffair => AnswerChoices.Of<InternalAffair>(AnswerWords.Of),
            AnswerField.WhichProcess => AnswerChoices.Of<ProcessInformation>(AnswerWords.Of),
            _ => null,
        };
        base.Process(context, output);
    }
}

/// <summary>The members of an enumeration as choices.</summary>
public static class AnswerChoices
{
    public static IEnumerable<SelectListItem> Of<T>(Func<T, string> word)
        where T : struct, Enum => Enum.GetValues<T>().Select(member => new SelectListItem(word(member), member.ToString()));
}
