-- PostgreSQL keeps samples of a column for its planner. Of a wrapped key there shall be none: a sample would outlive the erasing of
-- its person.

alter table data_keys alter column wrapped set statistics 0;
analyze data_keys;
