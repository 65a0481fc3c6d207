-- What whoever keeps the installation has seen to be late: the heartbeat is not withheld for it any more. That holds for
-- the deadline that was late then, and for no later one.

create table seen_late (
  contract_id text not null references contract,
  -- A case, or the name of what else has deadlines.
  case_id text not null,
  due_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  primary key (contract_id, case_id)
);

alter table failed_letter add column seen_at timestamptz(3);
