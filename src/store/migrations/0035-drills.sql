-- Levels reached for practice. Their events stand in the record with those of cases, under `drill:` and their number; a row
-- is what these events lead to.

create table drill (
  contract_id text not null references contract (contract_id),
  -- In its contract, from 1.
  drill integer not null check (drill > 0),
  level integer not null check (level > 0),
  status text not null check (status in ('planned', 'running', 'ended', 'stopped', 'skipped')),
  start_at timestamptz(3) not null,
  -- Null: it has not begun.
  begun_at timestamptz(3),
  -- When it is over at the latest, as planned until it has begun.
  end_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamptz(3),
  deadline_job uuid,
  primary key (contract_id, drill),
  check ((next_due_at is null) = (deadline_job is null))
);
create index drill_due on drill (next_due_at) where next_due_at is not null;
create index drill_open on drill (contract_id, start_at) where status in ('planned', 'running');
create index drill_ended on drill (contract_id, level, begun_at) where begun_at is not null;
