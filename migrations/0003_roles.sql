-- Who may do what. The pages act as tracker_web and see the one office their transaction names; imports, closings, checks and
-- rebuilds act as tracker_worker, which sees all. Nobody updates or deletes an event.

do $$
begin
  create role tracker_web nologin;
exception when duplicate_object or unique_violation then null; -- another database of the same server has made it
end $$;

do $$
begin
  create role tracker_worker nologin bypassrls;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  execute format('grant tracker_web, tracker_worker to %I', current_user);
exception when unique_violation then null; -- two databases at the same moment
end $$;

revoke all on all tables in schema public from public;

grant select on all tables in schema public to tracker_web, tracker_worker;
grant usage on sequence mt_events_sequence to tracker_web, tracker_worker;
grant insert on mt_events, mt_streams, data_keys, number_counters, case_rows, data_protection_keys to tracker_web, tracker_worker;
grant update (version, timestamp, is_archived) on mt_streams to tracker_web, tracker_worker;
grant update (last_number) on number_counters to tracker_web, tracker_worker;
grant update on case_rows to tracker_web, tracker_worker;
grant delete on case_rows to tracker_worker;
grant insert, update on offices to tracker_worker;

-- The office is set in each transaction's first batch. Not set, or empty, it names no office: nothing is seen, nothing written.
do $$
declare
  office_table text;
begin
  foreach office_table in array array['mt_streams', 'mt_events', 'data_keys', 'number_counters', 'case_rows'] loop
    execute format('alter table %I enable row level security', office_table);
    execute format('alter table %I force row level security', office_table);
    execute format(
      'create policy own_office on %I
         using (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))
         with check (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))',
      office_table);
  end loop;
end $$;
