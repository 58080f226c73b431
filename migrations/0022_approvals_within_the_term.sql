-- 审批答复、审批延期、寄出答复 are never due beyond the last day of the term: open cases say anew what is due. So do those of a book whose
-- owner row-level security kept from asking them when reminders came.
alter table case_rows no force row level security;
update case_rows set dues = null where in_hand;
alter table case_rows force row level security;
