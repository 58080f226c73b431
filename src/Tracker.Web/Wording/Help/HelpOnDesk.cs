using Tracker.Web.Accounts;

namespace Tracker.Web.Wording.Help;

/// <summary>账号和权限，快捷键和日期写法</summary>
internal static class HelpOnDesk
{
    public static readonly HelpTopic Accounts = new("accounts", "账号和权限", "每个人用自己的账号；角色属于机关，决定能看什么、能做什么。")
    {
        Steps =
        [
            "第一次登录使用管理员给的一次性密码，随即改成自己的密码。以后点页面右上角的姓名可以修改；改后其他地方的登录随即失效。",
            $"密码{PasswordLine()}",
            $"登录保持 {Session.Lasts.TotalHours:0} 小时。过期时填写的内容不会丢失：在新窗口登录，再回来提交。",
            "新建账号、重置密码、调整角色和停用，由管理员在“人员”页办理，都记入“审计”。",
            "别的机关的页面打不开，地址猜对也一样。身份证件号码只显示首尾几位，查看全部要另点一次，并记入审计。",
        ],
        Law =
        [
            new("条例第四条", "各机关指定政府信息公开工作机构，负责日常工作。"),
            new("条例第十五条", "涉及商业秘密、个人隐私等、公开会损害第三方合法权益的信息，不得公开；申请人的姓名、证件和联系方式只给办理所需的角色看。"),
        ],
        Beside = ["approval", "keyboard"],
    };

    public static readonly HelpTopic Keyboard = new("keyboard", "快捷键和日期写法", "不用鼠标也能登记和办理；日期怎样顺手怎样写，写得不明确的不猜。")
    {
        Steps =
        [
            "按 n 登记申请，按 / 查找，按 ? 列出全部快捷键。",
            "先按 g，再按一个字母：t（今日待办）、r（台账）、a（审批）、y（年度报告）、b（提醒）、h（帮助）。",
            "在列表中，按 j 到下一件，按 k 到上一件，按 Enter 打开。",
            "正在填写或者使用输入法时，快捷键不起作用；按 ? 可以停用或者重新启用。",
            "日期可以写 2026-03-12、20260312、2026年3月12日；不写年份的 0312、3-12、3月12日；或者今天、昨天、前天。全角数字也可以。",
            "不写年份的，取最近的过去的那一天；补正的最后一日等在以后的日期，取下一个那一天。3/4/2026 这样分不清月和日的不读，请改写。",
        ],
        Beside = ["registration", "accounts"],
    };

    private static string PasswordLine() =>
        $"{Pages.PasswordInput.Rule}连续输错 {AccountWiring.WrongPasswords} 次，锁定 {AccountWiring.Locked.TotalMinutes:0} 分钟。";
}
