namespace Tracker.Domain.Requests;

// These member names are stored in events: they are retired, never renamed.

/// <summary>申请人类别: the applicant's kind, never the agent's; of joint applicants the first named.</summary>
public enum ApplicantKind
{
    /// <summary>自然人</summary>
    NaturalPerson,

    /// <summary>商业企业</summary>
    CommercialEnterprise,

    /// <summary>科研机构</summary>
    ResearchInstitution,

    /// <summary>社会公益组织</summary>
    PublicWelfareOrganisation,

    /// <summary>法律服务机构</summary>
    LegalServiceInstitution,

    /// <summary>其他</summary>
    OtherOrganisation,
}

/// <summary>申请方式: how the request reached the agency; it decides the date of receipt (art 31).</summary>
public enum Channel
{
    /// <summary>当面</summary>
    InPerson,

    /// <summary>信函，需签收（挂号信、EMS）</summary>
    SignedMail,

    /// <summary>平信，无需签收</summary>
    UnsignedMail,

    /// <summary>网络</summary>
    Online,

    /// <summary>传真</summary>
    Fax,

    /// <summary>电子邮件</summary>
    Email,
}

/// <summary>Who gave a request its number.</summary>
public enum NumberOrigin
{
    /// <summary>This register's own gap-free counter.</summary>
    Counter,

    /// <summary>An older register; such a number is kept as it was written and is never a counter number.</summary>
    Imported,
}

/// <summary>登记编号. Two numbers are the same only if text and origin agree.</summary>
public sealed record RequestNumber(string Text, NumberOrigin Origin)
{
    /// <summary>A number of the register's own counter, e.g. 2026-0012.</summary>
    public static RequestNumber FromCounter(int year, int place) => new($"{year:0000}-{place:0000}", NumberOrigin.Counter);
}
