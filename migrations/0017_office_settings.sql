-- An office's name is a dated fact; its administrator records it on a page, and the row that shows the name changes with it. The pages read
-- every office's row, as they always did, and rename the one their transaction names.

comment on column number_counters.series is 'What is numbered: request, record_correction, or letter (答复文号).';

alter table offices enable row level security;
alter table offices force row level security;
create policy every_office on offices for select using (true);
create policy own_office on offices for update
  using (code = nullif(current_setting('tracker.office', true), ''))
  with check (code = nullif(current_setting('tracker.office', true), ''));
grant update (name) on offices to tracker_web;
