using Tracker.Web.Accounts;

namespace Tracker.Web.Wording;

/// <summary>Words about people and what they may do.</summary>
public static class RoleWords
{
    public static string Of(OfficeRole role) => Of(role.Role) + (role.Office == OfficeRole.EveryOffice ? "（全部机关）" : "");

    public static string Of(Role role) => role switch
    {
        Role.Registrar => "登记员",
        Role.Handler => "经办人",
        Role.UnitHead => "科室负责人",
        Role.SecrecyReviewer => "保密审查员",
        Role.LegalReviewer => "法制审核员",
        Role.DisclosureHead => "公开机构负责人",
        Role.Signatory => "签发人",
        Role.Statistician => "统计员",
        Role.Supervisor => "监督员",
        Role.Administrator => "管理员",
    };

    public static string Of(Right right) => right switch
    {
        Right.SignedIn => "登录",
        Right.See => "查看",
        Right.Register => "登记",
        Right.Handle => "办理",
        Right.Assign => "交办",
        Right.Note => "备注",
        Right.Attach => "附件",
        Right.Approve => "审批",
        Right.Correct => "更正",
        Right.KeepCalendar => "本机关日历",
        Right.AdoptCalendar => "全国日历",
        Right.Administer => "机关管理",
        Right.Oversee => "提醒发送记录",
    };

    /// <summary>公开机构负责人、签发人: the roles that give a right.</summary>
    public static string Having(Right right) =>
        string.Join('、', Enum.GetValues<Role>().Where(role => Accounts.Rights.Of(role).Contains(right)).Select(Of));

    /// <summary>查看、登记</summary>
    public static string Rights(Role role) =>
        string.Join('、', Accounts.Rights.Of(role).Where(right => right is not (Right.SignedIn or Right.AdoptCalendar)).Order().Select(Of));

    public static string Of(Audited what) => what switch
    {
        Audited.SignedIn => "登录",
        Audited.SignInFailed => "登录失败",
        Audited.LockedOut => "锁定",
        Audited.SignedOut => "退出",
        Audited.PasswordChanged => "修改密码",
        Audited.PasswordReset => "重置密码",
        Audited.AccountMade => "新建账户",
        Audited.RolesSet => "调整角色",
        Audited.AccountDisabled => "停用账户",
        Audited.AccountEnabled => "恢复账户",
        Audited.RegisterExported => "导出台账",
        Audited.UnitsSet => "调整所在科室",
        Audited.IdentitySeen => "查看完整证件号码",
        Audited.SendingSet => "设置发信服务器",
        Audited.ChannelAdded => "添加提醒渠道",
        Audited.ChannelRemoved => "移除提醒渠道",
        Audited.MessageSentAgain => "重新发送消息",
        Audited.CalendarAddressMade => "生成日历订阅地址",
        Audited.CalendarAddressRevoked => "停用日历订阅地址",
    };

    /// <summary>正常, 停用, …</summary>
    public static string State(Account account, DateTimeOffset now) =>
        account.DisabledAt is not null ? "已停用"
        : account.LockedUntil > now ? "密码连续输错，暂时锁定"
        : account.MustChangePassword ? "还没有修改一次性密码"
        : "正常";
}
