-- Files that people attached to cases: the bytes apart from the record, which has their salted digest, so that they can
-- be erased. Bytes are kept as they came: most kinds are compressed already.

create table case_file (
  contract_id text not null,
  case_id text not null,
  file_id uuid not null,
  kind text not null,
  size integer not null check (size > 0),
  name text,
  salt bytea,
  bytes bytea,
  erased_at timestamptz(3),
  primary key (contract_id, case_id, file_id)
);

alter table case_file alter column bytes set storage external;
