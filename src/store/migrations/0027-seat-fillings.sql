-- Who fills a seat of a plan is live: named while it is in force, agreed to afterwards. What happened to each naming stands
-- in the record with the events of cases, under `seat-filling:` and its number; a row is what these events lead to.

-- Null: nobody fills the seat, for a program manager has said so. A seat without a row is one that no plan has seeded.
alter table seat alter column person_id drop not null;

create table seat_filling (
  contract_id text not null references contract (contract_id),
  -- In its contract, from 1.
  filling integer not null check (filling > 0),
  seat_id text not null,
  -- Null: nobody.
  holder_id text,
  before_id text,
  status text not null check (status in ('waiting', 'heldUp', 'agreed', 'refused', 'replaced')),
  -- Of the link by which whoever filled the seat before holds it up.
  hold_id uuid,
  hold_hash bytea unique,
  changed_at timestamptz(3) not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamptz(3),
  deadline_job uuid,
  primary key (contract_id, filling),
  foreign key (contract_id, holder_id) references person,
  foreign key (contract_id, before_id) references person,
  check ((next_due_at is null) = (deadline_job is null))
);
create index seat_filling_due on seat_filling (next_due_at) where next_due_at is not null;
create index seat_filling_of_seat on seat_filling (contract_id, seat_id, filling desc);
