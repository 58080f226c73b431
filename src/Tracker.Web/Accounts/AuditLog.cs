using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using Tracker.EventStore;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>What is kept of accounts and of what left by them. Its members' names are stored: retired, never renamed.</summary>
public enum Audited
{
    /// <summary>登录</summary>
    SignedIn,

    /// <summary>登录失败</summary>
    SignInFailed,

    /// <summary>账户锁定</summary>
    LockedOut,

    /// <summary>退出</summary>
    SignedOut,

    /// <summary>修改密码</summary>
    PasswordChanged,

    /// <summary>重置密码</summary>
    PasswordReset,

    /// <summary>新建账户</summary>
    AccountMade,

    /// <summary>调整角色</summary>
    RolesSet,

    /// <summary>停用账户</summary>
    AccountDisabled,

    /// <summary>恢复账户</summary>
    AccountEnabled,

    /// <summary>导出台账</summary>
    RegisterExported,

    /// <summary>调整科室</summary>
    UnitsSet,

    /// <summary>查看完整证件号码</summary>
    IdentitySeen,

    /// <summary>设置发信服务器</summary>
    SendingSet,

    /// <summary>添加提醒渠道</summary>
    ChannelAdded,

    /// <summary>移除提醒渠道</summary>
    ChannelRemoved,

    /// <summary>重新发送消息</summary>
    MessageSentAgain,

    /// <summary>生成日历订阅地址</summary>
    CalendarAddressMade,

    /// <summary>停用日历订阅地址</summary>
    CalendarAddressRevoked,
}

/// <summary>An entry as it is shown.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Account">To or by whose account; none if the name was nobody's.</param>
/// <param name="By">Who did it to the account.</param>
/// <param name="Case">The request that was looked at.</param>
public sealed record AuditEntry(DateTimeOffset At, Audited What, Guid? Account, Guid? By, Guid? Case);

/// <summary>审计: written beside what it is about, and never changed.</summary>
public sealed class AuditLog(Book book, LegalClock clock)
{
    public const int PageSize = 100;

    public async Task WriteAsync(
        Audited what, Guid? account, CancellationToken cancellationToken, string? office = null, Guid? by = null, Guid? caseId = null)
    {
        await using var command = book.Database.CreateCommand(
            "insert into audit_entries (id, at, what, account_id, tenant_id, by_id, case_id) values ($1, $2, $3, $4, $5, $6, $7)");
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = Guid.CreateVersion7(clock.Now) }, new() { Value = clock.Now.ToUniversalTime() }, new() { Value = what.ToString() }, Id(account),
            new() { Value = (object?)office ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar }, Id(by), Id(caseId),
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What concerns an office: what happened in it, and the sign-ins of its people; the latest first.</summary>
    public async Task<ImmutableArray<AuditEntry>> OfOfficeAsync(string office, int page, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            $"""
            select at, what, account_id, by_id, case_id from audit_entries
            where tenant_id = $1
              or (tenant_id is null and account_id in (select account_id from account_roles where tenant_id in ($1, '*')))
            order by id desc limit {PageSize} offset $2
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = office }, new() { Value = (long)(Math.Max(1, page) - 1) * PageSize } });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = ImmutableArray.CreateBuilder<AuditEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(new(
                reader.GetFieldValue<DateTimeOffset>(0),
                Enum.Parse<Audited>(reader.GetString(1)),
                reader.GetFieldValue<Guid?>(2),
                reader.GetFieldValue<Guid?>(3),
                reader.GetFieldValue<Guid?>(4)));
        }

        return entries.ToImmutable();
    }

    private static NpgsqlParameter Id(Guid? id) => new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
