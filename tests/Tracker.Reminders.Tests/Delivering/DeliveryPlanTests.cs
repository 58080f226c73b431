using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;
using Tracker.Reminders.Planning;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>Which messages a sweep's reminders become.</summary>
public sealed class DeliveryPlanTests
{
    private static readonly Guid Other = Guid.Parse("0195a000-0000-7000-8000-00000000000b");
    private static readonly OfficeChannel Robot = new(Guid.CreateVersion7(), MessageChannel.WeCom, "样例群", "https://robot.example/", Secret: null);

    [Fact]
    public void Who_only_looks_into_the_product_gets_no_mail()
    {
        Assert.Empty(Plan([Sample.Reminder()]));
        Assert.Empty(Plan([Sample.Reminder()], new(MailWay.None, "reader@office.example")));
        Assert.Empty(Plan([Sample.Reminder()], new(MailWay.Each, Address: null)));
        Assert.Empty(Plan([], new(MailWay.Each, "reader@office.example"), [Robot]));
    }

    [Fact]
    public void One_mail_each_under_the_reminder_s_id_or_one_for_all_of_a_person_s()
    {
        ImmutableArray<Reminder> recorded = [Sample.Reminder(), Sample.Reminder(recipient: Other), Sample.Reminder()];

        var each = Plan(recorded, new(MailWay.Each, "reader@office.example"));
        var digest = Assert.Single(Plan(recorded, new(MailWay.Digest, "reader@office.example")));

        Assert.Equal([$"reminder-{recorded[0].Id}", $"reminder-{recorded[2].Id}"], each.Select(message => message.IdempotencyKey));
        Assert.All(each, message => Assert.Equal((MessageKind.Reminder, Sample.Person), (message.Kind, message.Recipient)));
        Assert.Equal(MessageKind.Digest, digest.Kind);
        Assert.Equal([recorded[0].Id, recorded[2].Id], digest.About);
        Assert.StartsWith($"digest-{Sample.Person:N}-20260310-", digest.IdempotencyKey);
        Assert.Equal(digest.IdempotencyKey, Assert.Single(Plan(recorded, new(MailWay.Digest, "reader@office.example"))).IdempotencyKey);
        Assert.All([digest, .. each], message => Assert.Matches("^[A-Za-z0-9-]{1,128}$", message.IdempotencyKey));
    }

    [Fact]
    public void The_office_s_channels_get_one_message_that_stands_for_everything_recorded()
    {
        var request = Guid.CreateVersion7();
        ImmutableArray<Reminder> recorded = [Sample.Reminder(request), Sample.Reminder(request, Other), Sample.Reminder(request, step: 0), Sample.Reminder()];

        var message = Assert.Single(Plan(recorded, channels: [Robot]));

        Assert.Equal((MessageChannel.WeCom, MessageKind.Notice, Robot.Id), (message.Channel, message.Kind, message.Recipient));
        Assert.Equal(recorded.Select(reminder => reminder.Id), message.About);
    }

    [Theory]
    [InlineData("2026-03-10 09:00", "2026-03-10 09:00")]
    [InlineData("2026-03-13 18:30", "2026-03-16 08:30")] // over a weekend
    [InlineData("2026-02-14 19:00", "2026-02-24 08:30")] // over 春节
    [InlineData("2026-02-13 19:00", "2026-02-14 08:30")] // into a Saturday that is worked
    public void What_is_found_due_in_quiet_hours_is_due_to_go_out_behind_them(string found, string due) =>
        Assert.Equal(Sample.At(due), Assert.Single(Plan([Sample.Reminder()], channels: [Robot], now: Sample.At(found))).DueAt);

    private static ImmutableArray<OutgoingMessage> Plan(
        ImmutableArray<Reminder> recorded, PersonChannels? person = null, ImmutableArray<OfficeChannel> channels = default, DateTimeOffset? now = null) => DeliveryPlan.Of(
            Sample.Office,
            recorded,
            person is null ? ImmutableDictionary<Guid, PersonChannels>.Empty : ImmutableDictionary<Guid, PersonChannels>.Empty.Add(Sample.Person, person),
            channels.IsDefault ? [] : channels,
            QuietHours.Usual,
            WorkingCalendar.Embedded,
            now ?? Sample.At("2026-03-10 09:00"));
}
