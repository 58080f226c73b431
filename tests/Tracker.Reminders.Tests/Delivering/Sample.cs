using System.Collections.Immutable;
using System.Globalization;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>Reminders and messages as most tests need them.</summary>
internal static class Sample
{
    public const string Office = "test-office";

    public static readonly Guid Person = Guid.Parse("0195a000-0000-7000-8000-00000000000a");

    public static DateTimeOffset At(string wallClock) =>
        new(DateTime.ParseExact(wallClock, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static Reminder Reminder(Guid? request = null, Guid? recipient = null, int step = 2) => new(
        Guid.CreateVersion7(),
        Office,
        request ?? Guid.CreateVersion7(),
        new(DueMatter.Answer, "", new(2026, 3, 12), new(2026, 2, 10)),
        step,
        new(2026, 3, 10),
        ReminderLevel.Handler,
        recipient ?? Person,
        At("2026-03-10 09:00"));

    public static OutgoingMessage Message(MessageChannel channel, MessageKind kind = MessageKind.Notice) =>
        new(Guid.CreateVersion7(), Office, channel, kind, Person, $"key-{Guid.CreateVersion7():N}", [], At("2026-03-10 09:00"));

    /// <summary>A text as plain as possible.</summary>
    public static MessageText Write(
        OutgoingMessage message, ImmutableArray<ReminderLine> lines, string? publicUrl, WorkingCalendar calendar, DateOnly today) => new(
        $"提醒 {lines.Length} 项",
        "样例：",
        [
            .. lines.Select(line => new MessageItem(
                line, $"{line.Number} 2026年3月12日到期", calendar.WorkingDaysBetween(today, line.Reminder.Due.DueOn), DueStanding.Ahead, Late: false, $"{publicUrl}/c/{line.Reminder.Case}")),
        ],
        left => left > 0 ? $"另有 {left} 项" : "");

    public static MessageText Text(int lines = 1) => Write(
        Message(MessageChannel.Mail),
        [.. Enumerable.Range(1, lines).Select(number => new ReminderLine(Reminder(), $"2026-{number:0000}", Stands: true))],
        "https://tracker.example",
        WorkingCalendar.Embedded,
        new(2026, 3, 10));
}
