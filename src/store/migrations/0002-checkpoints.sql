-- What oversight keeps of the record, and what was erased from beside it.

-- In which transaction an event was written: by it a checkpoint finds what is new without reading what is old.
-- Numbers of transactions belong to one database server; a backup leaves them out.
alter table event add column written_in bigint not null default pg_current_xact_id()::text::bigint;
create index event_written_in on event using brin (written_in) with (pages_per_range = 32, autosummarize = on);

create table checkpoint (
  number integer primary key check (number > 0),
  at timestamptz(3) not null,
  -- Of the whole record up to here.
  cases bigint not null,
  events bigint not null,
  -- How many heads it lists, and their digest.
  listed integer not null,
  list_digest bytea not null,
  -- Of the checkpoint before, and its own over everything above.
  previous bytea not null,
  digest bytea not null,
  public_key text not null,
  signature text not null
);

-- The last event, at a checkpoint, of each case that has changed since the one before.
create table checkpoint_head (
  contract_id text not null,
  case_id text not null,
  checkpoint integer not null check (checkpoint > 0),
  events integer not null check (events > 0),
  head bytea not null,
  primary key (contract_id, case_id, checkpoint)
);
-- In an order that is the same on every database.
create index checkpoint_head_list on checkpoint_head (checkpoint, contract_id collate "C", case_id collate "C");

create trigger checkpoint_append_only before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
alter table checkpoint enable always trigger checkpoint_append_only;
create trigger checkpoint_head_append_only before update or delete or truncate on checkpoint_head
  for each statement execute function refuse_change();
alter table checkpoint_head enable always trigger checkpoint_head_append_only;

-- Which transactions the last checkpoint saw. On another server it begins anew.
create table checkpoint_progress (
  only_one boolean primary key default true check (only_one),
  seen pg_snapshot not null
);
insert into checkpoint_progress (seen) values ('1:1:');

-- What was erased, and when.
create table erasure (
  erasure_id uuid primary key,
  at timestamptz(3) not null,
  scope text not null check (scope in ('before', 'case', 'person')),
  contract_id text,
  -- The case or the person, by its id.
  subject text,
  before timestamptz(3),
  -- How many of each were cleared.
  counts jsonb not null,
  check ((scope = 'before') = (before is not null)),
  check ((scope = 'before') = (contract_id is null)),
  check ((scope = 'before') = (subject is null))
);
create index erasure_by_time on erasure (at);
create trigger erasure_append_only before update or delete or truncate on erasure
  for each statement execute function refuse_change();
alter table erasure enable always trigger erasure_append_only;

-- What people are found by when they ask to be forgotten.
create index delivery_of_person on delivery (contract_id, person_id);
create index inbound_mail_of_person on inbound_mail (contract_id, person_id);
