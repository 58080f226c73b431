-- A pair of characters that half of all requests share tells nothing of any of them, and would be read for each. The newest cases of each
-- hash come first, so that a look-up for likeness can stop.

drop index case_index_by_hash;
create index case_index_by_hash on case_index (tenant_id, hash, kind, case_id);
