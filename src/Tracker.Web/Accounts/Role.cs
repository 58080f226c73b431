namespace Tracker.Web.Accounts;

/// <summary>角色. Its members' names are stored: retired, never renamed.</summary>
public enum Role
{
    /// <summary>登记员</summary>
    Registrar,

    /// <summary>经办人</summary>
    Handler,

    /// <summary>科室负责人</summary>
    UnitHead,

    /// <summary>保密审查员</summary>
    SecrecyReviewer,

    /// <summary>法制审核员</summary>
    LegalReviewer,

    /// <summary>公开机构负责人: the head of the disclosure office, who approves extensions (art 33).</summary>
    DisclosureHead,

    /// <summary>签发人</summary>
    Signatory,

    /// <summary>统计员</summary>
    Statistician,

    /// <summary>监督员: reads everything and does nothing.</summary>
    Supervisor,

    /// <summary>管理员: people, roles and the calendar; no case.</summary>
    Administrator,
}

/// <summary>What a role may do.</summary>
public enum Right
{
    /// <summary>Anybody who signed in.</summary>
    SignedIn,

    /// <summary>查看: cases, lists and reports.</summary>
    See,

    /// <summary>登记</summary>
    Register,

    /// <summary>办理: every step of a case up to its end.</summary>
    Handle,

    /// <summary>交办、签收、退回</summary>
    Assign,

    /// <summary>备注</summary>
    Note,

    /// <summary>附件: adding and removing; for whoever registers or handles.</summary>
    Attach,

    /// <summary>审批: extensions and answers.</summary>
    Approve,

    /// <summary>更正、撤销误登、作废、恢复办理</summary>
    Correct,

    /// <summary>本机关日历</summary>
    KeepCalendar,

    /// <summary>采用全国节假日安排</summary>
    AdoptCalendar,

    /// <summary>人员和角色</summary>
    Administer,

    /// <summary>提醒发送记录、待发箱: who was told of what, and when, and what could not be sent.</summary>
    Oversee,
}

/// <summary>The one table of what each role may do.</summary>
public static class Rights
{
    public static IReadOnlySet<Right> Of(Role role) => role switch
    {
        Role.Registrar => Set(Right.See, Right.Register, Right.Assign, Right.Note, Right.Attach),
        Role.Handler => Set(Right.See, Right.Register, Right.Handle, Right.Note, Right.Attach, Right.Correct),
        Role.UnitHead => Set(Right.See, Right.Handle, Right.Assign, Right.Note, Right.Attach),
        Role.SecrecyReviewer or Role.LegalReviewer => Set(Right.See, Right.Note),
        Role.DisclosureHead => Set(
            Right.See, Right.Register, Right.Handle, Right.Assign, Right.Note, Right.Attach, Right.Approve, Right.Correct, Right.KeepCalendar, Right.Oversee),
        Role.Signatory => Set(Right.See, Right.Note, Right.Approve),
        Role.Statistician => Set(Right.See),
        Role.Supervisor => Set(Right.See, Right.Oversee),
        Role.Administrator => Set(Right.KeepCalendar, Right.AdoptCalendar, Right.Administer, Right.Oversee),
    };

    /// <summary>联系方式 is shown to whoever may have to use it, and to whoever approves what is sent there; to others it is masked.</summary>
    public static bool SeesContacts(Account account, string office) =>
        account.May(Right.Register, office) || account.May(Right.Handle, office) || account.May(Right.Approve, office);

    private static HashSet<Right> Set(params ReadOnlySpan<Right> rights) => [Right.SignedIn, .. rights];
}
