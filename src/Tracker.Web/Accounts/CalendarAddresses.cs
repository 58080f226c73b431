using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Tracker.EventStore;
using Tracker.Web.Wiring;

namespace Tracker.Web.Accounts;

/// <summary>日历订阅地址, as its owner sees it: the token itself is shown once, when it is made.</summary>
/// <param name="Id">By what it is revoked: the beginning of the token's hash, which opens nothing.</param>
/// <param name="FetchedAt">When it was last read; none if never.</param>
public sealed record CalendarAddress(string Id, DateTimeOffset MadeAt, DateTimeOffset? FetchedAt);

/// <summary>The private addresses under which people's due dates are read without a sign-in. Of each only the token's hash is kept.</summary>
public sealed class CalendarAddresses(Book book, LegalClock clock)
{
    /// <summary>So many a person may have at a time.</summary>
    public const int Most = 5;

    private const int TokenBytes = 32;
    private const int TokenLength = 43; // in base64url
    private const int IdLength = 16;

    private const string Add =
        """
        insert into calendar_addresses (token_hash, account_id, made_at)
        select $1, $2, $3 where (select count(*) from calendar_addresses where account_id = $2 and revoked_at is null) < $4
        """;

    private const string Revoke =
        "update calendar_addresses set revoked_at = $3 where account_id = $1 and left(encode(token_hash, 'hex'), 16) = $2 and revoked_at is null";

    /// <summary>Those that are good, the oldest first.</summary>
    public async Task<ImmutableArray<CalendarAddress>> OfAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(
            "select token_hash, made_at, fetched_at from calendar_addresses where account_id = $1 and revoked_at is null order by made_at, token_hash");
        command.Parameters.Add(new() { Value = account });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var addresses = ImmutableArray.CreateBuilder<CalendarAddress>();
        while (await reader.ReadAsync(cancellationToken))
        {
            addresses.Add(new(
                Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0))[..IdLength], reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset?>(2)));
        }

        return addresses.ToImmutable();
    }

    /// <summary>Makes one and answers its token, once; none if the person has as many as there may be.</summary>
    public async Task<string?> MakeAsync(Guid account, CancellationToken cancellationToken)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return await ExecuteAsync(Add, [Hash(token), account, clock.Now.ToUniversalTime(), (long)Most], cancellationToken) == 1 ? token : null;
    }

    /// <summary>停用. False if it is not the person's own, or not good any more: then nothing was done.</summary>
    public async Task<bool> RevokeAsync(Guid account, string id, CancellationToken cancellationToken) =>
        await ExecuteAsync(Revoke, [account, id, clock.Now.ToUniversalTime()], cancellationToken) > 0;

    /// <summary>Whose it is, if it is good, and notes that it was read.</summary>
    public async Task<Guid?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length != TokenLength)
        {
            return null;
        }

        await using var command = book.Database.CreateCommand(
            "update calendar_addresses set fetched_at = $2 where token_hash = $1 and revoked_at is null returning account_id");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = Hash(token) }, new() { Value = clock.Now.ToUniversalTime() } });
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    private async Task<int> ExecuteAsync(string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = book.Database.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
