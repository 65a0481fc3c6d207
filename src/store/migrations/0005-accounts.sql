-- Signing in: accounts, what proves that somebody is who they say, and sessions. The tables of better-auth, under our
-- names; test/accounts/tables.test.ts asks it whether anything is missing. An account is nobody's until it is a person
-- of a contract: then it may do what that person may.

create table sign_in_account (
  id text primary key,
  name text not null,
  -- In small letters, and proved: no account is made for an address before a mail to it was read.
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  two_factor_enabled boolean,
  language text,
  time_zone text,
  -- Keeps the installation: sees what belongs to no contract.
  keeps_installation boolean not null default false
);

create table sign_in_session (
  id text primary key,
  account_id text not null references sign_in_account on delete cascade,
  -- Nothing without the installation's secret, with which the cookie signs it.
  token text not null unique,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  -- When they last proved who they are, and by what.
  authenticated_at timestamptz(3) not null,
  method text not null check (method in ('demonstration', 'link', 'password', 'passkey', 'organisation'))
);
create index sign_in_session_account on sign_in_session (account_id);
create index sign_in_session_expires on sign_in_session (expires_at);

-- What an account signs in with besides links: its password, kept as a digest, or an organisation's word.
create table sign_in_identity (
  id text primary key,
  account_id text not null references sign_in_account on delete cascade,
  provider text not null,
  identity text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (provider, identity)
);
create index sign_in_identity_account on sign_in_identity (account_id);

-- What was begun and is to be finished within minutes: the second factor, a passkey, an organisation's sign-in.
create table sign_in_begun (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index sign_in_begun_identifier on sign_in_begun (identifier);

-- The secret and the recovery codes are encrypted.
create table sign_in_second_factor (
  id text primary key,
  account_id text not null references sign_in_account on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_count integer,
  locked_until timestamptz(3)
);
create index sign_in_second_factor_account on sign_in_second_factor (account_id);

create table sign_in_passkey (
  id text primary key,
  account_id text not null references sign_in_account on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz(3),
  aaguid text
);
create index sign_in_passkey_account on sign_in_passkey (account_id);

-- Who an account is in a contract. A person is one account's; an account is one person of a contract.
create table account_person (
  contract_id text not null,
  person_id text not null,
  account_id text not null references sign_in_account on delete cascade,
  -- The address that was proved to be theirs. When the person's recorded address becomes another, the account is that
  -- person no longer. Null in a demonstration, where anybody may step into anybody.
  address text,
  proved_at timestamptz(3) not null,
  -- Came by their own mailbox at a customer's domain, and proves it again every 90 days.
  by_domain boolean not null default false,
  primary key (contract_id, person_id),
  unique (account_id, contract_id),
  foreign key (contract_id, person_id) references person
);
