using Tracker.Web.Pages.Offices.Administration.Sending;

namespace Tracker.Web.Wording;

/// <summary>Words about the connection to a mail server.</summary>
public static class SecurityWords
{
    public static string Of(MailSecurity security) => Of(security == MailSecurity.StartTls);

    public static string Of(bool encrypted) => encrypted ? "加密（STARTTLS）" : "不加密（只用于本机）";
}
