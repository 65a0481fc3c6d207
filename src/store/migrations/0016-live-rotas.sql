-- Who is on duty is changed while a plan is in force: overrides and swaps, on a record of their own for each contract,
-- chained as a case's is. People are named by their seats; nothing is typed, so there is nothing to erase.

create table rota (
  contract_id text primary key references contract,
  events integer not null check (events > 0),
  -- The digest of the last event.
  head bytea not null
);

create table rota_event (
  contract_id text not null references rota,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz(3) not null,
  body json not null,
  -- Of the event before it and of its own body.
  digest bytea not null,
  primary key (contract_id, number)
);
create trigger rota_event_append_only before update or delete or truncate on rota_event
  for each statement execute function refuse_change();
alter table rota_event enable always trigger rota_event_append_only;
