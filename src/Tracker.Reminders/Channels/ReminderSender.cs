using System.Collections.Immutable;
using Tracker.Domain.LegalTime;
using Tracker.EventStore;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>
/// Makes a message when it goes out, and hands it to its channel. Nothing was ever cancelled: what has been settled since is left out here, and if
/// that is all, nothing is sent.
/// </summary>
/// <param name="settings">By what messages go out, and who wants them how.</param>
/// <param name="offices">What the offices have set.</param>
/// <param name="calendars">The working days.</param>
/// <param name="read">Reads reminders as they stand now.</param>
/// <param name="write">Puts them into words.</param>
/// <param name="http">Sends over HTTP.</param>
public sealed class ReminderSender(
    ChannelSettings settings, OfficeStore offices, Calendars calendars, ReadReminderLines read, WriteMessage write, HttpChannel http)
{
    /// <inheritdoc cref="SendMessage"/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calendar = calendars.Of(message.Office);
        var lines = ImmutableArray<ReminderLine>.Empty;
        if (message.Kind != MessageKind.Test)
        {
            var open = (await offices.OfAsync(message.Office, cancellationToken)).QuietHours.FirstOpen(now, calendar);
            if (open > now)
            {
                return new(SendResult.QuietHours, Until: open);
            }

            lines =
            [
                .. (await read(message.Office, message.About, cancellationToken)).Where(line => line.Stands)
                    .DistinctBy(line => (line.Reminder.Case, line.Reminder.Due.Matter, line.Reminder.Due.Part, line.Reminder.Due.DueOn, line.Reminder.Step)),
            ];
            if (lines.IsEmpty)
            {
                return new(SendResult.NothingStands);
            }
        }

        var sending = await settings.SendingAsync(cancellationToken);
        var text = write(message, lines, sending.PublicUrl, calendar, LegalDay.Of(now));
        return message.Channel == MessageChannel.Mail
            ? await MailAsync(sending.Mail, message, text, cancellationToken)
            : await PostAsync(message, text, now, cancellationToken);
    }

    private async Task<SendOutcome> MailAsync(MailServer? server, OutgoingMessage message, MessageText text, CancellationToken cancellationToken)
    {
        var person = await settings.OfPersonAsync(message.Recipient, cancellationToken);
        return person.Address is not { } address || (person.Way == MailWay.None && message.Kind != MessageKind.Test) ? new(SendResult.ChannelOff)
            : server is null ? new(SendResult.NotSetUp)
            : await MailChannel.SendAsync(server, address, message, text, cancellationToken);
    }

    private async Task<SendOutcome> PostAsync(OutgoingMessage message, MessageText text, DateTimeOffset now, CancellationToken cancellationToken) =>
        await settings.OfOfficeAsync(message.Office, message.Recipient, cancellationToken) is { } channel
            ? await http.SendAsync(channel, message, text, now, cancellationToken)
            : new(SendResult.ChannelOff);
}
