-- Mailboxes from which messages are taken, each by one node at a time, and the messages that were left in them: what
-- the page on problems shows. Numbers and codes only; whoever wrote them stands in the mailbox itself.

create table mailbox (
  -- Its server, its user and its folder, without the password.
  mailbox text primary key,
  holder uuid,
  held_until timestamptz(3),
  check ((holder is null) = (held_until is null))
);

create table mailbox_left (
  mailbox text not null references mailbox (mailbox),
  uid_validity bigint not null,
  uid bigint not null,
  why text not null check (why in ('notAddressed', 'tooLarge', 'unreadable', 'tooOld', 'putOff', 'ownFault')),
  received_at timestamptz(3) not null,
  left_at timestamptz(3) not null,
  -- When it is tried again by itself.
  again_at timestamptz(3),
  primary key (mailbox, uid_validity, uid)
);

alter table carrier_news drop constraint carrier_news_carrier_check;
alter table carrier_news add constraint carrier_news_carrier_check
  check (carrier in ('mailOut', 'mailIn', 'mailbox', 'heartbeat'));
