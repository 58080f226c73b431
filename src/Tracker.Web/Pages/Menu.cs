using System.Collections.Immutable;
using Tracker.Web.Accounts;

namespace Tracker.Web.Pages;

/// <summary>主菜单: an office's pages, and what opens each.</summary>
public static class Menu
{
    public static ImmutableArray<(Right Right, string Label, string Address)> Of(string office) =>
    [
        (Right.See, "今日待办", Addresses.Today(office)),
        (Right.Register, "登记", Addresses.NewRequest(office)),
        (Right.See, "台账", Addresses.Register(office)),
        (Right.See, "更正申请", Addresses.RecordCorrections(office)),
        (Right.See, "年度报告", Addresses.AnnualReports(office)),
        (Right.SignedIn, "日历", Addresses.OfficeCalendar(office)),
        (Right.Administer, "人员", Addresses.People(office)),
        (Right.Administer, "审计", Addresses.Audit(office)),
    ];
}
