-- 附件 of a request, and who looked at whole identity numbers. The content of a document stands here and not in the book, for it must be
-- possible to delete it; the book says that it was added, how large it is, and, sealed, what it is called and what its content's hash is.

create table document_chunks (
  tenant_id   varchar not null,
  case_id     uuid    not null,
  document_id uuid    not null,
  place       integer not null,
  key_id      uuid    not null,
  sealed      bytea   not null,
  constraint document_chunks_pkey primary key (tenant_id, case_id, document_id, place)
);
comment on table  document_chunks             is 'The content of 附件, piece by piece: 64 KiB each, the last one what is left.';
comment on column document_chunks.tenant_id   is 'Office code.';
comment on column document_chunks.case_id     is 'The request.';
comment on column document_chunks.document_id is 'The document, as the event that added it names it.';
comment on column document_chunks.place       is 'Which piece, from 0 without gaps.';
comment on column document_chunks.key_id      is 'The data key of the request it is sealed under.';
comment on column document_chunks.sealed      is 'AES-256-GCM, bound to office, request, document, place, and whether it is the last.';

-- What is sealed cannot be compressed, and no sample of it shall outlive its deletion.
alter table document_chunks alter column sealed set storage external;
alter table document_chunks alter column sealed set statistics 0;

-- The pages add and remove; the worker only looks whether everything is there. Nothing is ever changed.
grant select, insert, delete on document_chunks to tracker_web;
grant select on document_chunks to tracker_worker;

alter table document_chunks enable row level security;
alter table document_chunks force row level security;
create policy own_office on document_chunks
  using (tenant_id = nullif(current_setting('tracker.office', true), ''))
  with check (tenant_id = nullif(current_setting('tracker.office', true), ''));

alter table audit_entries add column case_id uuid;
comment on table  audit_entries         is 'Sign-ins, changes of accounts, and looks at whole identity numbers. Rows are only added.';
comment on column audit_entries.case_id is 'The request that was looked at, if one was.';
