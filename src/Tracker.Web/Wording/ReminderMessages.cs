using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Pages;

namespace Tracker.Web.Wording;

/// <summary>What a message that leaves the house says: number, what is due, when, how long it is still, and where it is opened; nobody's name, and nothing of a request.</summary>
public static class ReminderMessages
{
    /// <summary>What a subscribed calendar is called.</summary>
    public const string CalendarName = "依申请公开期限";

    private const string Product = "【依申请公开】";

    /// <inheritdoc cref="WriteMessage"/>
    public static MessageText Write(
        OutgoingMessage message, ImmutableArray<ReminderLine> lines, string? publicUrl, WorkingCalendar calendar, DateOnly today)
    {
        ImmutableArray<MessageItem> items = [.. lines.OrderBy(line => line.Reminder.Due.DueOn).ThenBy(line => line.Number, StringComparer.Ordinal).Select(line => Item(line, publicUrl, calendar, today))];
        return message.Kind switch
        {
            MessageKind.Test => new($"{Product}测试消息", "收到这条消息，说明提醒可以送到这里。", [], _ => Closing(message.Channel, left: 0)),
            MessageKind.Reminder when lines is [var only] => new(
                $"{Product}{Name(only)}：{ReminderWords.Left(only.Reminder.Due, calendar, today)}", "", items, left => Closing(message.Channel, left)),
            MessageKind.Reminder or MessageKind.Digest or MessageKind.Notice => new(
                $"{Product}{items.Length} 项期限提醒", "", items, left => Closing(message.Channel, left)),
        };
    }

    private static MessageItem Item(ReminderLine line, string? publicUrl, WorkingCalendar calendar, DateOnly today)
    {
        var (reminder, due) = (line.Reminder, line.Reminder.Due.DueOn);
        var late = LegalDay.Of(reminder.RecordedAt) > reminder.FiresOn;
        var link = publicUrl is null ? null : publicUrl + Address(reminder);
        var text = $"{Name(line)} {Words.Day(due)}，{ReminderWords.Left(reminder.Due, calendar, today)}{(late ? $"（迟到，应在{Words.Day(reminder.FiresOn)}提醒）" : "")}";
        return new(line, link is null ? text : $"{text} {link}", due < today ? -DeadlineWords.DaysLate(due, calendar, today) : calendar.WorkingDaysBetween(today, due), Standing(due, today), late, link);
    }

    private static DueStanding Standing(DateOnly due, DateOnly today) =>
        due < today ? DueStanding.Past : due == today ? DueStanding.Today : DueStanding.Ahead;

    private static string Name(ReminderLine line) => $"{line.Number} {ReminderWords.Of(line.Reminder.Due)}".TrimStart();

    private static string Address(Reminder reminder) => (reminder.Case, reminder.Due.Matter) switch
    {
        ({ } id, _) => Addresses.Case(reminder.Office, id),
        (null, DueMatter.CalendarNotice) => Addresses.OfficeCalendar(reminder.Office),
        _ => Addresses.AnnualReports(reminder.Office),
    };

    private static string Closing(MessageChannel channel, int left)
    {
        var more = left > 0 ? $"另有 {left} 项没有列出，请登录系统查看。" : "";
        return channel == MessageChannel.Mail ? $"{more}\n这封邮件由依申请公开登记系统自动发出，请勿回复；要改提醒方式，请登录后点“提醒方式”。" : more;
    }
}
