using System.Globalization;
using Tracker.Tests;

namespace Tracker.EventStore.Tests;

/// <summary>The catalogue of the three tables equals the committed description, so that Marten can open this database.</summary>
public sealed class LayoutTests(PrivateClusterFixture cluster)
{
    private static readonly string[] Columns =
    [
        "mt_event_progression.name character varying not null",
        "mt_event_progression.last_seq_id bigint",
        "mt_event_progression.last_updated timestamp with time zone default transaction_timestamp()",
        "mt_events.seq_id bigint not null",
        "mt_events.id uuid not null",
        "mt_events.stream_id uuid not null",
        "mt_events.version bigint not null",
        "mt_events.data jsonb not null",
        "mt_events.bdata bytea",
        "mt_events.type character varying(500) not null",
        "mt_events.timestamp timestamp with time zone not null",
        "mt_events.tenant_id character varying not null default '*DEFAULT*'::character varying",
        "mt_events.mt_dotnet_type character varying",
        "mt_events.correlation_id character varying",
        "mt_events.causation_id character varying",
        "mt_events.headers jsonb",
        "mt_events.user_name character varying",
        "mt_events.is_archived boolean not null default false",
        "mt_streams.tenant_id character varying not null default '*DEFAULT*'::character varying",
        "mt_streams.id uuid not null",
        "mt_streams.type character varying",
        "mt_streams.version bigint not null",
        "mt_streams.timestamp timestamp with time zone not null default now()",
        "mt_streams.created timestamp with time zone not null default now()",
        "mt_streams.is_archived boolean not null default false",
    ];

    private static readonly string[] Keys =
    [
        "fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)",
        "pk_mt_event_progression PRIMARY KEY (name)",
        "pk_mt_events_stream_and_version CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (tenant_id, stream_id, version)",
        "pkey_mt_events_seq_id PRIMARY KEY (seq_id)",
        "pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id)",
    ];

    [Fact]
    public async Task The_columns_are_those_of_the_layout() => Assert.Equal(
        Columns,
        await RowsAsync(
            """
            select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
              || case when a.attnotnull then ' not null' else '' end
              || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            where c.relname like 'mt\_%' and c.relkind = 'r' order by c.relname, a.attnum
            """));

    [Fact]
    public async Task The_keys_are_those_of_the_layout() => Assert.Equal(
        Keys,
        await RowsAsync(
            """
            select * from (
              select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where conrelid::regclass::text like 'mt\_%'
              union all
              select indexname || ' ' || indexdef from pg_indexes where tablename like 'mt\_%'
                and indexname not in (select conname from pg_constraint)) as keys (text)
            order by text collate "C"
            """));

    [Fact]
    public async Task Every_column_of_every_table_has_a_comment() => Assert.Empty(await RowsAsync(
        """
        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and col_description(c.oid, a.attnum) is null
        """));

    private async Task<List<string>> RowsAsync(string sql)
    {
        await using var book = await cluster.NewBookAsync();
        await using var command = book.Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return rows;
    }
}
