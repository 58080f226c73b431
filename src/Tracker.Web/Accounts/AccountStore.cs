using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>
/// The accounts on PostgreSQL, for ASP.NET Core Identity's password, lock-out and stamp. Wrong passwords are counted by the database
/// itself, so that no two attempts at once count as one.
/// </summary>
public sealed class AccountStore(Book book, LegalClock clock)
    : IUserPasswordStore<Account>, IUserLockoutStore<Account>, IUserSecurityStampStore<Account>
{
    private const string Columns =
        """
        a.id, a.name, a.sign_in_name, a.display_name, a.password_hash, a.security_stamp, a.failed_sign_ins, a.locked_until,
        a.must_change_password, a.is_demo, a.disabled_at,
        coalesce((select array_agg(r.tenant_id || ' ' || r.role order by r.tenant_id, r.role) from account_roles r where r.account_id = a.id), '{}')
        """;

    /// <summary>Whether there is any account but the demo's.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select not exists (select from accounts where not is_demo)");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Those with a role in an office, by name.</summary>
    public Task<ImmutableArray<Account>> OfOfficeAsync(string office, CancellationToken cancellationToken) => ReadAsync(
        "exists (select from account_roles r where r.account_id = a.id and r.tenant_id in ($1, '*')) order by a.name",
        [Text(office)],
        cancellationToken);

    /// <summary>The demo's accounts, in the order in which they were made.</summary>
    public Task<ImmutableArray<Account>> OfDemoAsync(CancellationToken cancellationToken) =>
        ReadAsync("a.is_demo order by a.created_at, a.id", [], cancellationToken);

    /// <summary>姓名 by id, of those among these that are accounts.</summary>
    public async Task<ImmutableDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("select id, display_name from accounts where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = ImmutableDictionary.CreateBuilder<Guid, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetGuid(0), reader.GetString(1));
        }

        return names.ToImmutable();
    }

    /// <summary>Gives exactly these roles in one office.</summary>
    public async Task SetRolesAsync(Guid id, string office, IReadOnlyCollection<Role> roles, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var names = roles.Select(role => role.ToString()).ToArray();
        batch.BatchCommands.Add(new("delete from account_roles where account_id = $1 and tenant_id = $2 and role <> all($3)")
        {
            Parameters = { new() { Value = id }, Text(office), new() { Value = names } },
        });
        batch.BatchCommands.Add(new("insert into account_roles (account_id, tenant_id, role) select $1, $2, unnest($3::varchar[]) on conflict do nothing")
        {
            Parameters = { new() { Value = id }, Text(office), new() { Value = names } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>所在科室 of one office, by name.</summary>
    public async Task<ImmutableArray<string>> UnitsAsync(Guid id, string office, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            "select coalesce(array_agg(unit order by unit), '{}') from account_units where account_id = $1 and tenant_id = $2");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = id }, Text(office) });
        return [.. (string[])(await command.ExecuteScalarAsync(cancellationToken))!];
    }

    /// <summary>Puts the person into exactly these units of one office.</summary>
    public async Task SetUnitsAsync(Guid id, string office, IReadOnlyCollection<string> units, CancellationToken cancellationToken)
    {
        await using var connection = await book.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        var names = units.ToArray();
        batch.BatchCommands.Add(new("delete from account_units where account_id = $1 and tenant_id = $2 and unit <> all($3)")
        {
            Parameters = { new() { Value = id }, Text(office), new() { Value = names } },
        });
        batch.BatchCommands.Add(new("insert into account_units (account_id, tenant_id, unit) select $1, $2, unnest($3::varchar[]) on conflict do nothing")
        {
            Parameters = { new() { Value = id }, Text(office), new() { Value = names } },
        });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            """
            insert into accounts (id, name, sign_in_name, display_name, password_hash, security_stamp, must_change_password, is_demo, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict on constraint accounts_sign_in_name do nothing
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = user.Id }, Text(user.Name), Text(user.SignInName), Text(user.DisplayName), Text(user.PasswordHash), Text(user.SecurityStamp),
            new() { Value = user.MustChangePassword }, new() { Value = user.IsDemo }, new() { Value = clock.Now.ToUniversalTime() },
        });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1 ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = NameTaken });
    }

    /// <summary>The error of a name that is somebody's already.</summary>
    public const string NameTaken = "NameTaken";

    /// <summary>Everything but the wrong passwords, which the database counts.</summary>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            """
            update accounts set display_name = $2, password_hash = $3, security_stamp = $4, locked_until = $5, must_change_password = $6, disabled_at = $7
            where id = $1
            """);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = user.Id }, Text(user.DisplayName), Text(user.PasswordHash), Text(user.SecurityStamp), Instant(user.LockedUntil),
            new() { Value = user.MustChangePassword }, Instant(user.DisabledAt),
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>No account is deleted: the book names it.</summary>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await OneAsync("a.id = $1", new() { Value = id }, cancellationToken) : null;

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        OneAsync("a.sign_in_name = $1", Text(normalizedUserName), cancellationToken);

    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            "update accounts set failed_sign_ins = failed_sign_ins + 1 where id = $1 returning failed_sign_ins");
        command.Parameters.Add(new() { Value = user.Id });
        return user.FailedSignIns = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand("update accounts set failed_sign_ins = 0 where id = $1");
        command.Parameters.Add(new() { Value = user.Id });
        await command.ExecuteNonQueryAsync(cancellationToken);
        user.FailedSignIns = 0;
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(() => user.SignInName = normalizedName ?? "");

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash ?? "");

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
        // Every connection goes back by itself.
    }

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }

    private async Task<Account?> OneAsync(string where, NpgsqlParameter parameter, CancellationToken cancellationToken) =>
        (await ReadAsync(where, [parameter], cancellationToken)).FirstOrDefault();

    private async Task<ImmutableArray<Account>> ReadAsync(string where, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand($"select {Columns} from accounts a where {where}");
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = ImmutableArray.CreateBuilder<Account>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new()
            {
                Id = reader.GetGuid(0),
                Name = reader.GetString(1),
                SignInName = reader.GetString(2),
                DisplayName = reader.GetString(3),
                PasswordHash = reader.GetString(4),
                SecurityStamp = reader.GetString(5),
                FailedSignIns = reader.GetInt32(6),
                LockedUntil = reader.GetFieldValue<DateTimeOffset?>(7),
                MustChangePassword = reader.GetBoolean(8),
                IsDemo = reader.GetBoolean(9),
                DisabledAt = reader.GetFieldValue<DateTimeOffset?>(10),
                Roles = [.. reader.GetFieldValue<string[]>(11).Select(RoleOf)],
            });
        }

        return accounts.ToImmutable();
    }

    private static OfficeRole RoleOf(string stored)
    {
        var space = stored.IndexOf(' ', StringComparison.Ordinal);
        return new(stored[..space], Enum.Parse<Role>(stored[(space + 1)..]));
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Instant(DateTimeOffset? value) =>
        new() { Value = value is { } at ? at.ToUniversalTime() : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
