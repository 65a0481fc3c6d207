-- Reports of wrong contacts. Their events stand in the record with those of cases, under `contact-report:` and their
-- number; a row is what these events lead to. Who reported stands apart, so that it can be erased.

create table contact_report (
  contract_id text not null references contract (contract_id),
  -- In its contract, from 1.
  report integer not null check (report > 0),
  person_id text not null,
  means text not null check (means in ('email', 'office', 'mobile', 'contact')),
  status text not null check (status in ('open', 'overdue', 'answered')),
  reported_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamptz(3),
  deadline_job uuid,
  primary key (contract_id, report),
  foreign key (contract_id, person_id) references person,
  check ((next_due_at is null) = (deadline_job is null))
);
create index contact_report_due on contact_report (next_due_at) where next_due_at is not null;
-- The same of the same contact joins the entry that is there.
create unique index contact_report_open on contact_report (contract_id, person_id, means) where status <> 'answered';
create index contact_report_of_person on contact_report (contract_id, person_id, reported_at);

create table contact_reporter (
  contract_id text not null,
  report integer not null,
  reporter_id uuid not null,
  -- Null: not said, or erased.
  name text,
  address text,
  language text not null,
  -- Of the link by which the address is proved.
  proof_hash bytea not null unique,
  made_at timestamptz(3) not null,
  -- A mail asked for the proof; an address that nobody has proved gets one a day.
  is_written_to boolean not null,
  proved_at timestamptz(3),
  erased_at timestamptz(3),
  primary key (contract_id, report, reporter_id),
  foreign key (contract_id, report) references contact_report
);
create index contact_reporter_address on contact_reporter (lower(address), made_at) where address is not null;
