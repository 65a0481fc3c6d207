-- What the last weekly digest of a contract said keeps people from being reached: the next one says what does no more.
-- `wrong` names people by their ids, never by a name, a number or an address.

create table told_readiness (
  contract_id text primary key references contract,
  week_on date not null,
  wrong jsonb not null check (jsonb_typeof(wrong) = 'array')
);
