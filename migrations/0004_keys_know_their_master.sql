-- Each data key names the master key that wraps it, so that a program still holding a replaced master key is noticed: it can
-- neither read with it nor write under it.

alter table data_keys add column master_key_id uuid;
comment on column data_keys.master_key_id is 'The master key that wraps it.';

-- The owner of the tables is subject to row-level security as well; for this one statement it must see every office.
alter table data_keys no force row level security;
update data_keys set master_key_id = (select id from master_keys);
alter table data_keys force row level security;
alter table data_keys alter column master_key_id set not null;

-- Most acts change no indexed column of a case: with room left on its page, the row is rewritten there and no index is touched.
alter table case_rows set (fillfactor = 75);

-- A number is searched for anywhere in its text, for which this index is of no use.
drop index case_rows_by_number;

-- The same for the row of a stream, which every append rewrites.
alter table mt_streams set (fillfactor = 75);
