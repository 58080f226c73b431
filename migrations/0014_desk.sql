-- 今日待办: what a case waits for, who works on it, and since when nothing has come of it. The facts only; which of them are old is a
-- question of today. The rows that are there say it after a rebuild.

alter table case_rows add column waits           varchar[] not null default '{}';
alter table case_rows add column unit            varchar;
alter table case_rows add column untouched_since date;
alter table case_rows add column silent_since    date;
alter table case_rows add column unsent_since    date;
comment on column case_rows.waits           is 'What it waits for: the applicant, others, or somebody of the office; empty once it has ended.';
comment on column case_rows.unit            is '承办单位: the unit that holds it.';
comment on column case_rows.untouched_since is 'The day it arrived, while there is neither a draft nor a step.';
comment on column case_rows.silent_since    is 'The day from which the 15 working days of a party that has not answered are counted, the earliest.';
comment on column case_rows.unsent_since    is 'The day its answer was approved, or issued, while it has not left.';
alter table case_rows alter column waits drop default;

create index case_rows_in_hand on case_rows (tenant_id, due_on, received_on, number, id) where in_hand;
create index case_rows_by_due  on case_rows (tenant_id, due_on, received_on, number, id);
create index case_rows_by_unit on case_rows (tenant_id, unit) where unit is not null;
create index case_rows_lacking on case_rows (tenant_id, received_on desc, number desc, id) where not voided and missing <> '{}';

-- In one order, character by character, whatever the database's own may be: to find a number and to sort by it.
create index case_rows_by_number on case_rows (tenant_id, number collate "C", id);
