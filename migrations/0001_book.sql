-- The book. The three mt_ tables stand in Marten 9's own layout (Guid streams, conjoined tenancy, metadata on), so that Marten
-- can open and read this database; only the tracker appends to it.

create table mt_streams (
  tenant_id   varchar     not null default '*DEFAULT*',
  id          uuid        not null,
  type        varchar,
  version     bigint      not null,
  timestamp   timestamptz not null default now(),
  created     timestamptz not null default now(),
  is_archived boolean     not null default false,
  constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);
comment on table  mt_streams             is 'One row per stream: a request, an office, an office''s reporting year.';
comment on column mt_streams.tenant_id   is 'Office code, opaque and for ever.';
comment on column mt_streams.id          is 'The stream.';
comment on column mt_streams.type        is 'The kind of stream in snake_case: request, office, reporting_year.';
comment on column mt_streams.version     is 'The highest event version of the stream, never behind.';
comment on column mt_streams.timestamp   is 'When the stream was last touched, by the database''s clock.';
comment on column mt_streams.created     is 'When the stream began, by the database''s clock.';
comment on column mt_streams.is_archived is 'Kept out of everyday reading.';

create sequence mt_events_sequence;

create table mt_events (
  seq_id         bigint       not null,
  id             uuid         not null,
  stream_id      uuid         not null,
  version        bigint       not null,
  data           jsonb        not null,
  bdata          bytea,
  type           varchar(500) not null,
  timestamp      timestamptz  not null,
  tenant_id      varchar      not null default '*DEFAULT*',
  mt_dotnet_type varchar,
  correlation_id varchar,
  causation_id   varchar,
  headers        jsonb,
  user_name      varchar,
  is_archived    boolean      not null default false,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references mt_streams (tenant_id, id)
);
create unique index pk_mt_events_stream_and_version on mt_events (tenant_id, stream_id, version);
alter sequence mt_events_sequence owned by mt_events.seq_id;
comment on table  mt_events                is 'Every fact, once. Never updated, never deleted.';
comment on column mt_events.seq_id         is 'Place in the global order, drawn from mt_events_sequence.';
comment on column mt_events.id             is 'The event, a version 7 uuid.';
comment on column mt_events.stream_id      is 'The stream it belongs to.';
comment on column mt_events.version        is 'Place in its stream, from 1 without gaps.';
comment on column mt_events.data           is 'The fact. Names, contacts and written texts stand in it as ciphertext only.';
comment on column mt_events.bdata          is 'Unused; part of the layout.';
comment on column mt_events.type           is 'Stored name of the fact, chosen once and for ever.';
comment on column mt_events.timestamp      is 'When it was recorded, by the program''s clock, in whole microseconds.';
comment on column mt_events.tenant_id      is 'Office code.';
comment on column mt_events.mt_dotnet_type is 'The type that wrote it: Namespace.Type, Assembly.';
comment on column mt_events.correlation_id is 'The command it answers.';
comment on column mt_events.causation_id   is 'The command or the event that caused it.';
comment on column mt_events.headers        is 'source (page, api, import, command), prev and hash (the stream''s chain), why where an act asks for it.';
comment on column mt_events.user_name      is 'user:<uuid> or system:<verb>.';
comment on column mt_events.is_archived    is 'Kept out of everyday reading.';

create table mt_event_progression (
  name         varchar not null,
  last_seq_id  bigint,
  last_updated timestamptz default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);
comment on table  mt_event_progression              is 'How far each asynchronous reader has come.';
comment on column mt_event_progression.name         is 'The reader.';
comment on column mt_event_progression.last_seq_id  is 'The last place it has read.';
comment on column mt_event_progression.last_updated is 'When it said so.';

create table master_keys (
  id          uuid        not null primary key,
  check_value bytea       not null,
  created_at  timestamptz not null
);
comment on table  master_keys             is 'Which master key this database belongs to. The key itself never stands here.';
comment on column master_keys.id          is 'Name of the master key, given when it was first used.';
comment on column master_keys.check_value is 'A known text sealed under it, by which a wrong key is recognised.';
comment on column master_keys.created_at  is 'When it was first used.';

create table data_keys (
  tenant_id  varchar     not null,
  stream_id  uuid        not null,
  id         uuid        not null,
  wrapped    bytea       not null,
  created_at timestamptz not null,
  constraint data_keys_pkey primary key (tenant_id, stream_id, id)
);
comment on table  data_keys            is 'One data key per request. Destroying it makes the person unreadable; the counts stay.';
comment on column data_keys.tenant_id  is 'Office code.';
comment on column data_keys.stream_id  is 'The request.';
comment on column data_keys.id         is 'The key''s name, cited by every value sealed under it.';
comment on column data_keys.wrapped    is 'The key, wrapped by the master key.';
comment on column data_keys.created_at is 'When it was made.';

create table number_counters (
  tenant_id   varchar  not null,
  series      varchar  not null,
  year        smallint not null,
  last_number integer  not null,
  constraint number_counters_pkey primary key (tenant_id, series, year)
);
comment on table  number_counters             is 'Gap-free numbers: the row is locked until the number is used or given back.';
comment on column number_counters.tenant_id   is 'Office code.';
comment on column number_counters.series      is 'What is numbered: request.';
comment on column number_counters.year        is 'Year of registration.';
comment on column number_counters.last_number is 'The last number given.';

create table data_protection_keys (
  friendly_name varchar     not null primary key,
  sealed_xml    bytea       not null,
  created_at    timestamptz not null default now()
);
comment on table  data_protection_keys               is 'Keys of the web pages'' own tokens and cookies.';
comment on column data_protection_keys.friendly_name is 'The name the web framework gives.';
comment on column data_protection_keys.sealed_xml    is 'The key, sealed under the master key.';
comment on column data_protection_keys.created_at    is 'When it was made.';
