-- 提醒: what somebody was told of a deadline. What is due follows from the rows of the cases; this is what was found due, once each.

-- What is due stands in the row of its case. The rows of open cases that are there say it once the program has written it into them.
alter table case_rows add column dues         varchar[] default '{}';
alter table case_rows add column first_due_on date;
comment on column case_rows.dues         is 'What is due: matter, part, last day and the day from which it stands, each with | between; none where nobody has said yet.';
comment on column case_rows.first_due_on is 'The earliest of those last days.';
alter table case_rows alter column dues drop default;
update case_rows set dues = null where in_hand;

create index case_rows_due    on case_rows (tenant_id, first_due_on, id) where first_due_on is not null;
create index case_rows_unsaid on case_rows (tenant_id, id) where dues is null;

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
  constraint reminders_once unique (tenant_id, case_id, matter, part, due_on, step, recipient)
);
create unique index reminders_once_of_office on reminders (tenant_id, matter, part, due_on, step, recipient) where case_id is null;
create index reminders_by_recipient on reminders (tenant_id, recipient, id desc);
create index reminders_unseen       on reminders (tenant_id, recipient, id desc) where seen_at is null;
create index reminders_by_day       on reminders (tenant_id, fires_on, id);
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

create table reminder_sweeps (
  tenant_id varchar     not null,
  day       date        not null,
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  sweeps    integer     not null,
  looked_at bigint      not null,
  recorded  bigint      not null,
  dues      varchar[]   not null,
  constraint reminder_sweeps_pkey primary key (tenant_id, day)
);
comment on table  reminder_sweeps           is 'One row for each day on which an office was swept for what is due.';
comment on column reminder_sweeps.tenant_id is 'Office code.';
comment on column reminder_sweeps.day       is 'The legal day.';
comment on column reminder_sweeps.first_at  is 'When it was first swept on that day.';
comment on column reminder_sweeps.last_at   is 'When it was last swept on that day.';
comment on column reminder_sweeps.sweeps    is 'How often.';
comment on column reminder_sweeps.looked_at is 'How many due items the last sweep looked at.';
comment on column reminder_sweeps.recorded  is 'How many reminders the sweeps of the day recorded.';
comment on column reminder_sweeps.dues      is 'What of the office itself, and of no case, was due at the last sweep; spelled as in case_rows.';

grant select on reminder_sweeps to tracker_web;
grant select, insert, update on reminder_sweeps to tracker_worker;

alter table reminder_sweeps enable row level security;
alter table reminder_sweeps force row level security;
create policy own_office on reminder_sweeps
  using (tenant_id = nullif(current_setting('tracker.office', true), ''))
  with check (tenant_id = nullif(current_setting('tracker.office', true), ''));

create table account_units (
  account_id uuid        not null,
  tenant_id  varchar     not null,
  unit       varchar(64) not null,
  constraint account_units_pkey primary key (account_id, tenant_id, unit),
  constraint account_units_account foreign key (account_id) references accounts (id)
);
comment on table  account_units            is '所在科室: of whose cases a person is reminded. Without one, of every case of the office.';
comment on column account_units.account_id is 'Whose.';
comment on column account_units.tenant_id  is 'In which office.';
comment on column account_units.unit       is '科室名称, as cases are assigned to it.';
grant select, insert, delete on account_units to tracker_web, tracker_worker;
