namespace Tracker.ReadModels.Rebuilding;

/// <summary>
/// What PostgreSQL's catalogue knows of a table ($1), as the statements that give another table ($2) the same. Generated each time,
/// so that no list here can fall behind the migrations.
/// </summary>
internal static class CatalogueStatements
{
    /// <summary>The table without indexes, policies and grants.</summary>
    public const string Create =
        """
        select statement from pg_class t cross join lateral (values
          (1, format('create table %1$I.%2$I (like %1$I.%3$I including all excluding indexes)', t.relnamespace::regnamespace, $2, t.relname)),
          (2, format('alter table %I owner to %I', $2, pg_get_userbyid(t.relowner))),
          (3, format('alter table %I set (%s)', $2, array_to_string(t.reloptions, ', ')))
        ) as made (place, statement)
        where t.oid = $1::regclass and (place <> 3 or t.reloptions is not null)
        order by place
        """;

    /// <summary>Indexes and keys, under names of their own until the old ones are free.</summary>
    public const string Indexes =
        """
        select statement from pg_class t
          join pg_index i on i.indrelid = t.oid
          join pg_class named on named.oid = i.indexrelid
          left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = t.oid and c.contype in ('p', 'u')
          cross join lateral (values
            (1, replace(
              pg_get_indexdef(i.indexrelid),
              format(' INDEX %I ON %I.%I ', named.relname, t.relnamespace::regnamespace, t.relname),
              format(' INDEX %I ON %I.%I ', 'rebuilding_' || i.indexrelid, t.relnamespace::regnamespace, $2))),
            (2, format(
              'alter table %1$I add constraint %2$I %3$s using index %2$I%4$s%5$s', $2, 'rebuilding_' || i.indexrelid,
              case c.contype when 'p' then 'primary key' else 'unique' end,
              case when c.condeferrable then ' deferrable' else '' end,
              case when c.condeferred then ' initially deferred' else '' end)),
            (3, format('comment on index %I is %L', 'rebuilding_' || i.indexrelid, obj_description(i.indexrelid, 'pg_class'))),
            (4, format('comment on constraint %I on %I is %L', 'rebuilding_' || i.indexrelid, $2, obj_description(c.oid, 'pg_constraint')))
          ) as made (place, statement)
        where t.oid = $1::regclass and (place not in (2, 4) or c.oid is not null)
        order by i.indexrelid, place
        """;

    /// <summary>The comment of the table, row-level security with its policies, and who may do what.</summary>
    public const string Guards =
        """
        select statement from (
          select 1, format('comment on table %I is %L', $2, obj_description($1::regclass, 'pg_class'))
          union all
          select 2, format('alter table %I enable row level security', $2) from pg_class where oid = $1::regclass and relrowsecurity
          union all
          select 2, format('alter table %I force row level security', $2) from pg_class where oid = $1::regclass and relforcerowsecurity
          union all
          select 3, format('create policy %I on %I as %s for %s to %s%s%s', p.polname, $2,
            case when p.polpermissive then 'permissive' else 'restrictive' end,
            case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
            (select string_agg(case when role = 0 then 'public' else quote_ident(pg_get_userbyid(role)) end, ', ') from unnest(p.polroles) as role),
            ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
          from pg_policy p where p.polrelid = $1::regclass
          union all
          select 4, format('comment on policy %I on %I is %L', p.polname, $2, obj_description(p.oid, 'pg_policy'))
          from pg_policy p where p.polrelid = $1::regclass
          union all
          select distinct 5, format('revoke all on %I from %s', $2, case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
          from pg_class s, aclexplode(coalesce(s.relacl, acldefault('r', s.relowner))) a where s.oid = $2::regclass
          union all
          select 6, format('grant %s on %I to %s%s', a.privilege_type, $2,
            case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
            case when a.is_grantable then ' with grant option' else '' end)
          from pg_class t, aclexplode(coalesce(t.relacl, acldefault('r', t.relowner))) a where t.oid = $1::regclass
          union all
          select 7, format('grant %s (%I) on %I to %s%s', a.privilege_type, c.attname, $2,
            case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
            case when a.is_grantable then ' with grant option' else '' end)
          from pg_attribute c, aclexplode(c.attacl) a where c.attrelid = $1::regclass
        ) as made (place, statement)
        order by place
        """;

    /// <summary>The old table goes, the new one takes its name and those of its indexes. Read before any of it is done.</summary>
    public const string Swap =
        """
        select statement from (
          select 1, format('drop table %I', $1)
          union all
          select 2, format('alter table %I rename to %I', $2, $1)
          union all
          select 3, format('alter index %I rename to %I', 'rebuilding_' || i.indexrelid, named.relname)
          from pg_index i join pg_class named on named.oid = i.indexrelid where i.indrelid = $1::regclass
        ) as made (place, statement)
        order by place
        """;

    /// <summary>
    /// Everything about a table ($1) that its users could notice, line by line. The table that takes another's place must have the
    /// same lines, also those no statement here makes: triggers, rules, publications and the like.
    /// </summary>
    public const string Description =
        """
        select line from (
          select format('table %s %s %s %s %s %s %s', pg_get_userbyid(relowner), relrowsecurity, relforcerowsecurity, relpersistence,
            reloptions, relreplident, obj_description(oid, 'pg_class')) from pg_class where oid = $1::regclass
          union all
          select format('column %s %s %s %s %s %s %s %s %s %s %s', attnum, attname, format_type(atttypid, atttypmod), attnotnull,
            (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum),
            attidentity, attgenerated, attstorage, attcollation::regcollation, attoptions, col_description(attrelid, attnum))
          from pg_attribute where attrelid = $1::regclass and attnum > 0
          union all
          select format('constraint %s %s %s', conname, pg_get_constraintdef(oid), obj_description(oid, 'pg_constraint'))
          from pg_constraint where conrelid = $1::regclass and contype <> 'n' -- a column's own not null; see above
          union all
          select format('index %s %s %s %s', pg_get_indexdef(indexrelid), indisprimary, indisvalid, obj_description(indexrelid, 'pg_class'))
          from pg_index where indrelid = $1::regclass
          union all
          select format('policy %s %s %s %s %s %s %s', polname, polpermissive, polcmd, polroles, pg_get_expr(polqual, polrelid),
            pg_get_expr(polwithcheck, polrelid), obj_description(oid, 'pg_policy')) from pg_policy where polrelid = $1::regclass
          union all
          select format('grant %s %s %s', a.grantee, a.privilege_type, a.is_grantable)
          from pg_class t, aclexplode(coalesce(t.relacl, acldefault('r', t.relowner))) a where t.oid = $1::regclass
          union all
          select format('grant %s %s %s on %s', a.grantee, a.privilege_type, a.is_grantable, c.attname)
          from pg_attribute c, aclexplode(c.attacl) a where c.attrelid = $1::regclass
          union all
          select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where tgrelid = $1::regclass and not tgisinternal
          union all
          select format('rule %s', pg_get_ruledef(oid)) from pg_rewrite where ev_class = $1::regclass
          union all
          select format('referenced %s', conname) from pg_constraint where confrelid = $1::regclass
          union all
          select format('inheritance %s %s', inhrelid, inhparent) from pg_inherits where $1::regclass in (inhrelid, inhparent)
          union all
          select format('publication %s', prpubid) from pg_publication_rel where prrelid = $1::regclass
        ) as described (line)
        order by line collate "C"
        """;
}
