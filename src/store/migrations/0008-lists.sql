-- What lists of cases are narrowed and sorted by, and what became of each promise.

-- The earliest instant at which something of an open case is due, or was and is not done yet: a promise, a step.
-- Infinity where nothing is, null once it is closed.
alter table "case" add column owed_at timestamptz(3) default 'infinity';
-- Whether the contractor's word is wanted.
alter table "case" add column owes_word boolean not null default false;
-- Who has taken the case over.
alter table "case" add column owner text;
-- What waits for oversight now, since when, and when a step of its own will be due.
alter table "case" add column oversight_work text[];
alter table "case" add column oversight_at timestamptz(3);
alter table "case" add column oversight_step_at timestamptz(3);

-- Of cases that are there already as far as their rows say it; the next event of each says the rest.
update "case" set
    owed_at = coalesce(least(
      (select to_timestamp(min(value::bigint) / 1000.0) from json_each_text(deadlines)
        where key like 'promise/%' or key like 'step/%'),
      (select to_timestamp(min((step->>'dueAt')::bigint) / 1000.0) from json_array_elements(state->'due') step
        where not (step->>'declined')::boolean)), 'infinity'),
    owes_word = waiting_kind in ('answer', 'settlement', 'move'),
    owner = state->>'owner'
  where status = 'open';
update "case" set owed_at = null where status = 'closed';

create index case_owed on "case" (contract_id, owed_at, case_id);
create index case_by_change on "case" (contract_id, changed_at, case_id);
-- Cases above the first level are few among many, and so are those that wait for oversight, or were handed over.
create index case_risen on "case" (contract_id, level, owed_at) where level > 1 and status = 'open';
create index case_closed on "case" (contract_id, opened_at, case_id) where status = 'closed';
create index case_of_oversight on "case" (contract_id, oversight_at, case_id) where oversight_at is not null;
create index case_oversight_step on "case" (contract_id, oversight_step_at, case_id) where oversight_step_at is not null;
create index case_of_owner on "case" (contract_id, owner) where owner is not null;

-- Whoever sees only what they reported is not shown all their customer's cases one by one.
drop index case_of_customer;
create index case_of_customer on "case" (contract_id, customer_id, opened_at, case_id, opened_by);

-- Compared by code points, so that every database finds what begins with a text by this index.
create index case_reference_prefix on case_reference (contract_id, (lower(reference) collate "C"));
create index case_reference_of_case on case_reference (contract_id, case_id);

-- Each start of a promise that was kept or missed. Drills and samples count nowhere, nor does what became void.
create table promise_end (
  contract_id text not null,
  case_id text not null,
  -- The number of its event.
  number integer not null,
  -- When it was kept, or fell due.
  at timestamptz(3) not null,
  track text not null,
  level integer not null,
  kind text not null,
  kept boolean not null,
  primary key (contract_id, case_id, number)
);
create index promise_end_by_time on promise_end (contract_id, at) include (track, level, kind, kept);

insert into promise_end (contract_id, case_id, number, at, track, level, kind, kept)
  select event.contract_id, event.case_id, event.number,
    (event.body->>case event.type when 'PromiseMissed' then 'dueAt' else 'occurredAt' end)::timestamptz,
    split_part(event.body->>'promise', '/', 1), (event.body->>'level')::integer,
    split_part(event.body->>'promise', '/', 3), event.type = 'PromiseKept'
  from event join "case" using (contract_id, case_id)
  where event.type in ('PromiseKept', 'PromiseMissed') and not practice;
