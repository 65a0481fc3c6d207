-- Attestations: what each contact has confirmed of itself, and what it was asked. Their events stand in the record with
-- those of cases, under `attestation:` and the person; a row is what these events lead to.

create table attestation (
  contract_id text not null references contract (contract_id),
  person_id text not null,
  status text not null check (status in ('standing', 'asked', 'unanswered', 'released')),
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamptz(3),
  deadline_job uuid,
  primary key (contract_id, person_id),
  foreign key (contract_id, person_id) references person,
  check ((next_due_at is null) = (deadline_job is null))
);
create index attestation_due on attestation (next_due_at) where next_due_at is not null;

-- The plan of a contract whose contacts were looked at last, and how many changes of people and seats there were then.
create table attestation_plan (
  contract_id text primary key references contract (contract_id),
  revision integer not null,
  changes bigint not null,
  at timestamptz(3) not null,
  foreign key (contract_id, revision) references revision (contract_id, number)
);

-- When somebody last answered by a link.
create index action_link_used on action_link (contract_id, person_id, used_at) where used_at is not null;
