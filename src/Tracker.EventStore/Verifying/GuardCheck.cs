using Npgsql;

namespace Tracker.EventStore.Verifying;

/// <summary>
/// Whether the database still guards the book as the migrations made it: keys and constraints in force, every table with an office
/// under row-level security, and nobody but the owner able to change an event or a seal.
/// </summary>
internal static class GuardCheck
{
    private const string Constraints =
        """
        select 'index ' || wanted.name
        from unnest(array['pkey_mt_streams_tenant_id_id', 'pkey_mt_events_seq_id', 'pk_mt_events_stream_and_version', 'case_rows_pkey',
                          'data_keys_pkey', 'number_counters_pkey', 'seals_pkey']) as wanted (name)
        where not exists (
          select from pg_class c join pg_index i on i.indexrelid = c.oid
          where c.relname = wanted.name and c.relnamespace = 'public'::regnamespace and i.indisunique and i.indisvalid)
        union all
        select 'constraint fkey_mt_events_stream_id_tenant_id' where not exists (
          select from pg_constraint where conname = 'fkey_mt_events_stream_id_tenant_id' and conrelid = 'mt_events'::regclass and convalidated)
        union all
        select 'trigger on ' || tgrelid::regclass from pg_trigger
        where tgrelid in ('mt_events'::regclass, 'mt_streams'::regclass) and tgenabled not in ('O', 'A')
        """;

    private const string Security =
        """
        select 'row security of ' || c.relname
        from pg_class c
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
          and not (c.relrowsecurity and c.relforcerowsecurity and exists (
            select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
              and p.qual like '%tracker.office%' and p.with_check like '%tracker.office%'))
        union all
        select 'policy ' || policyname || ' of ' || tablename from pg_policies
        where schemaname = 'public' and (qual not like '%tracker.office%' or with_check not like '%tracker.office%')
        """;

    private const string Privileges =
        """
        select 'privilege ' || privilege || ' of ' || role || ' on ' || guarded
        from unnest(array['tracker_web', 'tracker_worker', 'public']) as roles (role),
             unnest(array['mt_events', 'seals']) as tables (guarded),
             unnest(array['update', 'delete', 'truncate']) as privileges (privilege)
        where has_table_privilege(role, guarded, privilege)
          or (privilege = 'update' and has_any_column_privilege(role, guarded, privilege))
        """;

    public static async Task RunAsync(NpgsqlConnection connection, BookFindings findings, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"{Constraints} union all {Security} union all {Privileges} order by 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            findings.Add(BookFault.Guard, new InDatabase(reader.GetString(0)));
        }
    }
}
