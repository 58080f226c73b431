using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Channels;

/// <summary>电子邮件 over SMTP (RFC 5321), encrypted by STARTTLS (RFC 3207).</summary>
public static class MailChannel
{
    // What a server answers: RFC 5321, 4.2.1 and 4.2.3; RFC 4954, 6.
    private const int FirstPermanent = 500;
    private const int NotSignedIn = 530;
    private const int FirstTransient = 400;
    private static readonly int[] SignInRefusals = [NotSignedIn, 534, 535, 538];

    /// <summary>Whether it is an address and nothing else.</summary>
    public static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && text.All(letter => letter is > ' ' and <= '~');

    /// <summary>Sends one mail, and says what came of it.</summary>
    /// <param name="server">By whom.</param>
    /// <param name="to">To whom.</param>
    /// <param name="message">Its key becomes the Message-ID, so that a mail that comes twice can be told.</param>
    /// <param name="text">What it says.</param>
    /// <param name="cancellationToken">Ends it; the mail may have gone out all the same.</param>
    public static async Task<SendOutcome> SendAsync(
        MailServer server, string to, OutgoingMessage message, MessageText text, CancellationToken cancellationToken)
    {
        if (!server.Encrypted && !ChannelAddress.IsThisMachine(server.Host))
        {
            return new(SendResult.AddressNotAllowed);
        }

        if (!MailAddress.TryCreate(to, out var recipient) || !MailAddress.TryCreate(server.Sender, out var sender))
        {
            return new(SendResult.AddressNotAllowed);
        }

        using var mail = new MailMessage(sender, recipient)
        {
            Subject = text.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text.Body(),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
            Headers =
            {
                ["Message-ID"] = $"<{message.IdempotencyKey}@{sender.Host}>",
                ["Auto-Submitted"] = "auto-generated", // RFC 3834: nobody's machine answers it
            },
        };
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.Encrypted,
            Credentials = server.UserName is { } user ? new NetworkCredential(user, server.Password) : null,
        };
        try
        {
            await client.SendMailAsync(mail, cancellationToken);
            return new(SendResult.Delivered);
        }
        catch (SmtpException fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return OutcomeOf(fault);
        }
    }

    private static SendOutcome OutcomeOf(SmtpException fault) => fault switch
    {
        _ when Causes(fault).Any(cause => cause is AuthenticationException) => new(SendResult.NotSecure),
        { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null } => new(SendResult.NotSecure), // the server knows no STARTTLS
        _ when Causes(fault).OfType<SocketException>().Any() && (int)fault.StatusCode < 0 => new(
            Causes(fault).OfType<SocketException>().Any(cause => cause.SocketErrorCode is SocketError.ConnectionReset) ? SendResult.ConnectionLost : SendResult.Unreachable),
        { StatusCode: var code } when SignInRefusals.Contains((int)code) => new(SendResult.SignInRefused, (int)code),
        { StatusCode: var code and >= (SmtpStatusCode)FirstPermanent } => new(SendResult.Refused, (int)code),
        { StatusCode: var code and >= (SmtpStatusCode)FirstTransient } => new(SendResult.Busy, (int)code),
        _ => new(SendResult.ConnectionLost),
    };

    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
