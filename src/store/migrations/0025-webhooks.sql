-- Addresses of programs that are told what happens in a contract, by signed requests (Standard Webhooks).

create table webhook (
  contract_id text not null references contract,
  webhook_id uuid not null,
  url text not null,
  -- Types of the catalogue; empty: all of them.
  types text[] not null,
  -- What requests are signed with is computed from this; beside it, for a while, from the one before.
  secret_id uuid not null,
  old_secret_id uuid,
  old_until timestamptz(3),
  made_at timestamptz(3) not null,
  made_by text not null,
  -- Since when it is told; what happened before is only sent where somebody asks for it.
  since timestamptz(3) not null,
  -- Null while it is told; else why not.
  off_because text check (off_because in ('person', 'gone', 'failing')),
  off_at timestamptz(3),
  primary key (contract_id, webhook_id),
  check ((off_because is null) = (off_at is null)),
  check ((old_secret_id is null) = (old_until is null))
);

create table webhook_delivery (
  contract_id text not null,
  delivery_id uuid not null,
  webhook_id uuid not null,
  -- The id that its receiver drops a repeat by: of what happened, the same at each attempt and each time it is sent again.
  event_id text not null,
  type text not null,
  -- An event of a case; of a plan the case is empty, and the number is its news'.
  case_id text not null,
  number integer not null,
  at timestamptz(3) not null,
  -- 0 by itself, 1 because somebody asked for it.
  round integer not null check (round in (0, 1)),
  queued_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- While it waits: when it is tried next.
  next_at timestamptz(3),
  -- What the last attempt came to: `status-500`, `timeout`.
  reason text,
  settled_at timestamptz(3),
  primary key (contract_id, delivery_id),
  foreign key (contract_id, webhook_id) references webhook,
  check ((state = 'waiting') = (next_at is not null) and (state = 'waiting') = (settled_at is null))
);
create unique index webhook_delivery_once on webhook_delivery (contract_id, webhook_id, event_id) where round = 0;
create index webhook_delivery_due on webhook_delivery (next_at) where next_at is not null;
create index webhook_delivery_newest on webhook_delivery (contract_id, webhook_id, queued_at desc, delivery_id);

-- Which transactions have been looked through for events of cases that webhooks are told of.
create table webhook_progress (seen pg_snapshot not null);
insert into webhook_progress values (pg_current_snapshot());
