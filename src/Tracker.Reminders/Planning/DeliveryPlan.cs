using System.Collections.Immutable;
using Npgsql;
using Tracker.Domain.LegalTime;
using Tracker.Domain.Offices;
using Tracker.EventStore;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Planning;

/// <summary>
/// By which channels what a sweep recorded reaches whom: a mail for each reminder or one for all of a person's, as the person wants it; and to
/// each channel of the office one message that lists every deadline once, however many people were told of it.
/// </summary>
public static class DeliveryPlan
{
    /// <param name="office">Office code.</param>
    /// <param name="recorded">What one sweep recorded.</param>
    /// <param name="people">Who wants what; who never said is not in it.</param>
    /// <param name="channels">The office's channels.</param>
    /// <param name="quiet">When nothing goes out.</param>
    /// <param name="calendar">The office's working days.</param>
    /// <param name="now">The sweep's time.</param>
    public static ImmutableArray<OutgoingMessage> Of(
        string office,
        ImmutableArray<Reminder> recorded,
        IReadOnlyDictionary<Guid, PersonChannels> people,
        ImmutableArray<OfficeChannel> channels,
        QuietHours quiet,
        WorkingCalendar calendar,
        DateTimeOffset now)
    {
        if (recorded.IsEmpty)
        {
            return [];
        }

        var dueAt = quiet.FirstOpen(now, calendar);
        return
        [
            .. recorded.GroupBy(reminder => reminder.Recipient).SelectMany(own => people.GetValueOrDefault(own.Key, PersonChannels.Usual) switch
            {
                { Way: MailWay.Each, Address: not null } => own.Select(reminder => Message(MessageKind.Reminder, own.Key, $"reminder-{reminder.Id}", [reminder.Id])),
                { Way: MailWay.Digest, Address: not null } => [Digest([.. own])],
                _ => [],
            }),
            .. channels.Select(channel => Notice(channel)),
        ];

        OutgoingMessage Message(
            MessageKind kind, Guid recipient, string key, ImmutableArray<Guid> about, MessageChannel channel = MessageChannel.Mail) =>
            new(Guid.CreateVersion7(now), office, channel, kind, recipient, key, about, dueAt);

        // A reminder is recorded once, so whoever has its first one first cannot have it again.
        OutgoingMessage Digest(ImmutableArray<Reminder> own) =>
            Message(MessageKind.Digest, own[0].Recipient, $"digest-{own[0].Recipient:N}-{LegalDay.Of(now):yyyyMMdd}-{own[0].Id:N}", [.. own.Select(reminder => reminder.Id)]);

        OutgoingMessage Notice(OfficeChannel channel)
        {
            // It stands for each of them, whoever else is told of the same; what is the same is said once.
            return Message(MessageKind.Notice, channel.Id, $"notice-{channel.Id:N}-{recorded[0].Id:N}", [.. recorded.Select(reminder => reminder.Id)], channel.Kind);
        }
    }

    /// <summary>Plans, and enqueues within the sweep's transaction.</summary>
    /// <param name="settings">Who wants what.</param>
    /// <param name="offices">What the offices have set.</param>
    /// <param name="calendars">The working days.</param>
    public static PlanDelivery With(ChannelSettings settings, OfficeStore offices, Calendars calendars) =>
        async (NpgsqlConnection connection, string office, ImmutableArray<Reminder> recorded, DateTimeOffset now, CancellationToken cancellationToken) =>
        {
            if (recorded.IsEmpty)
            {
                return;
            }

            var messages = Of(
                office,
                recorded,
                await settings.OfEverybodyAsync(cancellationToken),
                await settings.OfOfficeAsync(office, cancellationToken),
                (await offices.OfAsync(office, cancellationToken)).QuietHours,
                calendars.Of(office),
                now);
            await Enqueuing.AddAsync(connection, messages, now, cancellationToken);
        };
}
