-- How long answers took, case by case: written with the events that change it, so that the overview of a contract
-- counts narrow rows and no states. Drills and samples have none.

create table answer_time (
  contract_id text not null,
  case_id text not null,
  customer_id text not null,
  track text not null,
  -- What the contract's clocks count from.
  opened_from timestamptz(3) not null,
  is_open boolean not null,
  -- Milliseconds since then, by every clock there is and in the calendar's hours; null where it has not come, and in
  -- hours also where the track counts in none.
  acknowledged_ms bigint,
  acknowledged_open_ms bigint,
  responded_ms bigint,
  responded_open_ms bigint,
  satisfied_ms bigint,
  satisfied_open_ms bigint,
  primary key (contract_id, case_id)
);
-- Everything the overview asks of a period lies in the index.
create index answer_time_by_opening on answer_time (contract_id, opened_from) include (customer_id, track, is_open,
  acknowledged_ms, acknowledged_open_ms, responded_ms, responded_open_ms, satisfied_ms, satisfied_open_ms);

-- Who gave or took what right, and when; written with the change itself. Ids only: nothing here needs erasing.
create table rights_change (
  change_id bigint generated always as identity primary key,
  -- Null where it concerns the whole installation.
  contract_id text,
  at timestamptz(3) not null,
  -- A person of the contract, an account that keeps the installation, or somebody at its terminal.
  by_kind text not null check (by_kind in ('person', 'account', 'terminal')),
  by_id text,
  kind text not null check (kind in ('personAdded', 'personRenamed', 'roleGranted', 'roleWithdrawn', 'seatFilled',
    'customerAdded', 'customerRenamed', 'accountSet', 'tokenMade', 'tokenRevoked')),
  person_id text,
  role text,
  customer_id text,
  seat_id text,
  token_id uuid,
  check ((by_kind = 'terminal') = (by_id is null))
);
create index rights_change_of_contract on rights_change (contract_id, change_id);
create trigger rights_change_append_only before update or delete or truncate on rights_change
  for each statement execute function refuse_change();
alter table rights_change enable always trigger rights_change_append_only;
