-- 更正申请 (art 41): a kind of case of its own, outside the annual tables. Like case_rows, these rows are computed from the book, hold
-- nothing that depends on today and may be rebuilt at any time.

comment on column number_counters.series is 'What is numbered: request, or record_correction.';

create table correction_rows (
  tenant_id       varchar not null,
  id              uuid    not null,
  version         bigint  not null,
  number          varchar not null,
  channel         varchar not null,
  applicant_kind  varchar not null,
  filed_on        date    not null,
  received_on     date    not null,
  waiting         boolean not null,
  outcome         varchar,
  ended_on        date,
  voided          boolean not null,
  about_request   uuid,
  constraint correction_rows_pkey primary key (tenant_id, id)
);
alter table correction_rows set (fillfactor = 75);
create index correction_rows_by_receipt on correction_rows (tenant_id, received_on);
comment on table  correction_rows                is 'One row per correction request (art 41): what its list asks.';
comment on column correction_rows.tenant_id      is 'Office code.';
comment on column correction_rows.id             is 'The case.';
comment on column correction_rows.version        is 'The version of the stream it was computed from.';
comment on column correction_rows.number         is '登记编号';
comment on column correction_rows.channel        is '申请方式';
comment on column correction_rows.applicant_kind is '申请人类别';
comment on column correction_rows.filed_on       is '提交日期';
comment on column correction_rows.received_on    is '收到之日, derived by art 31.';
comment on column correction_rows.waiting        is 'Evidence was asked for and has not come.';
comment on column correction_rows.outcome        is '办理结果; none while open.';
comment on column correction_rows.ended_on       is 'The day the applicant was told of it, or of the withdrawal or voiding.';
comment on column correction_rows.voided         is '作废';
comment on column correction_rows.about_request  is 'The information request whose answer held the record, if one was named.';

grant select, insert, update on correction_rows to tracker_web, tracker_worker;
grant delete on correction_rows to tracker_worker;

alter table correction_rows enable row level security;
alter table correction_rows force row level security;
create policy own_office on correction_rows
  using (tenant_id = nullif(current_setting('tracker.office', true), ''))
  with check (tenant_id = nullif(current_setting('tracker.office', true), ''));
