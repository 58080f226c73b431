using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Reminding;
using Tracker.Reminders;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Web.Wording;

namespace Tracker.Web.Tests.Wording;

/// <summary>What leaves the house: number, matter, day, days left and link.</summary>
public sealed class ReminderMessagesTests
{
    private static readonly Guid Case = Guid.Parse("0195a000-0000-7000-8000-00000000000c");
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void One_reminder_says_it_in_its_subject_and_several_are_listed()
    {
        var one = Write(MessageKind.Reminder, [Line(DueMatter.Answer, new(2026, 3, 12))]);
        Assert.Equal("【依申请公开】2026-0001 答复期限：剩余2个工作日", one.Subject);
        Assert.Equal(
            $"2026-0001 答复期限 2026年3月12日，剩余2个工作日 https://tracker.office.example/offices/test-office/requests/{Case}",
            one.Items.Single().Text);
        Assert.Contains("请勿回复", one.Body());

        var many = Write(MessageKind.Digest, [Line(DueMatter.Supplement, Today), Line(DueMatter.Answer, new(2026, 3, 6), recordedOn: 12), Line(DueMatter.AnnualReport, new(2026, 3, 31), number: null)]);
        Assert.Equal("【依申请公开】3 项期限提醒", many.Subject);
        Assert.Contains("已逾期2个工作日（迟到，应在2026年3月10日提醒）", many.Items[0].Text); // what is due first stands first
        Assert.Equal((true, -2, DueStanding.Past), (many.Items[0].Late, many.Items[0].WorkingDaysLeft, many.Items[0].State));
        Assert.Contains("补正期限 2026年3月10日，今天到期", many.Items[1].Text);
        Assert.Equal((0, DueStanding.Today), (many.Items[1].WorkingDaysLeft, many.Items[1].State));
        Assert.StartsWith("年度报告 2026年3月31日，剩余15个工作日 https://tracker.office.example/offices/test-office/annual-reports", many.Items[2].Text);
    }

    [Fact]
    public void Who_was_not_asked_for_a_supplement_is_not_late()
    {
        var text = Write(MessageKind.Reminder, [Line(DueMatter.SupplementNotice, new(2026, 3, 6))]);

        Assert.Equal("【依申请公开】2026-0001 补正告知期限：已满7个工作日，尚未办理", text.Subject);
    }

    [Fact]
    public void A_reminder_says_what_became_of_its_matter()
    {
        var told = Line(DueMatter.Answer, new(2026, 3, 12)).Reminder;

        Assert.Equal("剩余2个工作日", Now(new(told, "1", new(2026, 3, 12), InHand: true, SeenAt: null)));
        Assert.Equal("期限已改为2026年4月9日", Now(new(told, "1", new(2026, 4, 9), InHand: true, SeenAt: null)));
        Assert.Equal("期限停止计算", Now(new(told, "1", null, InHand: true, SeenAt: null)));
        Assert.Equal("已了结", Now(new(told, "1", null, InHand: false, SeenAt: null)));

        static string Now(ShownReminder shown) => ReminderWords.Now(shown, WorkingCalendar.Embedded, Today);
    }

    [Fact]
    public void Without_an_address_no_link_stands_there_and_a_robot_hears_no_word_about_mail()
    {
        var text = ReminderMessages.Write(
            Message(MessageKind.Notice, MessageChannel.WeCom), [Line(DueMatter.Answer, Today)], publicUrl: null, WorkingCalendar.Embedded, Today);

        Assert.Equal("2026-0001 答复期限 2026年3月10日，今天到期", text.Body().Trim());
        Assert.Contains("另有 7 项没有列出", text.Closing(7));
        Assert.Contains("测试", Write(MessageKind.Test, []).Subject);
    }

    [Fact]
    public void Every_result_channel_and_matter_has_its_own_word()
    {
        Distinct<SendResult>(result => SendingWords.Of(result, answer: null));
        Distinct<MessageChannel>(SendingWords.Of);
        Distinct<MessageKind>(SendingWords.Of);
        Distinct<MessageState>(SendingWords.Of);
        Distinct<MailWay>(SendingWords.Of);
    }

    private static void Distinct<T>(Func<T, string> word)
        where T : struct, Enum => Assert.Equal(Enum.GetValues<T>().Length, Enum.GetValues<T>().Select(word).Distinct().Count());

    private static MessageText Write(MessageKind kind, ImmutableArray<ReminderLine> lines) =>
        ReminderMessages.Write(Message(kind, MessageChannel.Mail), lines, "https://tracker.office.example", WorkingCalendar.Embedded, Today);

    private static OutgoingMessage Message(MessageKind kind, MessageChannel channel) =>
        new(Guid.Empty, TestTracker.Office, channel, kind, Guid.Empty, "key", [], default);

    private static ReminderLine Line(DueMatter matter, DateOnly dueOn, string? number = "2026-0001", int recordedOn = 10) => new(
        new(
            Guid.Empty, TestTracker.Office, number is null ? null : Case, new(matter, "", dueOn, dueOn), 2, new(2026, 3, 10), ReminderLevel.Handler, Guid.Empty,
            new(2026, 3, recordedOn, 9, 0, 0, TimeSpan.FromHours(8))),
        number,
        Stands: true);
}
