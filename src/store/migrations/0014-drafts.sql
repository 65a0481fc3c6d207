-- Plans on their way: from a draft to what is published, each with a record of its own, chained as a case's is.
-- Revisions that are there already stand as they are; they have no such record.

create table draft (
  contract_id text not null references contract,
  -- In its contract, from 1; not the number of a revision.
  draft integer not null check (draft > 0),
  status text not null check (status in ('draft', 'proposed', 'agreed', 'published', 'superseded', 'dropped')),
  made_at timestamptz(3) not null,
  made_by text not null,
  changed_at timestamptz(3) not null,
  changed_by text not null,
  -- Under which its rules are kept.
  revision integer,
  effective_at timestamptz(3),
  events integer not null check (events > 0),
  -- The digest of the last event.
  head bytea not null,
  -- Up to which event people were told.
  told integer not null default 0,
  primary key (contract_id, draft),
  foreign key (contract_id, revision) references revision
);
create index draft_due on draft (effective_at) where status = 'agreed' and effective_at is not null;
create index draft_untold on draft (contract_id, draft) where told < events;
create index draft_of_revision on draft (contract_id, revision) where revision is not null;

create table draft_event (
  contract_id text not null,
  draft integer not null,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz(3) not null,
  -- Everything but what was typed, of which it holds the salted digest: the plan as written is such a text.
  body json not null,
  -- Of the event before it and of its own body.
  digest bytea not null,
  primary key (contract_id, draft, number),
  foreign key (contract_id, draft) references draft
);
create trigger draft_event_append_only before update or delete or truncate on draft_event
  for each statement execute function refuse_change();
alter table draft_event enable always trigger draft_event_append_only;

-- What was typed, with its salt: both can be cleared, and the record still holds.
create table draft_text (
  contract_id text not null,
  draft integer not null,
  number integer not null,
  salt bytea,
  text text,
  erased_at timestamptz(3),
  primary key (contract_id, draft, number),
  foreign key (contract_id, draft) references draft
);
