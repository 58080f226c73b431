using System.Collections.Immutable;
using Npgsql;

namespace Tracker.EventStore.Verifying;

/// <summary>
/// What PostgreSQL's catalogue says of the tracker's database, line by line: tables, columns, keys, policies, views, rules, triggers,
/// functions, and who may do what. It is compared with the lines that came with this program.
/// </summary>
public static class Catalogue
{
    /// <summary>The table a rebuild fills beside <c>case_rows</c>: there for a while, and nobody's but the owner's.</summary>
    private const string Passing = "case_rows_rebuilding";

    // Left out: what belongs to an extension, and the owner's own privileges. A role that owns a database of this server may be a
    // member of the tracker's roles, for they are the server's and not the database's.
    private const string Query =
        $"""
        with relations as (
          select c.* from pg_class c
          where c.relnamespace = 'public'::regnamespace and c.relkind not in ('i', 'I', 't') and c.relname <> '{Passing}'
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')),
        book as (select relowner as owner from pg_class where oid = to_regclass('public.mt_events')),
        routines as (
          select p.* from pg_proc p
          where p.pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')),
        granted as (
          select r.relname as thing, r.relowner as owner, a.* from relations r, aclexplode(r.relacl) a
          union all
          select r.relname || '.' || c.attname, r.relowner, a.*
          from relations r join pg_attribute c on c.attrelid = r.oid, aclexplode(c.attacl) a
          union all
          select p.proname || '()', p.proowner, a.* from routines p, aclexplode(p.proacl) a)
        select line from (
          select format('%s %s%s%s%s',
            case relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else relkind::text end,
            relname,
            case when relrowsecurity then ', row security' end,
            case when relforcerowsecurity then ', forced' end,
            case when relowner <> (select owner from book) then ', of another owner' end)
          from relations
          union all
          select format('column %s.%s %s%s%s%s', r.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' not null' end,
            (select ' default ' || pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d where d.adrelid = a.attrelid and d.adnum = a.attnum),
            case when a.attstattarget = 0 then ', no statistics' end)
          from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
          where r.relkind <> 'S'
          union all
          select format('constraint %s of %s %s%s', k.conname, r.relname, pg_get_constraintdef(k.oid), case when not k.convalidated then ', not valid' end)
          from relations r join pg_constraint k on k.conrelid = r.oid where k.contype <> 'n'
          union all
          select format('index %s%s', pg_get_indexdef(i.indexrelid), case when not i.indisvalid then ', not valid' end)
          from relations r join pg_index i on i.indrelid = r.oid
          union all
          select format('policy %s of %s, %s for %s to %s using %s with check %s', p.policyname, p.tablename, lower(p.permissive), lower(p.cmd),
            array_to_string(p.roles, ', '), p.qual, p.with_check)
          from pg_policies p join relations r on r.relname = p.tablename where p.schemaname = 'public'
          union all
          select format('trigger %s of %s%s', pg_get_triggerdef(t.oid), r.relname, case when t.tgenabled <> 'O' then ', disabled or replica' end)
          from relations r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
          union all
          select format('trigger %s of %s, disabled or replica', t.tgfoid::regproc, r.relname)
          from relations r join pg_trigger t on t.tgrelid = r.oid where t.tgisinternal and t.tgenabled <> 'O'
          union all
          select format('rule %s', pg_get_ruledef(w.oid)) from relations r join pg_rewrite w on w.ev_class = r.oid
          union all
          select format('inheritance of %s', r.relname) from relations r join pg_inherits h on r.oid in (h.inhrelid, h.inhparent)
          union all
          select format('function %s(%s) %s%s', p.proname, pg_get_function_identity_arguments(p.oid), md5(p.prosrc),
            case when p.prosecdef then format(', security definer of %s, set %s', pg_get_userbyid(p.proowner), array_to_string(p.proconfig, '; ')) end)
          from routines p
          union all
          select format('grant %s on %s to %s%s', lower(g.privilege_type), g.thing,
            case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end, case when g.is_grantable then ' with grant option' end)
          from granted g where g.grantee <> g.owner
          union all
          select format('default grant %s to %s', lower(a.privilege_type), case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end)
          from pg_default_acl d, aclexplode(d.defaclacl) a where d.defaclnamespace in (0, 'public'::regnamespace) and a.grantee <> d.defaclrole
          union all
          select format('role %s%s%s%s', rolname, case when rolsuper then ', superuser' end, case when rolbypassrls then ', sees every office' end,
            case when rolcreaterole or rolcreatedb or rolreplication then ', may make roles or databases' end)
          from pg_roles where rolname in ('tracker_web', 'tracker_worker')
          union all
          select format('%s is a member of %s', m.member::regrole, m.roleid::regrole)
          from pg_auth_members m
          where m.member::regrole::text in ('tracker_web', 'tracker_worker')
            or (m.roleid::regrole::text in ('tracker_web', 'tracker_worker') and m.member not in (select datdba from pg_database union select owner from book))
          union all
          select format('grant %s on %s.%s to %s', lower(g.privilege_type), c.relnamespace::regnamespace, c.relname,
            case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end)
          from pg_class c, aclexplode(c.relacl) g
          where c.relnamespace not in ('public'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and (g.grantee = 0 or pg_get_userbyid(g.grantee) in ('tracker_web', 'tracker_worker')) and g.grantee <> c.relowner
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
          union all
          select format('setting %s of %s', setting, case when s.setrole = 0 then 'everybody' else s.setrole::regrole::text end)
          from pg_db_role_setting s, unnest(s.setconfig) as setting
          where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
            and (s.setrole in (0, (select owner from book)) or s.setrole::regrole::text in ('tracker_web', 'tracker_worker'))
            and setting ~ '^(search_path|role|row_security|session_replication_role|tracker\.)'
          union all
          select format('schema %s before public', nspname) from pg_namespace
          where nspname in ('tracker_web', 'tracker_worker', (select pg_get_userbyid(owner) from book))
        ) as described (line)
        """;

    /// <summary>The lines that came with this program, in ordinal order.</summary>
    public static ImmutableArray<string> Expected { get; } = Read();

    /// <summary>The lines of a database, in ordinal order.</summary>
    public static async Task<ImmutableArray<string>> OfAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(reader.GetString(0).ReplaceLineEndings(" "));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> Read()
    {
        using var reader = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
