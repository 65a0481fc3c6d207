-- What the digest of a revision stands on beside its rules: a salted digest of each personal value of the plan.

alter table revision add column loaded_by text;

create table revision_personal (
  contract_id text not null,
  number integer not null,
  -- Where it stands: contacts.ana.email. The plan as written is one such value too, named source; its text is kept
  -- in revision_source.
  path text not null,
  digest bytea not null,
  -- Both can be cleared, and the digest of the revision still holds.
  salt bytea,
  value text,
  erased_at timestamptz(3),
  primary key (contract_id, number, path),
  foreign key (contract_id, number) references revision
);
