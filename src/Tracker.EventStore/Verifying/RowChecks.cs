using Npgsql;
using Tracker.Domain.RecordCorrections;

namespace Tracker.EventStore.Verifying;

/// <summary>Checks that one SQL statement makes, each answering the faulty places in order.</summary>
internal static class RowChecks
{
    // What a counter gives: four digits of the year and the place, after the prefix of its series; of a letter both as they are printed.
    private const string Numbers =
        $$"""
        select tenant_id, stream_id, version, seq_id, 'request' as series, substring(data->>'number' from '^([0-9]{4}-[0-9]{1,9})$') as number
        from mt_events where type = 'request_received' and data->>'numberOrigin' = 'Counter'
        union all
        select tenant_id, stream_id, version, seq_id, 'record_correction',
          substring(data->>'number' from '^{{RecordCorrectionNumber.Prefix}}([0-9]{4}-[0-9]{1,9})$')
        from mt_events where type = 'record_correction_received'
        union all
        select tenant_id, stream_id, version, seq_id, 'letter',
          case when right(data->>'documentNumber', length(printed)) = printed then concat(left(data->>'issuedOn', 4), '-', data->>'letterPlace') end
        from (
          select *, concat('〔', left(data->>'issuedOn', 4), '〕', data->>'letterPlace', '号') as printed
          from mt_events where type = 'answer_issued' and data ? 'letterPlace') as letters
        """;

    // A number that no counter can have given.
    private const string NoNumber = $"select tenant_id, stream_id, version from ({Numbers}) as numbers where number is null order by seq_id";

    // Per office, series and year: the counter says n, and 1 to n stand in the book, each once; of letters those behind the ones given by hand.
    private const string Counters =
        $"""
        with given as (
          select tenant_id, series, split_part(number, '-', 1)::smallint as year, split_part(number, '-', 2)::integer as number
          from ({Numbers}) as numbers where number is not null),
        counted as (
          select tenant_id, series, year, count(*) as total, count(distinct number) as numbers, min(number) as first, max(number) as last
          from given group by tenant_id, series, year),
        by_hand as (
          select distinct on (tenant_id, year) tenant_id, 'letter' as series, year, used from (
            select tenant_id, version, left(data->>'setOn', 4)::smallint as year, (data->>'usedUpTo')::integer as used
            from mt_events where type = 'letter_code_set' and data ? 'usedUpTo') as said
          order by tenant_id, year, version desc)
        select tenant_id, year
        from counted full join number_counters using (tenant_id, series, year) left join by_hand using (tenant_id, series, year)
        where (total, numbers, first, last, last_number) is distinct from
          (last_number::bigint - coalesce(used, 0), last_number::bigint - coalesce(used, 0), coalesce(used, 0) + 1, last_number, last_number)
          and coalesce(last_number, 0) + coalesce(total, 0) > 0
        order by tenant_id, year, series
        """;

    // A case has its key under the present master key, unless its person was erased: then it has none. A key has its case.
    private const string DataKeys =
        $"""
        with cases as (
          select s.tenant_id, s.id as stream_id,
            exists (select from mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.type in ('personal_data_erased', 'record_correction_erased')) as erased
          from mt_streams s where s.type in ('request', 'record_correction'))
        select tenant_id, stream_id, 0::bigint
        from cases full join data_keys using (tenant_id, stream_id)
        where erased is null or erased = (id is not null) or master_key_id not in (select m.id from master_keys m)
        order by tenant_id, stream_id
        """;

    // Of a request that is not there, or whose person was erased, nothing can be looked up.
    private const string Indexed =
        """
        select tenant_id, case_id, 0::bigint from (select tenant_id, case_id from case_index union select tenant_id, case_id from case_pairs) as indexed
        where not exists (select from data_keys k where k.tenant_id = indexed.tenant_id and k.stream_id = indexed.case_id)
        order by tenant_id, case_id
        """;

    // A place earlier in the global order and a later version of one stream.
    private const string Order =
        """
        select tenant_id, stream_id, version from (
          select tenant_id, stream_id, version, seq_id, lag(seq_id) over (partition by tenant_id, stream_id order by version) as before
          from mt_events) as events
        where seq_id <= before order by seq_id
        """;

    // An event's id is made for it alone.
    private const string SameId =
        """
        select tenant_id, stream_id, version from mt_events
        where id in (select id from mt_events group by id having count(*) > 1) order by seq_id
        """;

    // Only where the foreign key was switched off.
    private const string WithoutStream =
        """
        select e.tenant_id, e.stream_id, e.version from mt_events e
        where not exists (select from mt_streams s where s.tenant_id = e.tenant_id and s.id = e.stream_id) order by e.seq_id
        """;

    public static async Task RunAsync(NpgsqlConnection connection, BookFindings findings, CancellationToken cancellationToken)
    {
        await AddAsync(connection, WithoutStream, BookFault.StreamHead, InStream, findings, cancellationToken);
        await AddAsync(connection, SameId, BookFault.SameId, InStream, findings, cancellationToken);
        await AddAsync(connection, NoNumber, BookFault.Counter, InStream, findings, cancellationToken);
        await AddAsync(connection, Order, BookFault.Order, InStream, findings, cancellationToken);
        await AddAsync(connection, DataKeys, BookFault.DataKey, InStream, findings, cancellationToken);
        await AddAsync(connection, Indexed, BookFault.ReadModelRow, InStream, findings, cancellationToken);
        await AddAsync(
            connection, Counters, BookFault.Counter, reader => new InCounter(reader.GetString(0), reader.GetInt16(1)), findings, cancellationToken);
    }

    private static InStream InStream(NpgsqlDataReader reader) => new(new(reader.GetString(0), reader.GetGuid(1)), reader.GetInt64(2));

    private static async Task AddAsync(
        NpgsqlConnection connection,
        string sql,
        BookFault fault,
        Func<NpgsqlDataReader, BookPlace> place,
        BookFindings findings,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            findings.Add(fault, place(reader));
        }
    }
}
