-- Obligations: milestones, deliverables and commitments, one row for each date on which one falls due. Their events
-- stand in the record with those of cases, under `obligation:` and their name; a row is what these events lead to.

create table obligation (
  contract_id text not null references contract (contract_id),
  obligation_id text not null,
  -- The id in the plan: of what comes again there are many rows.
  obligation text not null,
  revision integer not null,
  kind text not null check (kind in ('milestone', 'deliverable', 'commitment')),
  owner text not null check (owner in ('customer', 'contractor', 'oversight')),
  accepted_by text not null check (accepted_by in ('customer', 'contractor', 'oversight')),
  status text not null check (status in ('open', 'delivered', 'sentBack', 'accepted', 'waived', 'dropped')),
  due_on date not null,
  due_at timestamptz(3) not null,
  -- The parties whose move it is.
  waiting text[] not null,
  changed_at timestamptz(3) not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamptz(3),
  deadline_job uuid,
  primary key (contract_id, obligation_id),
  foreign key (contract_id, revision) references revision (contract_id, number),
  check ((next_due_at is null) = (deadline_job is null))
);
create index obligation_by_date on obligation (contract_id, due_on, obligation_id);
create index obligation_due on obligation (next_due_at) where next_due_at is not null;

-- Up to which revision a contract's obligations were taken up.
create table obligation_plan (
  contract_id text primary key references contract (contract_id),
  revision integer not null,
  at timestamptz(3) not null,
  foreign key (contract_id, revision) references revision (contract_id, number)
);
