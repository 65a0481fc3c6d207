-- How somebody wants to be tried when a level is reached is set by themselves. What happened to it stands in the record
-- with the events of cases, under `notice-rules:` and the person's id; a row is what these events lead to.

create table notice_rules (
  contract_id text not null,
  person_id text not null,
  status text not null check (status in ('usual', 'set')),
  events integer not null check (events > 0),
  -- The digest of the last event.
  head bytea not null,
  state json not null,
  changed_at timestamptz(3) not null,
  primary key (contract_id, person_id),
  foreign key (contract_id, person_id) references person
);
