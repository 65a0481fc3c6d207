-- Channels of Slack and Microsoft Teams that are told of the cases of a contract.

create table chat_channel (
  contract_id text not null references contract,
  channel_id uuid not null,
  kind text not null check (kind in ('slack', 'teams')),
  name text not null,
  -- Of Slack the id of the channel there.
  room text not null,
  -- Empty: every level, and what goes to the contractor's own people.
  levels integer[] not null,
  -- Tokens and addresses, encrypted with the secret of the installation.
  sealed text not null,
  made_at timestamptz(3) not null,
  made_by text not null,
  off_because text check (off_because in ('person', 'refused')),
  off_at timestamptz(3),
  -- Nothing is sent until then: it asked us to wait.
  rest_until timestamptz(3),
  primary key (contract_id, channel_id),
  check ((off_because is null) = (off_at is null))
);

create table chat_message (
  contract_id text not null,
  message_id uuid not null,
  channel_id uuid not null,
  case_id text not null,
  -- Numbers of the events it tells of; what it says is written when it is sent.
  numbers integer[] not null,
  levels integer[] not null,
  queued_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  -- Shows a button that acts, and is drawn anew when its case moves on.
  is_live boolean not null default false,
  wanted integer not null default 0,
  attempts integer not null default 0,
  -- When it is sent, or drawn anew; null where there is nothing to do.
  next_at timestamptz(3),
  reason text,
  -- Where it stands in its channel, and the state of the case that it shows.
  place text,
  stamp text,
  settled_at timestamptz(3),
  primary key (contract_id, message_id),
  foreign key (contract_id, channel_id) references chat_channel
);
create unique index chat_message_once on chat_message (contract_id, channel_id, case_id, numbers);
create index chat_message_due on chat_message (next_at) where next_at is not null;
create index chat_message_newest on chat_message (contract_id, channel_id, queued_at desc, message_id);

-- Which user of a chat program is whom: said by the person, signed in.
create table chat_user (
  contract_id text not null,
  channel_id uuid not null,
  team_id text not null,
  user_id text not null,
  person_id text not null,
  at timestamptz(3) not null,
  primary key (contract_id, channel_id, team_id, user_id),
  foreign key (contract_id, channel_id) references chat_channel
);
create index chat_user_of_person on chat_user (contract_id, person_id);

-- What a user was shown, to say who they are here.
create table chat_invitation (
  contract_id text not null,
  token_hash bytea not null,
  channel_id uuid not null,
  team_id text not null,
  user_id text not null,
  user_name text not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (contract_id, token_hash),
  foreign key (contract_id, channel_id) references chat_channel
);
