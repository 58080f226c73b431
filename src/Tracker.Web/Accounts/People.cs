using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>人员: makes accounts, gives them roles, and resets what was forgotten; each step is audited.</summary>
public sealed class People(UserManager<Account> accounts, AccountStore store, AuditLog audit, LegalClock clock)
{
    /// <summary>No letter or digit that could be taken for another.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int OneTimeLength = 14;

    /// <summary>The longest name of an account or a person.</summary>
    public const int LongestName = 64;

    /// <summary>
    /// Makes an account with a one-time password, which is answered once and must be changed; none if the name is somebody's.
    /// </summary>
    public async Task<(Account Account, string Password)?> AddAsync(
        string name, string displayName, IEnumerable<OfficeRole> roles, Guid? by, CancellationToken cancellationToken)
    {
        var account = new Account { Name = name.Trim(), DisplayName = displayName.Trim(), MustChangePassword = true };
        var password = OneTime();
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return made.Errors.All(error => error.Code is AccountStore.NameTaken or nameof(IdentityErrorDescriber.DuplicateUserName))
                ? null
                : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Code)));
        }

        await audit.WriteAsync(Audited.AccountMade, account.Id, cancellationToken, by: by);
        foreach (var office in roles.GroupBy(role => role.Office))
        {
            await SetRolesAsync(account.Id, office.Key, [.. office.Select(role => role.Role)], by, cancellationToken);
        }

        return (account, password);
    }

    /// <summary>Gives exactly these roles in one office.</summary>
    public async Task SetRolesAsync(Guid id, string office, ImmutableArray<Role> roles, Guid? by, CancellationToken cancellationToken)
    {
        await store.SetRolesAsync(id, office, roles, cancellationToken);
        await audit.WriteAsync(Audited.RolesSet, id, cancellationToken, office == OfficeRole.EveryOffice ? null : office, by: by);
    }

    /// <summary>所在科室: puts the person into exactly these units of one office.</summary>
    public async Task SetUnitsAsync(Guid id, string office, ImmutableArray<string> units, Guid? by, CancellationToken cancellationToken)
    {
        await store.SetUnitsAsync(id, office, units, cancellationToken);
        await audit.WriteAsync(Audited.UnitsSet, id, cancellationToken, office, by: by);
    }

    /// <summary>A new one-time password; the sessions of the old one end, and a lock is lifted.</summary>
    public async Task<string> ResetPasswordAsync(Account account, Guid? by, CancellationToken cancellationToken)
    {
        var password = OneTime();
        account.MustChangePassword = true;
        account.LockedUntil = null;
        Expect(await accounts.RemovePasswordAsync(account));
        Expect(await accounts.AddPasswordAsync(account, password));
        await accounts.ResetAccessFailedCountAsync(account);
        await audit.WriteAsync(Audited.PasswordReset, account.Id, cancellationToken, by: by);
        return password;
    }

    /// <summary>停用, or 恢复: a disabled account's sessions end with their next request.</summary>
    public async Task SetDisabledAsync(Account account, bool disabled, Guid? by, CancellationToken cancellationToken)
    {
        account.DisabledAt = disabled ? clock.Now : null;
        Expect(await accounts.UpdateAsync(account));
        await audit.WriteAsync(disabled ? Audited.AccountDisabled : Audited.AccountEnabled, account.Id, cancellationToken, by: by);
    }

    /// <summary>At the first start: an administrator of every office, if there is nobody yet; answers the password once.</summary>
    public async Task<(string Name, string Password)?> FirstAdministratorAsync(CancellationToken cancellationToken)
    {
        const string name = "admin";
        return await store.IsEmptyAsync(cancellationToken)
            && await AddAsync(name, "管理员", [new(OfficeRole.EveryOffice, Role.Administrator)], by: null, cancellationToken) is var (_, password)
                ? (name, password)
                : null;
    }

    private static string OneTime() => new(RandomNumberGenerator.GetItems<char>(Letters, OneTimeLength));

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}
