-- Calendars of absences that people gave the address of. Their owners are off duty in the times that were read; that is
-- in the record of the rotas, and this is where they are read from.

create table time_off_feed (
  contract_id text not null references contract,
  feed_id uuid not null,
  person_id text not null,
  -- The address, encrypted with the secret of the installation.
  sealed text not null,
  host text not null,
  time_zone text not null,
  made_at timestamptz(3) not null,
  -- What was read when it last went well: half-open times, without a word.
  times jsonb not null check (jsonb_typeof(times) = 'array'),
  read_at timestamptz(3) not null,
  next_at timestamptz(3) not null,
  failing_since timestamptz(3),
  reason text,
  told_at timestamptz(3),
  primary key (contract_id, feed_id),
  foreign key (contract_id, person_id) references person,
  check ((failing_since is null) = (reason is null)),
  check (failing_since is not null or told_at is null)
);
create index time_off_feed_due on time_off_feed (next_at);
