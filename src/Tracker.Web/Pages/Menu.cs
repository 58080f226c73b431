using System.Collections.Immutable;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>主菜单: an office's pages, what opens each, and by which keys.</summary>
public static class Menu
{
    public static ImmutableArray<(Right Right, string Label, string Address, string? Key)> Of(string office) =>
    [
        (Right.See, "今日待办", Addresses.Today(office), "g t"),
        (Right.Approve, "审批", Addresses.Approvals(office), "g a"),
        (Right.Register, "登记", Addresses.NewRequest(office), "n"),
        (Right.See, "台账", Addresses.Register(office), "g r"),
        (Right.See, "更正申请", Addresses.RecordCorrections(office), null),
        (Right.See, "年度报告", Addresses.AnnualReports(office), "g y"),
        (Right.SignedIn, "日历", Addresses.OfficeCalendar(office), null),
        (Right.Administer, "管理", Addresses.Administration(office), null),
    ];
}
