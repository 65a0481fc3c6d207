-- Links by which somebody proves an address, second factors, limits on trying, what happened at the door, and the
-- domains whose people may come by themselves.

create table sign_in_link (
  link_id uuid primary key,
  token_hash bytea not null unique,
  -- What it does: signs in, takes up an invitation, lets somebody of a customer's domain in, makes the first
  -- administrator.
  purpose text not null check (purpose in ('signIn', 'invitation', 'domain', 'administrator')),
  -- The address it was sent to, in small letters; null for the administrator's, which is shown at the terminal.
  email text,
  contract_id text references contract,
  customer_id text,
  -- Where to go on: a path of ours.
  go_on text not null default '/',
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  check ((email is null) = (purpose = 'administrator')),
  foreign key (contract_id, customer_id) references customer
);
create index sign_in_link_email on sign_in_link (email, expires_at);
create sequence sign_in_mail_number as integer;

-- The second factor is looked after by Ladder itself: a code counts once, and is asked for after a link too.
drop table sign_in_second_factor;
create table sign_in_second_factor (
  account_id text primary key references sign_in_account on delete cascade,
  -- Encrypted.
  secret text not null,
  made_at timestamptz(3) not null,
  -- Null until a first code has shown that the other side has the secret too.
  confirmed_at timestamptz(3),
  -- The last count of half minutes whose code was taken.
  last_counter bigint
);
create table sign_in_recovery_code (
  account_id text not null references sign_in_account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz(3),
  primary key (account_id, code_hash)
);
-- Somebody who has shown the first factor and not yet the second.
create table sign_in_half (
  half_id text primary key,
  account_id text not null references sign_in_account on delete cascade,
  method text not null,
  go_on text not null,
  expires_at timestamptz(3) not null,
  tries integer not null default 0
);
alter table sign_in_account drop column two_factor_enabled;

-- How often something was tried within a while; of addresses only a keyed digest.
create table sign_in_limit (
  key bytea not null,
  window_at timestamptz(3) not null,
  tries integer not null,
  primary key (key, window_at)
);

-- What happened at the door: who signed in, what failed, what was changed about an account or a right.
create table sign_in_log (
  log_id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  kind text not null,
  -- Whom it is about; kept when the account is gone.
  account_id text,
  contract_id text,
  person_id text,
  -- Who did it, where that is somebody else.
  by_account_id text,
  method text,
  detail text,
  ip_address text,
  user_agent text
);
create index sign_in_log_account on sign_in_log (account_id, at);
create index sign_in_log_person on sign_in_log (contract_id, person_id, at) where person_id is not null;
create index sign_in_log_at on sign_in_log (at);

-- Whoever has a mailbox at exactly this domain may come as somebody of this customer.
create table customer_domain (
  contract_id text not null,
  customer_id text not null,
  domain text not null check (domain = lower(domain)),
  made_at timestamptz(3) not null,
  primary key (contract_id, domain),
  foreign key (contract_id, customer_id) references customer
);
create index customer_domain_name on customer_domain (domain);
