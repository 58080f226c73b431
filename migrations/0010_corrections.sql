-- What becomes of a request after its registration proved a mistake, or after its result.

alter table case_rows add column voided boolean not null default false;
alter table case_rows add column in_hand boolean not null default true;
comment on column case_rows.voided        is '作废: counted nowhere.';
comment on column case_rows.in_hand       is 'Without its result, or taken up again after it.';
comment on column case_rows.received_year is '本年新收: the year of receipt, or of the split for a part that was split off.';

-- The owner of the tables is subject to row-level security as well; for this one statement it must see every office.
alter table case_rows no force row level security;
update case_rows set in_hand = false where ground is not null;
alter table case_rows force row level security;

alter table case_rows alter column voided drop default;
alter table case_rows alter column in_hand drop default;
