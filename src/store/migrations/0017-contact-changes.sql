-- Numbers and addresses of people are live: whoever is reached by one changes it, proves it, and whoever was reached by
-- the old one can hold it up. The values stand apart from what happened, so that they can be erased.

create table contact_change (
  contract_id text not null references contract,
  -- In its contract, from 1.
  change integer not null check (change > 0),
  person_id text not null,
  field text not null check (field in ('email', 'office', 'mobile')),
  -- Null: there is none, or it was erased.
  old_value text,
  new_value text,
  -- Of an address: the code that is sent to it is computed from this.
  code_id uuid,
  -- Of the link by which the change is held up.
  freeze_hash bytea not null unique,
  -- Words of the state that its events make, for finding it.
  status text not null check (status in ('waiting', 'done', 'frozen', 'dropped')),
  erased_at timestamptz(3),
  primary key (contract_id, change),
  foreign key (contract_id, person_id) references person
);
create index contact_change_of_person on contact_change (contract_id, person_id, change desc);

create table contact_event (
  contract_id text not null,
  change integer not null,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz(3) not null,
  -- Ids alone, never a number or an address.
  body json not null,
  primary key (contract_id, change, number),
  foreign key (contract_id, change) references contact_change
);
create trigger contact_event_append_only before update or delete or truncate on contact_event
  for each statement execute function refuse_change();
alter table contact_event enable always trigger contact_event_append_only;

-- What is known of a number or an address as it is used today; without a line nobody has confirmed it.
create table contact_means (
  contract_id text not null,
  person_id text not null,
  field text not null check (field in ('email', 'office', 'mobile')),
  confirmed_at timestamptz(3) not null,
  primary key (contract_id, person_id, field),
  foreign key (contract_id, person_id) references person
);

-- A number or an address that is used from now on stands among the changes of rights: by an address one signs in.
alter table rights_change drop constraint rights_change_kind_check;
alter table rights_change add constraint rights_change_kind_check check (kind in ('personAdded', 'personRenamed',
  'personErased', 'roleGranted', 'roleWithdrawn', 'seatFilled', 'customerAdded', 'customerRenamed', 'accountSet',
  'tokenMade', 'tokenRevoked', 'domainAllowed', 'domainWithdrawn', 'joinedByDomain', 'administratorMade',
  'administratorLinkMade', 'contactChanged'));
