-- Times ahead at which nobody is on duty at a level, as the parties were last told of them: each is told once.

create table told_gap (
  contract_id text not null references contract,
  level integer not null check (level > 0),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  primary key (contract_id, level, starts_at)
);
