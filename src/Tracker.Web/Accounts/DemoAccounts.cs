using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;

namespace Tracker.Web.Accounts;

/// <summary>示例账户: one for each role, whose password the sign-in page shows; good while the program runs with --demo.</summary>
/// <param name="areOffered">Whether it does.</param>
public sealed class DemoAccounts(bool areOffered)
{
    /// <summary>Everybody's.</summary>
    public const string Password = "shili-2026";

    public bool AreOffered { get; } = areOffered;

    private static ImmutableArray<(string Name, string DisplayName, Role Role)> All { get; } =
    [
        ("登记", "示例登记员", Role.Registrar),
        ("经办", "示例经办人", Role.Handler),
        ("科室", "示例科室负责人", Role.UnitHead),
        ("保密", "示例保密审查员", Role.SecrecyReviewer),
        ("法制", "示例法制审核员", Role.LegalReviewer),
        ("公开", "示例公开机构负责人", Role.DisclosureHead),
        ("签发", "示例签发人", Role.Signatory),
        ("统计", "示例统计员", Role.Statistician),
        ("监督", "示例监督员", Role.Supervisor),
        ("管理", "示例管理员", Role.Administrator),
    ];

    /// <summary>Makes those that are not there, with their role in each of the demo's offices.</summary>
    public static async Task LoadAsync(IServiceProvider services, IEnumerable<string> offices, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var store = services.GetRequiredService<AccountStore>();
        foreach (var (name, displayName, role) in All)
        {
            var account = new Account { Name = name, DisplayName = displayName, IsDemo = true };
            if ((await accounts.CreateAsync(account, Password)).Succeeded)
            {
                foreach (var office in offices)
                {
                    await store.SetRolesAsync(account.Id, office, [role], cancellationToken);
                }
            }
        }
    }
}
