using System.Text;
using Tracker.Reminders.Channels;
using Tracker.Reminders.Outbox;

namespace Tracker.Reminders.Tests.Delivering;

/// <summary>Mail to a real server that takes some, refuses some and hangs up on some.</summary>
public sealed class MailChannelTests(SmtpServer smtp) : IClassFixture<SmtpServer>
{
    private const string Sender = "tracker@office.example";

    private MailServer Server => new("127.0.0.1", smtp.Port, Encrypted: false, UserName: null, Password: null, Sender);

    [Fact]
    public async Task A_mail_arrives_with_its_key_as_message_id_and_its_words_whole()
    {
        var message = Sample.Message(MessageChannel.Mail);

        Assert.Equal(new(SendResult.Delivered), await SendAsync(Server, "reader@office.example", message));
        Assert.Equal(
            new(SendResult.Delivered),
            await SendAsync(Server with { UserName = "sample", Password = "sample-password", Sender = "member@office.example" }, "signed-in@office.example", message));

        var mail = smtp.Mails.Single(mail => mail.Contains("To: reader@", StringComparison.Ordinal));
        Assert.Contains($"<{message.IdempotencyKey}@office.example>", mail);
        Assert.Contains("Auto-Submitted: auto-generated", mail);
        Assert.Contains($"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("提醒 1 项"))}?=", mail);
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) is var at and >= 0 ? at : mail.IndexOf("\r\n\r\n", StringComparison.Ordinal))..].Trim()));
        Assert.Equal("样例：\n2026-0001 2026年3月12日到期", body.ReplaceLineEndings("\n"));
        Assert.Single(smtp.Mails, mail => mail.Contains("To: signed-in@", StringComparison.Ordinal) && mail.Contains(message.IdempotencyKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_says_decides_whether_it_is_tried_again()
    {
        var message = Sample.Message(MessageChannel.Mail);

        Assert.Equal(new(SendResult.Refused, 550), await SendAsync(Server, "refused@office.example", message));
        Assert.Equal(Verdict.Parked, new SendOutcome(SendResult.Refused).Verdict);
        Assert.Equal(new(SendResult.Busy, 451), await SendAsync(Server, "busy@office.example", message));
        Assert.Equal(Verdict.Retried, new SendOutcome(SendResult.Busy).Verdict);
        Assert.Equal(new(SendResult.Delivered), await SendAsync(Server, "busy@office.example", message));
        Assert.Equal(new(SendResult.ConnectionLost), await SendAsync(Server, "cut@office.example", message));
        Assert.Equal(Verdict.Retried, new SendOutcome(SendResult.ConnectionLost).Verdict);
        Assert.Equal(new(SendResult.Delivered), await SendAsync(Server, "cut@office.example", message));
        Assert.Equal(2, smtp.Mails.Count(mail => mail.Contains(message.IdempotencyKey, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_password_and_no_mail_goes_out_where_it_could_be_read()
    {
        var message = Sample.Message(MessageChannel.Mail);

        Assert.Equal(new(SendResult.AddressNotAllowed), await SendAsync(Server with { Host = "mail.example" }, "reader@office.example", message));
        Assert.Equal(new(SendResult.AddressNotAllowed), await SendAsync(Server, "no address", message));
        Assert.Equal(SendResult.NotSecure, (await SendAsync(Server with { Encrypted = true, Port = smtp.EncryptedPort }, "reader@office.example", message)).Result);
        Assert.Equal(SendResult.NotSecure, (await SendAsync(Server with { Encrypted = true }, "reader@office.example", message)).Result);
        Assert.Equal(SendResult.SignInRefused, (await SendAsync(Server with { UserName = "sample", Password = "wrong", Sender = "member@office.example" }, "reader@office.example", message)).Result);
        Assert.Equal(SendResult.Unreachable, (await SendAsync(Server with { Port = 1 }, "reader@office.example", message)).Result);
        Assert.DoesNotContain(smtp.Mails, mail => mail.Contains(message.IdempotencyKey, StringComparison.Ordinal));
    }

    private static Task<SendOutcome> SendAsync(MailServer server, string to, OutgoingMessage message) =>
        MailChannel.SendAsync(server, to, message, Sample.Text(), default);
}
