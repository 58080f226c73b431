-- What is asked again and again of many cases, and found in few.

-- 待办: of those in hand few wait for anybody.
create index case_rows_waiting on case_rows (tenant_id, due_on, received_on, number, id) where in_hand and waits <> '{}';

-- 已办结, the newest first: the newest of all are still in hand.
create index case_rows_closed on case_rows (tenant_id, received_on desc, number desc, id) where not in_hand;

-- Part of a 登记编号: up to three characters in a row are looked up, and whoever has them all is looked at.
create function number_parts(office varchar, number varchar) returns varchar[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct office || ' ' || substr(number, first, long)), '{}')
  from generate_series(1, length(number)) first, generate_series(1, 3) long
  where first + long - 1 <= length(number)
$$;
comment on function number_parts(varchar, varchar) is 'Every one, two and three characters in a row of a number, each behind the office''s code.';

create index case_rows_by_number_part on case_rows using gin (number_parts(tenant_id, number)) with (fastupdate = off);

-- What a number is like is nothing row-level security trusts an index with. As cases_with_pairs: it acts as tracker_worker, and itself sees
-- the one office the transaction names, or none.
create function cases_with_number(parts varchar[], pattern varchar, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from public.case_rows
  where public.number_parts(tenant_id, number) @> (
      select array_agg(current_setting('tracker.office', true) || ' ' || part)::varchar[] from unnest(parts) part)
    and tenant_id = nullif(current_setting('tracker.office', true), '') and number collate "C" like pattern
  limit most
$$;
comment on function cases_with_number(varchar[], varchar, integer) is
  'Requests of the transaction''s office whose number holds these parts, of up to three characters each, and is like the pattern; no more than so many.';
revoke all on function cases_with_number(varchar[], varchar, integer) from public;
grant execute on function cases_with_number(varchar[], varchar, integer) to tracker_web, tracker_worker;
grant create on schema public to tracker_worker;
alter function cases_with_number(varchar[], varchar, integer) owner to tracker_worker;
revoke create on schema public from tracker_worker;

-- 提醒发送记录: what a sweep planned to send bears the sweep's own time.
create index outbox_messages_by_time on outbox_messages (tenant_id, enqueued_at);
