using System.Collections.Immutable;
using Npgsql;
using Tracker.EventStore;
using Tracker.Reminders;

namespace Tracker.Web.Accounts;

/// <summary>Who can be told of an office's deadlines: whoever may sign in now.</summary>
/// <param name="worker">The book as the worker.</param>
/// <param name="demo">Whether the demo's accounts may sign in; none says no.</param>
public sealed class ReminderPeople(Book worker, DemoAccounts? demo)
{
    private const string People =
        """
        select a.id, array_agg(distinct r.role),
          coalesce((select array_agg(u.unit order by u.unit) from account_units u where u.account_id = a.id and u.tenant_id = $1), '{}')
        from accounts a join account_roles r on r.account_id = a.id and r.tenant_id in ($1, '*')
        where a.disabled_at is null and ($2 or not a.is_demo)
        group by a.id order by a.id
        """;

    /// <summary>A <see cref="ReadReminderPeople"/>.</summary>
    public async Task<ImmutableArray<ReminderPerson>> OfAsync(string office, CancellationToken cancellationToken)
    {
        await using var command = worker.Database.CreateCommand(People);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = office }, new() { Value = demo?.AreOffered == true } });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = ImmutableArray.CreateBuilder<ReminderPerson>();
        while (await reader.ReadAsync(cancellationToken))
        {
            people.Add(new(
                reader.GetGuid(0),
                [.. reader.GetFieldValue<string[]>(1).Select(Enum.Parse<Role>).Select(Post).OfType<ReminderPost>()],
                [.. reader.GetFieldValue<string[]>(2)]));
        }

        return people.ToImmutable();
    }

    private static ReminderPost? Post(Role role) => role switch
    {
        Role.Registrar => ReminderPost.Registrar,
        Role.Handler => ReminderPost.Handler,
        Role.UnitHead => ReminderPost.UnitHead,
        Role.DisclosureHead => ReminderPost.OfficeHead,
        Role.Signatory => ReminderPost.Signatory,
        Role.Statistician => ReminderPost.Statistician,
        Role.SecrecyReviewer or Role.LegalReviewer or Role.Supervisor or Role.Administrator => null,
    };
}
