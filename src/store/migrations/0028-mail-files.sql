-- Files of mails that wait: for the desk, for whoever wrote them to confirm them, or for a case that is set aside. They
-- go when it is settled, onto the case or away. `mail_id` is that of `inbound_mail` or of `opening_mail`.

create table mail_file (
  contract_id text not null references contract (contract_id),
  mail_id text not null,
  -- In its mail, from 1.
  number integer not null check (number > 0),
  name text not null,
  size integer not null check (size >= 0),
  -- Of a file that is not kept: why.
  why text,
  bytes bytea,
  primary key (contract_id, mail_id, number),
  check ((bytes is null) = (why is not null))
);

alter table mail_file alter column bytes set storage external;
