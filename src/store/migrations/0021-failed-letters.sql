-- Notices of which no letters can be written for a bug of ours. Each is tried again, less and less often, and leaves
-- this list when its letters are written.

create table failed_letter (
  contract_id text not null references contract,
  -- The job that waits, in the queue of notices.
  job_id uuid not null,
  -- The case, or the name of what else it tells of.
  case_id text not null,
  since timestamptz(3) not null,
  times integer not null check (times > 0),
  next_at timestamptz(3) not null,
  -- What was thrown, and where; nobody's texts.
  error text not null,
  primary key (contract_id, job_id)
);
