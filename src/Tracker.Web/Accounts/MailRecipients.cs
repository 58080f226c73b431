using Npgsql;
using Tracker.EventStore;
using Tracker.Reminders.Outbox;

namespace Tracker.Web.Accounts;

/// <summary>Asks, when a mail goes out, whether its recipient may still know of it.</summary>
internal static class MailRecipients
{
    private const string IsHere =
        """
        select exists (
          select from accounts a where a.id = $1 and a.disabled_at is null
            and ($3 or exists (select from account_roles r where r.account_id = a.id and r.tenant_id in ($2, '*'))))
        """;

    /// <summary>The same sending, but no mail to who was disabled, or has no role in the office any more.</summary>
    /// <param name="worker">The book for work behind the pages.</param>
    /// <param name="send">Sends to who is there.</param>
    public static SendMessage StillHere(Book worker, SendMessage send) => async (message, now, cancellationToken) =>
    {
        if (message.Channel == MessageChannel.Mail)
        {
            await using var command = worker.Database.CreateCommand(IsHere);
            command.Parameters.AddRange(new NpgsqlParameter[]
            {
                new() { Value = message.Recipient }, new() { Value = message.Office }, new() { Value = message.Kind == MessageKind.Test },
            });
            if (await command.ExecuteScalarAsync(cancellationToken) is false)
            {
                return new(SendResult.ChannelOff);
            }
        }

        return await send(message, now, cancellationToken);
    };
}
