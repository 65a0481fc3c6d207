-- Readers who asked to be told when a plan changes. Who they are is no part of the record: a row goes when its
-- subscription ends, and the address with it.

create table plan_subscription (
  contract_id text not null references contract,
  subscription_id uuid not null,
  -- Somebody of the contract, reached where they are reached on that day; null: whoever has proved the address.
  person_id text,
  -- In small letters; null of somebody of the contract.
  address text,
  -- In which they are written to; null of somebody of the contract, who has one of their own.
  language text check (language in ('en', 'es')),
  asked_at timestamptz(3) not null,
  -- Since when they are told; null until the address is proved.
  proved_at timestamptz(3),
  -- Of the link that proves the address, and until when it does; null once it has.
  proof_hash bytea unique,
  expires_at timestamptz(3),
  -- Of the link in every letter that ends it.
  end_hash bytea not null unique,
  primary key (contract_id, subscription_id),
  foreign key (contract_id, person_id) references person,
  check ((person_id is null) = (address is not null) and (address is null) = (language is null)),
  check ((proof_hash is null) = (expires_at is null) and (proof_hash is null) = (proved_at is not null))
);
create unique index plan_subscription_of_address on plan_subscription (contract_id, address) where address is not null;
create unique index plan_subscription_of_person on plan_subscription (contract_id, person_id) where person_id is not null;

-- What subscribers are to be told: written with what has happened, and done when everybody was written to.
create table plan_news (
  contract_id text not null references contract,
  -- In its contract, from 1.
  number integer not null check (number > 0),
  at timestamptz(3) not null,
  -- A plan that was published, or a seat that somebody else fills.
  revision integer,
  seat_id text,
  -- The last subscriber who was written to.
  told_after uuid,
  told_at timestamptz(3),
  -- When it is tried again, after a fault of ours.
  again_at timestamptz(3),
  primary key (contract_id, number),
  check ((revision is null) = (seat_id is not null))
);
create index plan_news_waiting on plan_news (at) where told_at is null;
