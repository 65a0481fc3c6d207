-- Duties that somebody was told of before they begin: each is told once.
create table told_duty (
  contract_id text not null references contract,
  person_id text not null,
  -- By what they are on duty.
  rota text not null,
  seat text not null,
  starts_at timestamptz(3) not null,
  primary key (contract_id, person_id, rota, seat, starts_at),
  foreign key (contract_id, person_id) references person
);

-- Until when the hand-overs of a contract have been told.
create table told_hand_over (
  contract_id text primary key references contract,
  looked_at timestamptz(3) not null
);

-- What somebody hears of their own duty; without a row, everything.
create table duty_mail (
  contract_id text not null references contract,
  person_id text not null,
  -- Since when they want none.
  stopped_at timestamptz(3),
  -- When they were last told who took over from them.
  handed_over_at timestamptz(3),
  primary key (contract_id, person_id),
  foreign key (contract_id, person_id) references person
);
