-- 待发箱: what leaves the product. A message is enqueued in the transaction of what it tells of, and says by ids alone what that is; its
-- text is made when it goes out and kept nowhere, so that erasing a person leaves nothing to destroy here.

create table outbox_messages (
  id              uuid         not null,
  tenant_id       varchar      not null,
  channel         varchar(32)  not null,
  kind            varchar(32)  not null,
  recipient       uuid         not null,
  idempotency_key varchar(128) not null,
  about           uuid[]       not null,
  due_at          timestamptz  not null,
  enqueued_at     timestamptz  not null,
  state           varchar(16)  not null,
  next_at         timestamptz  not null,
  claimed_until   timestamptz,
  attempts        integer      not null,
  tries           integer      not null,
  result          varchar(32),
  answer          integer,
  ended_at        timestamptz,
  constraint outbox_messages_pkey primary key (id),
  constraint outbox_messages_once unique (idempotency_key)
);
create index outbox_messages_waiting on outbox_messages (channel, next_at) where state = 'Waiting';
create index outbox_messages_by_office on outbox_messages (tenant_id, id desc);
comment on table  outbox_messages                 is '待发箱: one row for each message to one recipient by one channel. No address and no text stands here.';
comment on column outbox_messages.id              is 'Version 7: in the order in which they were enqueued.';
comment on column outbox_messages.tenant_id       is 'Office code.';
comment on column outbox_messages.channel         is 'By what it goes out.';
comment on column outbox_messages.kind            is 'What is made of it when it goes out.';
comment on column outbox_messages.recipient       is 'The account, or the office''s channel, by its id.';
comment on column outbox_messages.idempotency_key is 'The same each time it is sent again, so that a recipient can tell.';
comment on column outbox_messages.about           is 'The ids of what it tells of.';
comment on column outbox_messages.due_at          is 'When it was meant to go out.';
comment on column outbox_messages.enqueued_at     is 'When it was enqueued.';
comment on column outbox_messages.state           is 'Waiting, Sent, Dropped (nothing was left to say) or Parked (given up, until somebody sends it again).';
comment on column outbox_messages.next_at         is 'When it is tried next, if it waits.';
comment on column outbox_messages.claimed_until   is 'Somebody is sending it; after that time whoever it was has gone, and it is sent again.';
comment on column outbox_messages.attempts        is 'How often it was taken up; the number of the last attempt.';
comment on column outbox_messages.tries           is 'How often since it was enqueued, or sent again by hand.';
comment on column outbox_messages.result          is 'What came of the last attempt, as a code.';
comment on column outbox_messages.answer          is 'What the other side answered, as a number: of SMTP, of HTTP, or a robot''s errcode.';
comment on column outbox_messages.ended_at        is 'When it was sent, dropped or parked.';

create table outbox_attempts (
  tenant_id    varchar     not null,
  message_id   uuid        not null,
  number       integer     not null,
  began_at     timestamptz not null,
  result       varchar(32),
  answer       integer,
  milliseconds integer,
  constraint outbox_attempts_pkey primary key (message_id, number),
  constraint outbox_attempts_message foreign key (message_id) references outbox_messages (id)
);
comment on table  outbox_attempts              is 'One row for each time a message was taken up.';
comment on column outbox_attempts.tenant_id    is 'Office code.';
comment on column outbox_attempts.message_id   is 'The message.';
comment on column outbox_attempts.number       is 'From 1 on.';
comment on column outbox_attempts.began_at     is 'When.';
comment on column outbox_attempts.result       is 'What came of it; none if whoever sent it was cut off, and it may have arrived.';
comment on column outbox_attempts.answer       is 'What the other side answered, as a number.';
comment on column outbox_attempts.milliseconds is 'How long it took.';

-- Addresses and passwords of what messages go out by, and who wants them how.
create table sealed_settings (
  tenant_id     varchar      not null,
  name          varchar(100) not null,
  sealed        bytea        not null,
  master_key_id uuid         not null,
  set_at        timestamptz  not null,
  constraint sealed_settings_pkey primary key (tenant_id, name)
);
comment on table  sealed_settings               is 'Settings that nobody shall read who only has the database: each sealed as a whole under the master key.';
comment on column sealed_settings.tenant_id     is 'Office code; *SYSTEM* for what is of no office.';
comment on column sealed_settings.name          is 'Which setting.';
comment on column sealed_settings.sealed        is 'Its content, sealed.';
comment on column sealed_settings.master_key_id is 'The master key it is sealed under.';
comment on column sealed_settings.set_at        is 'When it was last set.';
alter table sealed_settings alter column sealed set statistics 0;

create table calendar_addresses (
  token_hash bytea       not null,
  account_id uuid        not null,
  made_at    timestamptz not null,
  fetched_at timestamptz,
  revoked_at timestamptz,
  constraint calendar_addresses_pkey primary key (token_hash),
  constraint calendar_addresses_account foreign key (account_id) references accounts (id)
);
create index calendar_addresses_by_account on calendar_addresses (account_id);
comment on table  calendar_addresses            is '日历订阅: private addresses under which a person''s due dates can be read without a sign-in.';
comment on column calendar_addresses.token_hash is 'SHA-256 of the token in the address, which stands nowhere.';
comment on column calendar_addresses.account_id is 'Whose due dates.';
comment on column calendar_addresses.made_at    is 'When it was made.';
comment on column calendar_addresses.fetched_at is 'When it was last read.';
comment on column calendar_addresses.revoked_at is 'From then on nothing is found there.';

-- The pages enqueue a test and send a parked message again; the rest is the worker's.
grant select, insert on outbox_messages to tracker_web, tracker_worker;
grant update (state, next_at, tries, claimed_until, ended_at) on outbox_messages to tracker_web;
grant update on outbox_messages to tracker_worker;
grant select on outbox_attempts to tracker_web;
grant select, insert, update on outbox_attempts to tracker_worker;
grant select, insert, update, delete on sealed_settings to tracker_web, tracker_worker;
grant select, insert, update on calendar_addresses to tracker_web, tracker_worker;

do $$
declare
  office_table text;
begin
  foreach office_table in array array['outbox_messages', 'outbox_attempts', 'sealed_settings'] loop
    execute format('alter table %I enable row level security', office_table);
    execute format('alter table %I force row level security', office_table);
    execute format(
      'create policy own_office on %I
         using (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))
         with check (tenant_id = nullif(current_setting(''tracker.office'', true), ''''))',
      office_table);
  end loop;
end $$;
