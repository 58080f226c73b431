-- What is sealed can be looked up all the same: by keyed hashes, which say nothing without the office's index key. They stand here and
-- never in an event, and can be made anew from the book at any time.

create table index_keys (
  tenant_id     varchar     not null,
  id            uuid        not null,
  wrapped       bytea       not null,
  master_key_id uuid        not null,
  created_at    timestamptz not null,
  constraint index_keys_pkey primary key (tenant_id)
);
comment on table  index_keys               is 'One index key per office, under which its hashes are made.';
comment on column index_keys.tenant_id     is 'Office code.';
comment on column index_keys.id            is 'The key''s name.';
comment on column index_keys.wrapped       is 'The key, wrapped by the master key.';
comment on column index_keys.master_key_id is 'The master key that wraps it.';
comment on column index_keys.created_at    is 'When it was made.';

create table case_index (
  tenant_id varchar not null,
  case_id   uuid    not null,
  kind      varchar not null,
  hash      bigint  not null,
  constraint case_index_pkey primary key (tenant_id, case_id, kind, hash)
);
create index case_index_by_hash on case_index (tenant_id, hash, kind);
comment on table  case_index           is 'By what a request can be found: the first 64 bits of HMAC-SHA256 under the office''s index key.';
comment on column case_index.tenant_id is 'Office code.';
comment on column case_index.case_id   is 'The request.';
comment on column case_index.kind      is 'What was hashed: name, phone, number, content; likeness: the smallest hashes of the content''s character pairs.';
comment on column case_index.hash      is 'The hash. Two texts may share one: what is found is opened and looked at.';

create table case_pairs (
  tenant_id varchar  not null,
  case_id   uuid     not null,
  pairs     bigint[] not null,
  constraint case_pairs_pkey primary key (tenant_id, case_id)
);
comment on table  case_pairs           is 'The character pairs of a request''s content and of its applicants'' names, for a search in free words.';
comment on column case_pairs.tenant_id is 'Office code.';
comment on column case_pairs.case_id   is 'The request.';
comment on column case_pairs.pairs     is 'Each pair''s hash once, made as in case_index.';

-- No sample of a key or a hash shall outlive the erasing of its person.
alter table index_keys alter column wrapped set statistics 0;
alter table case_index alter column hash set statistics 0;
alter table case_pairs alter column pairs set statistics 0;

grant select on index_keys, case_index, case_pairs to tracker_web, tracker_worker;
grant insert on index_keys to tracker_web, tracker_worker;
grant insert, delete on case_index, case_pairs to tracker_web, tracker_worker;

do $$
declare
  office_table text;
begin
  foreach office_table in array array['index_keys', 'case_index', 'case_pairs'] loop
    execute format('alter table %I enable row level security', office_table);
    execute format('alter table %I force row level security', office_table);
    execute format(
      'create policy own_office on %I
         using (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))
         with check (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))',
      office_table);
  end loop;
end $$;
