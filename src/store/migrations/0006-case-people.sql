-- The customer's people with whom a case is shared besides its reporter, so that their lists need no state: who
-- watches it, and who acts in the reporter's place, until when. What the case's own events say, by person.

create table case_person (
  contract_id text not null,
  case_id text not null,
  person_id text not null,
  part text not null check (part in ('watcher', 'standIn')),
  ends_at timestamptz(3),
  primary key (contract_id, case_id, person_id, part)
);

create index case_person_of_person on case_person (contract_id, person_id);
