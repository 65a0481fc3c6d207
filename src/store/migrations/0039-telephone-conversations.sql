-- Calls and texts that come in, and calls that were answered: where each stands between its turns, so that any node takes
-- the next one. Numbers are erased with the case they came to, or with their time.

create table telephone_call (
  -- As the carrier names it.
  call_id text primary key,
  -- Whether somebody rang us, or we them.
  kind text not null check (kind in ('in', 'notice')),
  -- Of the other end; null where it was withheld.
  number text,
  began_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  contract_id text,
  case_id text,
  -- Of a notice: which one.
  delivery_id uuid,
  -- How many turns were taken; the next one has the next number.
  turn integer not null default 0 check (turn >= 0),
  state jsonb not null,
  -- What was answered to the last turn: whoever asks for it once more is answered the same.
  answer jsonb
);

create index telephone_call_of_number on telephone_call (number, began_at);
create index telephone_call_of_case on telephone_call (contract_id, case_id) where case_id is not null;

create table telephone_text (
  text_id text primary key,
  number text,
  received_at timestamptz(3) not null,
  contract_id text,
  case_id text,
  -- What was answered.
  answer text
);

create index telephone_text_of_number on telephone_text (number, received_at);
create index telephone_text_of_case on telephone_text (contract_id, case_id) where case_id is not null;

-- What is remembered of a number between two texts.
create table telephone_number (
  number text primary key,
  -- Whoever has it wants no texts from us since then.
  stopped_at timestamptz(3),
  -- What was asked last, and until when its answer is waited for.
  memory jsonb,
  memory_until timestamptz(3),
  -- Wrong PINs within the last hour.
  wrong_at timestamptz(3)[] not null default '{}'
);

-- Wrong PINs for a case. What is locked is its telephone, and nothing else of it.
create table telephone_line (
  contract_id text not null,
  case_id text not null,
  wrong_at timestamptz(3)[] not null default '{}',
  locked_until timestamptz(3),
  primary key (contract_id, case_id)
);

-- Recordings that the carrier still has: for a case, or for what is held for the desk.
create table telephone_recording (
  contract_id text not null references contract (contract_id),
  recording_id uuid not null,
  case_id text,
  mail_id text,
  -- In whose name it goes onto the case.
  person_id text,
  name text not null,
  url text not null,
  made_at timestamptz(3) not null,
  attempts integer not null default 0,
  next_at timestamptz(3) not null,
  primary key (contract_id, recording_id),
  check ((case_id is null) <> (mail_id is null))
);

create index telephone_recording_due on telephone_recording (next_at);
