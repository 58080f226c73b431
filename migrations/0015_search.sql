-- 搜索 and 常用筛选 of the register.

-- Without a list of what is still to be filed: each search would read all of it, and some registration would have to file it.
create index case_pairs_by_pair on case_pairs using gin (pairs) with (fastupdate = off);

-- Whether an array contains another is nothing row-level security trusts an index with, so the pages cannot use this one by themselves.
-- The function can: it acts as tracker_worker, and itself sees the one office the transaction names, or none. Two offices hash the same
-- pair differently.
create function cases_with_pairs(sought bigint[], most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case_id from public.case_pairs
  where tenant_id = nullif(current_setting('tracker.office', true), '') and pairs @> sought
  limit most
$$;
comment on function cases_with_pairs(bigint[], integer) is 'Requests of the transaction''s office that hold all these character pairs; no more than so many.';
revoke all on function cases_with_pairs(bigint[], integer) from public;
grant execute on function cases_with_pairs(bigint[], integer) to tracker_web, tracker_worker;

-- Whoever is given a function must be able to make one, for as long as it takes to give it.
grant create on schema public to tracker_worker;
alter function cases_with_pairs(bigint[], integer) owner to tracker_worker;
revoke create on schema public from tracker_worker;

create index case_rows_voided on case_rows (tenant_id, received_on desc, number desc, id) where voided;

create table saved_filters (
  tenant_id  varchar     not null,
  account_id uuid        not null,
  name       varchar(20) not null,
  query      varchar     not null,
  saved_at   timestamptz not null,
  constraint saved_filters_pkey primary key (tenant_id, account_id, name),
  constraint saved_filters_account foreign key (account_id) references accounts (id)
);
comment on table  saved_filters            is '常用筛选: filters of the register that somebody keeps under a name.';
comment on column saved_filters.tenant_id  is 'Office code.';
comment on column saved_filters.account_id is 'Whose it is.';
comment on column saved_filters.name       is 'What she calls it.';
comment on column saved_filters.query      is 'The filter as the register''s address says it. Words that were searched for are never in it.';
comment on column saved_filters.saved_at   is 'When it was kept.';

grant select, insert, delete on saved_filters to tracker_web, tracker_worker;

alter table saved_filters enable row level security;
alter table saved_filters force row level security;
create policy own_office on saved_filters
  using (tenant_id = nullif(current_setting('tracker.office', true), ''))
  with check (tenant_id = nullif(current_setting('tracker.office', true), ''));
