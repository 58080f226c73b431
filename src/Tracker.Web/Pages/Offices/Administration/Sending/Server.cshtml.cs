using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Tracker.Reminders.Channels;
using Tracker.Web.Accounts;
using Tracker.Web.Wiring;

namespace Tracker.Web.Pages.Offices.Administration.Sending;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS</summary>
    StartTls,

    /// <summary>不加密, on this machine only.</summary>
    None,
}

/// <summary>发信服务器, and under which address people open the product: of all offices, and set by who administers all of them.</summary>
[Needs(Right.Administer)]
[ResponseCache(NoStore = true)]
public sealed class ServerModel(ChannelSettings settings, AuditLog audit, LegalClock clock) : OfficePage
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public SendingSettings Saved { get; private set; } = new(PublicUrl: null, Mail: null);

    public bool MaySet => HttpContext.Account().May(Right.Administer);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Saved = await settings.SendingAsync(cancellationToken);
        Form = new()
        {
            PublicUrl = Saved.PublicUrl,
            Host = Saved.Mail?.Host,
            Port = Saved.Mail?.Port ?? 587,
            Security = Saved.Mail is { Encrypted: false } ? MailSecurity.None : MailSecurity.StartTls,
            UserName = Saved.Mail?.UserName,
            Sender = Saved.Mail?.Sender,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MaySet)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Saved = await settings.SendingAsync(cancellationToken);
        if (IsWellFormed(Form, nameof(Form)))
        {
            foreach (var (field, sentence) in Form.Faults(Password))
            {
                ModelState.AddModelError(field, sentence);
            }
        }

        if (!ModelState.IsValid)
        {
            return PageWithErrors();
        }

        await settings.SetSendingAsync(Form.Read(Password), clock.Now, cancellationToken);
        await audit.WriteAsync(Audited.SendingSet, HttpContext.Account().Id, cancellationToken);
        Banner = "已保存发信服务器。";
        return Redirect(Addresses.Sending(Office.Code));
    }

    /// <summary>What was typed; what was saved goes to no other server and for no other user than it was saved for.</summary>
    private string? Password => !string.IsNullOrEmpty(Form.Password) ? Form.Password
        : Saved.Mail is { } mail && mail.Host == Form.Host?.Trim() && mail.UserName == Form.UserName?.Trim() ? mail.Password
        : null;

    public sealed class Input
    {
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? PublicUrl { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Host { get; set; }

        [Range(1, 65535, ErrorMessage = "端口是 1 至 65535 的整数。")]
        public int? Port { get; set; }

        public MailSecurity? Security { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? UserName { get; set; }

        [DataType(DataType.Password)]
        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Password { get; set; }

        [StringLength(InputLimits.Name, ErrorMessage = InputLimits.NameTooLong)]
        public string? Sender { get; set; }

        internal IEnumerable<(string Field, string Sentence)> Faults(string? password)
        {
            if (!string.IsNullOrWhiteSpace(PublicUrl) && ChannelAddress.Allowed(PublicUrl.Trim()) is not { Query: "" })
            {
                yield return ("Form.PublicUrl", "网址应以 https:// 开头（本机的可以用 http://），不带问号以后的部分。");
            }

            if (string.IsNullOrWhiteSpace(Host))
            {
                yield break;
            }

            if (Uri.CheckHostName(Host.Trim()) == UriHostNameType.Unknown)
            {
                yield return ("Form.Host", "服务器应是主机名或者 IP 地址。");
            }

            if (Port is null)
            {
                yield return ("Form.Port", "请填写端口。");
            }

            if (Security is null)
            {
                yield return ("Form.Security", "请选择是否加密。");
            }

            if (Security == MailSecurity.None && !ChannelAddress.IsThisMachine(Host.Trim()))
            {
                yield return ("Form.Security", "不加密只能用于本机上的发信服务器。");
            }

            if (!string.IsNullOrWhiteSpace(UserName) && password is null)
            {
                yield return ("Form.Password", "请填写密码。");
            }

            if (!MailChannel.IsAddress(Sender?.Trim() ?? ""))
            {
                yield return ("Form.Sender", "请填写发件人的邮箱地址，应像 sample@office.example。");
            }
        }

        internal SendingSettings Read(string? password)
        {
            var user = string.IsNullOrWhiteSpace(UserName) ? null : UserName.Trim();
            return new(
                string.IsNullOrWhiteSpace(PublicUrl) ? null : PublicUrl.Trim().TrimEnd('/'),
                string.IsNullOrWhiteSpace(Host)
                    ? null
                    : new(Host.Trim(), Port!.Value, Security == MailSecurity.StartTls, user, user is null ? null : password, Sender!.Trim()));
        }
    }
}
