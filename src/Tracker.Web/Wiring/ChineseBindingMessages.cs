using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Tracker.Web.Wiring;

/// <summary>What the framework says of a field it cannot read, in Chinese. The value is not repeated: it may be a name.</summary>
internal static class ChineseBindingMessages
{
    public const string Unreadable = "填写的内容无法识别，请检查格式。";
    private const string Missing = "请填写这一项。";

    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字。");
        messages.SetMissingBindRequiredValueAccessor(_ => Missing);
        messages.SetMissingKeyOrValueAccessor(() => Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Missing);
        messages.SetValueMustNotBeNullAccessor(_ => Missing);
    }
}
