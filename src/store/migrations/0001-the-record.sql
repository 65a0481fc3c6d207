-- The record of cases, and what it stands on: contracts, revisions, people, customers.
-- The contract leads every primary key of a contract's tables, so that a distributed database can keep a contract together.

create table installation (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('demonstration', 'real')),
  made_at timestamptz(3) not null,
  -- What is added to the database's clock: 0, save in a demonstration whose clock was moved.
  clock_offset_ms bigint not null default 0 check (clock_offset_ms >= 0),
  -- By this two nodes notice that they do not hold the same secret.
  secret_fingerprint text not null,
  check (kind = 'demonstration' or clock_offset_ms = 0)
);

create table contract (
  contract_id text primary key,
  title text not null,
  time_zone text not null,
  made_at timestamptz(3) not null
);

create table revision (
  contract_id text not null references contract,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'agreed', 'published', 'superseded')),
  digest bytea not null,
  -- The compiled rules; names and numbers of people are not in them.
  rules jsonb not null,
  agreed_by text[] not null default '{}',
  loaded_at timestamptz(3) not null,
  published_at timestamptz(3),
  primary key (contract_id, number)
);

-- The plan as written carries names and numbers: apart, so that it can be cleared.
create table revision_source (
  contract_id text not null,
  number integer not null,
  source text,
  erased_at timestamptz(3),
  primary key (contract_id, number),
  foreign key (contract_id, number) references revision
);

create table person (
  contract_id text not null references contract,
  person_id text not null,
  name text,
  email text,
  office text,
  mobile text,
  title text,
  -- Who may see the numbers: everybody, the contract's customers, or its parties only.
  shown text not null default 'customers' check (shown in ('public', 'customers', 'parties')),
  language text not null default 'en',
  time_zone text,
  erased_at timestamptz(3),
  primary key (contract_id, person_id)
);
create index person_email on person (contract_id, lower(email));

create table customer (
  contract_id text not null references contract,
  customer_id text not null,
  name text not null,
  primary key (contract_id, customer_id)
);

create table role (
  contract_id text not null,
  person_id text not null,
  role text not null check (role in ('customer', 'customerManager', 'desk', 'accountManager', 'contact',
    'programManager', 'oversight', 'auditor', 'administrator')),
  -- For the customer's own people: of which customer.
  customer_id text,
  primary key (contract_id, person_id, role),
  foreign key (contract_id, person_id) references person,
  foreign key (contract_id, customer_id) references customer,
  check ((customer_id is not null) = (role in ('customer', 'customerManager')))
);

-- Who fills a seat of the plan today.
create table seat (
  contract_id text not null,
  seat_id text not null,
  person_id text not null,
  since timestamptz(3) not null,
  primary key (contract_id, seat_id),
  foreign key (contract_id, person_id) references person
);

-- Who fills a directory seat for one customer: its account manager.
create table account (
  contract_id text not null,
  customer_id text not null,
  seat_id text not null,
  person_id text not null,
  primary key (contract_id, customer_id, seat_id),
  foreign key (contract_id, customer_id) references customer,
  foreign key (contract_id, person_id) references person
);

create sequence case_number start 100001;

create table "case" (
  contract_id text not null references contract,
  case_id text not null,
  customer_id text not null,
  revision integer not null,
  track text not null,
  status text not null check (status in ('open', 'closed')),
  -- The highest level contacted.
  level integer not null,
  waiting_kind text not null,
  waiting_party text,
  practice boolean not null,
  opened_by text not null,
  opened_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  closed_at timestamptz(3),
  next_due_at timestamptz(3),
  -- The job that will act on it.
  deadline_job uuid,
  events integer not null,
  -- The last of them that is more than a carrier's word: what a reader has to have seen.
  said integer not null,
  -- The digest of the last event.
  head bytea not null,
  -- Read and written whole, and never searched: as text it is taken in three times as fast.
  state json not null,
  -- Every deadline of the case with its instant, as it was computed: milliseconds since the epoch by name.
  deadlines json not null,
  -- A case whose decision failed: its clocks are not acted on until it is tried again.
  set_aside_at timestamptz(3),
  set_aside_error text,
  set_aside_by text,
  primary key (contract_id, case_id),
  foreign key (contract_id, customer_id) references customer,
  foreign key (contract_id, revision) references revision,
  check (status = 'open' or next_due_at is null),
  check ((next_due_at is null or set_aside_at is not null) = (deadline_job is null))
);
create index case_of_customer on "case" (contract_id, customer_id, opened_at);
create index case_by_opening on "case" (contract_id, opened_at, case_id);
create index case_due on "case" (next_due_at) where next_due_at is not null and set_aside_at is null;
create index case_set_aside on "case" (set_aside_at) where set_aside_at is not null;

create table case_reference (
  contract_id text not null,
  reference text not null,
  case_id text not null,
  primary key (contract_id, reference, case_id)
);

create table event (
  contract_id text not null,
  case_id text not null,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz(3) not null,
  -- Everything but what people typed, of which it holds the salted digest.
  body json not null,
  -- Of the event before it in its case and of its own body.
  digest bytea not null,
  primary key (contract_id, case_id, number)
);

create index event_at on event using brin (at);

-- What people typed, with its salt: both can be cleared, and the record still holds.
create table event_text (
  contract_id text not null,
  case_id text not null,
  number integer not null,
  salt bytea,
  text text,
  erased_at timestamptz(3),
  primary key (contract_id, case_id, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'LR001';
end $$;
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
-- Also for a session that says it is replaying what another database has checked already.
alter table event enable always trigger event_append_only;

-- What was asked of a case and refused.
create table refused (
  contract_id text not null,
  refused_id uuid not null,
  case_id text not null,
  at timestamptz(3) not null,
  command text not null,
  actor text not null,
  by_person text not null,
  over text,
  code text not null,
  primary key (contract_id, refused_id)
);
create index refused_by_time on refused (contract_id, at);

-- The first answer to a command from outside, for whoever repeats it.
create table answer (
  contract_id text not null,
  caller text not null,
  key text not null,
  request bytea not null,
  at timestamptz(3) not null,
  answer jsonb not null,
  primary key (contract_id, caller, key)
);
create index answer_by_time on answer (at);

create table delivery (
  contract_id text not null,
  delivery_id uuid not null,
  case_id text not null,
  -- The last event it tells of.
  number integer not null,
  round integer not null default 0,
  person_id text not null,
  level integer,
  -- The language area of its sentences: an event's notice, or a mail about mail.
  kind text not null,
  means text not null,
  state text not null check (state in ('queued', 'handedOver', 'delivered', 'failed')),
  attempts integer not null default 0,
  reason text,
  carrier_id text,
  queued_at timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (contract_id, delivery_id)
);
create unique index delivery_once on delivery (contract_id, case_id, number, round, person_id, means, kind);
create index delivery_waiting on delivery (queued_at) where state = 'queued';

-- Addresses and bodies: apart, so that they can be cleared. Links are placeholders, never tokens.
create table delivery_body (
  contract_id text not null,
  delivery_id uuid not null,
  address text,
  subject text,
  body_text text,
  body_html text,
  reply_to boolean not null,
  erased_at timestamptz(3),
  primary key (contract_id, delivery_id)
);

create table action_link (
  contract_id text not null,
  link_id uuid not null,
  token_hash bytea not null,
  case_id text not null,
  person_id text not null,
  command text not null,
  level integer,
  -- What the case looked like when it was made; when that has passed, so has the link.
  stamp text not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (contract_id, link_id)
);
create unique index action_link_token on action_link (token_hash);

create table reply_address (
  contract_id text not null,
  case_id text not null,
  person_id text not null,
  address_hash bytea not null,
  primary key (contract_id, case_id, person_id)
);
create unique index reply_address_hash on reply_address (address_hash);

create table inbound_mail (
  contract_id text not null,
  mail_id text not null,
  case_id text not null,
  person_id text not null,
  received_at timestamptz(3) not null,
  kind text not null,
  -- What became of it: a command, a message, held, dropped.
  outcome text not null,
  primary key (contract_id, mail_id)
);

create table inbound_mail_body (
  contract_id text not null,
  mail_id text not null,
  sender text,
  body_text text,
  erased_at timestamptz(3),
  primary key (contract_id, mail_id)
);

create table api_token (
  token_id uuid primary key,
  token_hash bytea not null unique,
  name text not null,
  -- An administrator's token belongs to the installation, every other to a person.
  contract_id text,
  person_id text,
  scopes text[] not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  foreign key (contract_id, person_id) references person,
  check ((contract_id is null) = (person_id is null))
);

-- pg-boss construction plans
