-- Mails to addresses at which cases are opened, and what became of each. Senders, subjects and texts stand apart.

create table opening_mail (
  contract_id text not null references contract,
  mail_id text not null,
  received_at timestamptz(3) not null,
  -- Who wrote it: a person, or a program.
  kind text not null,
  -- Whether the domain of its sender vouches for it.
  is_proved boolean not null,
  -- As its address names it, or the only one of the plan.
  track_id text,
  -- Whose address its sender's is on file.
  person_id text,
  -- What became of it: `opened`, `held`, `putAside`, or `nothing`.
  outcome text not null check (outcome in ('opened', 'held', 'putAside', 'nothing')),
  -- Why it is held, or was: a code, and what the case itself refused.
  why text,
  refusal jsonb,
  writer_told boolean not null default false,
  desk_told boolean not null default false,
  case_id text,
  settled_by text,
  settled_at timestamptz(3),
  primary key (contract_id, mail_id)
);

create index opening_mail_held on opening_mail (contract_id, received_at, mail_id) where outcome = 'held';
create index opening_mail_received on opening_mail (contract_id, received_at);
create index opening_mail_of_case on opening_mail (contract_id, case_id) where case_id is not null;

create table opening_mail_body (
  contract_id text not null,
  mail_id text not null,
  sender text,
  subject text,
  body_text text,
  -- Why it was put aside, as whoever did so wrote it.
  reason text,
  erased_at timestamptz(3),
  primary key (contract_id, mail_id)
);
