-- 提醒: what somebody was told of a deadline. What is due follows from the rows of the cases; this is what was found due, once each.

create table reminders (
  id          uuid        not null,
  tenant_id   varchar     not null,
  case_id     uuid,
  matter      varchar(32) not null,
  part        varchar     not null,
  due_on      date        not null,
  since       date        not null,
  step        integer     not null,
  fires_on    date        not null,
  level       varchar(32) not null,
  recipient   uuid        not null,
  recorded_at timestamptz not null,
  seen_at     timestamptz,
  constraint reminders_pkey primary key (id),
  constraint reminders_once unique nulls not distinct (tenant_id, case_id, matter, part, due_on, step, recipient)
);
create index reminders_by_recipient on reminders (tenant_id, recipient, recorded_at desc);
comment on table  reminders             is '提醒: one row for each person, deadline and step. Rows are only added, and marked as seen.';
comment on column reminders.id          is 'Version 7: in the order in which they were recorded.';
comment on column reminders.tenant_id   is 'Office code.';
comment on column reminders.case_id     is 'The request; none if the deadline is the office''s own.';
comment on column reminders.matter      is 'What is due.';
comment on column reminders.part        is 'Which of several of the matter; empty if there can be one only.';
comment on column reminders.due_on      is 'Its last day, as it was when this was recorded.';
comment on column reminders.since       is 'The day from which it stood.';
comment on column reminders.step        is 'Working days before the due date; 0 on the day itself, negative after it.';
comment on column reminders.fires_on    is 'The working day on which it was due.';
comment on column reminders.level       is 'As whom the recipient was told.';
comment on column reminders.recipient   is 'The person''s account.';
comment on column reminders.recorded_at is 'When it was found due; on a later day than fires_on it was late.';
comment on column reminders.seen_at     is 'When the recipient first saw it in the product.';

grant select on reminders to tracker_web;
grant update (seen_at) on reminders to tracker_web;
grant select, insert on reminders to tracker_worker;

alter table reminders enable row level security;
alter table reminders force row level security;
create policy own_office on reminders
  using (tenant_id = nullif(current_setting('tracker.office', true), ''))
  with check (tenant_id = nullif(current_setting('tracker.office', true), ''));
