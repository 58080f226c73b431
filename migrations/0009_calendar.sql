-- 工作日历: the notices that were adopted stand in the book as events of a stream of the system's own, under a tenant that no office
-- can be called. Here stands only how many they are, so that a program that still counts with fewer is noticed when it writes.

create table calendar_version (
  version bigint  not null,
  single  boolean not null default true,
  constraint calendar_version_pkey primary key (single),
  constraint calendar_version_single check (single)
);
comment on table  calendar_version         is 'One row: which calendar due dates are computed with.';
comment on column calendar_version.version is 'The version of the calendar''s stream; 0 before the first adoption.';
comment on column calendar_version.single  is 'There is one row.';
insert into calendar_version (version) values (0);

grant select on calendar_version to tracker_web, tracker_worker;
grant update (version) on calendar_version to tracker_worker;

-- The pages read the calendar's stream like an office's own, but cannot write it.
alter policy own_office on mt_streams
  with check (tenant_id = nullif(current_setting('tracker.office', true), '') and tenant_id <> '*SYSTEM*');
alter policy own_office on mt_events
  with check (tenant_id = nullif(current_setting('tracker.office', true), '') and tenant_id <> '*SYSTEM*');

-- The first statement of every append: whose book this is; that nothing is swapped, closed or adopted while it runs (711, 2, see
-- AdvisoryLocks); and that the rows it writes were computed with the calendar that counts now. The calendar is read by a statement
-- of its own, after the lock was given: it sees what was committed while this one waited.
create function begin_append(office varchar, known_calendar bigint) returns void
language plpgsql volatile as $$
begin
  perform set_config('tracker.office', office, true), pg_advisory_xact_lock_shared(711, 2);
  if not exists (select from calendar_version where version = known_calendar) then
    raise exception 'the calendar was changed' using errcode = 'TR001';
  end if;
end $$;
