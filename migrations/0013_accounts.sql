-- 账户: who may sign in, with which roles in which office, and what is kept of their sign-ins. They are no part of the book: a person
-- comes and goes, and the book names her by her id alone.

create table accounts (
  id                   uuid        not null,
  name                 varchar(64) not null,
  sign_in_name         varchar(64) not null,
  display_name         varchar(64) not null,
  password_hash        varchar     not null,
  security_stamp       varchar     not null,
  failed_sign_ins      integer     not null default 0,
  locked_until         timestamptz,
  must_change_password boolean     not null,
  is_demo              boolean     not null default false,
  disabled_at          timestamptz,
  created_at           timestamptz not null,
  constraint accounts_pkey primary key (id),
  constraint accounts_sign_in_name unique (sign_in_name)
);
comment on table  accounts                      is 'One row for each person who may sign in, or once might.';
comment on column accounts.id                   is 'As the book names the person (user:<id>).';
comment on column accounts.name                 is 'As she signs in, in her own spelling.';
comment on column accounts.sign_in_name         is 'The same in the one spelling that is looked for.';
comment on column accounts.display_name         is '姓名, as shown beside what she did.';
comment on column accounts.password_hash        is 'PBKDF2, in the format of ASP.NET Core Identity.';
comment on column accounts.security_stamp       is 'Changes with the password; a session with an older one ends.';
comment on column accounts.failed_sign_ins      is 'Wrong passwords since the last right one.';
comment on column accounts.locked_until         is 'No sign-in before, after too many wrong passwords.';
comment on column accounts.must_change_password is 'Somebody else knows the password; nothing can be done before it is changed.';
comment on column accounts.is_demo              is 'Its password is shown to everybody; it is good while the program runs with --demo.';
comment on column accounts.disabled_at          is '停用: no sign-in from then on.';
comment on column accounts.created_at           is 'When it was made.';

create table account_roles (
  account_id uuid        not null,
  tenant_id  varchar     not null,
  role       varchar(32) not null,
  constraint account_roles_pkey primary key (account_id, tenant_id, role),
  constraint account_roles_account foreign key (account_id) references accounts (id)
);
comment on table  account_roles            is '角色: what a person may do, office by office.';
comment on column account_roles.account_id is 'Whose role.';
comment on column account_roles.tenant_id  is 'In which office; * in every office.';
comment on column account_roles.role       is 'Which role.';

create table audit_entries (
  id         uuid        not null,
  at         timestamptz not null,
  what       varchar(32) not null,
  account_id uuid,
  tenant_id  varchar,
  by_id      uuid,
  constraint audit_entries_pkey primary key (id)
);
create index audit_entries_account on audit_entries (account_id, at);
create index audit_entries_office on audit_entries (tenant_id, at);
comment on table  audit_entries            is 'Sign-ins and changes of accounts. Rows are only added.';
comment on column audit_entries.id         is 'Version 7: in the order in which they were written.';
comment on column audit_entries.at         is 'When.';
comment on column audit_entries.what       is 'What happened.';
comment on column audit_entries.account_id is 'To or by whose account; none if the name that was typed is nobody''s.';
comment on column audit_entries.tenant_id  is 'In which office, if in one.';
comment on column audit_entries.by_id      is 'Who did it to the account, if somebody else did.';

grant select, insert, update on accounts to tracker_web, tracker_worker;
grant select, insert, delete on account_roles to tracker_web, tracker_worker;
grant select, insert on audit_entries to tracker_web, tracker_worker;
