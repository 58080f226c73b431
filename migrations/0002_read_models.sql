-- Rows computed from the book. They hold nothing that depends on today and may be rebuilt at any time.

create table offices (
  code      varchar not null primary key,
  name      varchar not null,
  opened_on date    not null
);
comment on table  offices           is 'The offices that keep their register here.';
comment on column offices.code      is 'Office code.';
comment on column offices.name      is 'The office''s name as it stands now.';
comment on column offices.opened_on is 'The legal day from which its register is kept here.';

create table case_rows (
  tenant_id       varchar    not null,
  id              uuid       not null,
  version         bigint     not null,
  number          varchar    not null,
  number_origin   varchar    not null,
  channel         varchar    not null,
  applicant_kind  varchar    not null,
  filed_on        date       not null,
  received_on     date       not null,
  received_year   smallint   not null,
  due_on          date,
  warning_due_on  date,
  provisional     boolean    not null,
  waiting         boolean    not null,
  extended        boolean    not null,
  ground          varchar,
  result_on       date,
  result_year     smallint,
  document_number varchar,
  missing         varchar[]  not null,
  carried_forward smallint[] not null,
  constraint case_rows_pkey primary key (tenant_id, id)
);
create index case_rows_by_receipt on case_rows (tenant_id, received_on desc, number desc, id);
create index case_rows_by_number  on case_rows (tenant_id, number text_pattern_ops);
create index case_rows_by_fact    on case_rows (tenant_id, received_year, result_year, applicant_kind, channel, ground);
comment on table  case_rows                 is 'One row per request: what lists, deadlines and the annual tables ask.';
comment on column case_rows.tenant_id       is 'Office code.';
comment on column case_rows.id              is 'The request.';
comment on column case_rows.version         is 'The version of the stream it was computed from.';
comment on column case_rows.number          is '登记编号';
comment on column case_rows.number_origin   is 'Counter or Imported.';
comment on column case_rows.channel         is '申请方式';
comment on column case_rows.applicant_kind  is '申请人类别';
comment on column case_rows.filed_on        is '提交日期';
comment on column case_rows.received_on     is '收到申请之日, derived by art 31.';
comment on column case_rows.received_year   is 'Its year, by which the tables count.';
comment on column case_rows.due_on          is '答复期限, the last day itself; none while the clock stands still.';
comment on column case_rows.warning_due_on  is 'An earlier day a court might count to.';
comment on column case_rows.provisional     is 'Computed with days no notice has spoken about.';
comment on column case_rows.waiting         is 'Waiting for a supplement.';
comment on column case_rows.extended        is 'The current term is extended.';
comment on column case_rows.ground          is '办理结果, the ground''s key; none while open.';
comment on column case_rows.result_on       is '答复日期 or the day of withdrawal.';
comment on column case_rows.result_year     is 'Its year, by which the tables count.';
comment on column case_rows.document_number is '答复文号';
comment on column case_rows.missing         is '缺: what the record lacks.';
comment on column case_rows.carried_forward is 'Years at whose closing it was marked as carried forward.';
