using System.Collections.Immutable;

namespace Tracker.Web.Accounts;

/// <summary>What somebody is in an office.</summary>
/// <param name="Office">The office's code, or <see cref="EveryOffice"/>.</param>
/// <param name="Role">The role.</param>
public sealed record OfficeRole(string Office, Role Role)
{
    /// <summary>No office can be called so.</summary>
    public const string EveryOffice = "*";

    public bool IsIn(string office) => Office == office || Office == EveryOffice;
}

/// <summary>账户: a person who may sign in. The sign-in of the framework writes its members, one after the other.</summary>
public sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>账号</summary>
    public string Name { get; set; } = "";

    /// <summary>The same in the one spelling that is looked for.</summary>
    public string SignInName { get; set; } = "";

    /// <summary>姓名</summary>
    public string DisplayName { get; set; } = "";

    public string PasswordHash { get; set; } = "";

    /// <summary>A session that carries another one has ended.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Somebody else knows the password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Everybody knows the password; good with --demo only.</summary>
    public bool IsDemo { get; init; }

    /// <summary>停用</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public ImmutableArray<OfficeRole> Roles { get; init; } = [];

    /// <summary>As the book names this person.</summary>
    public string UserName => $"user:{Id}";

    /// <summary>Whether it has any role there; without one, the office is not found.</summary>
    public bool BelongsTo(string office) => Roles.Any(role => role.IsIn(office));

    /// <summary>Whether one of its roles in the office gives the right.</summary>
    public bool May(Right right, string office) => Roles.Any(role => role.IsIn(office) && Rights.Of(role.Role).Contains(right));

    /// <summary>The same where no office is asked: only a role in every office gives it, and what everybody may.</summary>
    public bool May(Right right) => right == Right.SignedIn || May(right, OfficeRole.EveryOffice);
}
