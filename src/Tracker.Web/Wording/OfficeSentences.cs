using System.Diagnostics;
using Tracker.Domain.Offices;
using Tracker.Domain.Reminding;

namespace Tracker.Web.Wording;

/// <summary>What was recorded of an office, as its administrators read it.</summary>
public static class OfficeSentences
{
    public static string Of(OfficeEvent fact) => fact switch
    {
        OfficeOpened e => $"启用，名称为“{e.Name}”。",
        OfficeRenamed e => $"更名为“{e.Name}”。",
        OfficeContactSet e => Contact(e) is { } contact ? $"{contact}。" : "不再公布联系方式。",
        UnitOpened e => $"设立“{e.Name}”。",
        UnitClosed e => $"撤销“{e.Name}”。",
        QuietHoursSet { From: { } from, To: { } to } => $"免打扰时段为 {from:HH\\:mm} 至次日 {to:HH\\:mm} 和休息日。",
        QuietHoursSet => "不设免打扰时段，提醒随时发出。",
        LetterCodeSet e => $"机关代字为“{e.Code}”{(e.UsedUpTo is { } used ? $"，{e.SetOn.Year} 年度此前已用到第 {used} 号" : "")}。",
        ReminderTimesSet e => $"“{ReminderWords.Of(e.Matter)}”的提醒时点：{ReminderWords.Of(new ReminderTimes(e.Before, e.EachDayAfter, e.UnitHeadFrom, e.OfficeHeadFrom))}。",
        OfficeNatureSet e => $"机关性质为{ReminderWords.Of(e.Nature)}。",
        _ => throw new UnreachableException(),
    };

    /// <summary>The day from which it holds.</summary>
    public static DateOnly Since(OfficeEvent fact) => fact switch
    {
        OfficeOpened e => e.OpenedOn,
        OfficeRenamed e => e.RenamedOn,
        OfficeContactSet e => e.SetOn,
        UnitOpened e => e.OpenedOn,
        UnitClosed e => e.ClosedOn,
        LetterCodeSet e => e.SetOn,
        ReminderTimesSet e => e.SetOn,
        OfficeNatureSet e => e.SetOn,
        QuietHoursSet e => e.SetOn,
        _ => throw new UnreachableException(),
    };

    /// <summary>联系地址：样例路1号（邮政编码：000000）；联系电话：…；办公时间：…, without a full stop. None if nothing is known.</summary>
    public static string? Contact(OfficeContactSet contact)
    {
        var address = (contact.Address, contact.Postcode) switch
        {
            (null, null) => null,
            (null, { } postcode) => $"邮政编码：{postcode}",
            ({ } place, null) => $"联系地址：{place}",
            ({ } place, { } postcode) => $"联系地址：{place}（邮政编码：{postcode}）",
        };
        string?[] parts =
        [
            address,
            contact.Telephone is { } telephone ? $"联系电话：{telephone}" : null,
            contact.Hours is { } hours ? $"办公时间：{hours}" : null,
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } known ? string.Join('；', known) : null;
    }
}
