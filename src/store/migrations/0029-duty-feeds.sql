-- Addresses at which calendar programs ask who is on duty. An address is a secret of whoever made it, and only its
-- digest is kept. That one was made or ended is no part of the record: it gives nobody a right they have not.

create table duty_feed (
  contract_id text not null references contract,
  feed_id uuid not null,
  -- Whose it is: what it shows ends with what they may see.
  person_id text not null,
  -- Everybody's duty at this level; null: the duty of the seats that the person fills.
  level integer check (level > 0),
  token_hash bytea not null unique,
  made_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (contract_id, feed_id),
  foreign key (contract_id, person_id) references person
);
create index duty_feed_of_person on duty_feed (contract_id, person_id, made_at);
