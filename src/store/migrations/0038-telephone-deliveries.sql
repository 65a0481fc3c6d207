-- Texts and calls: the digits by which each is answered, and when each thing became of a delivery.

alter table delivery
  add column handed_over_at timestamptz(3),
  add column delivered_at timestamptz(3),
  add column answered_at timestamptz(3);

create table answer_key (
  contract_id text not null,
  delivery_id uuid not null,
  key text not null,
  command text not null,
  level integer,
  stamp text not null,
  primary key (contract_id, delivery_id, key),
  foreign key (contract_id, delivery_id) references delivery
);

alter table carrier_news drop constraint carrier_news_carrier_check;
alter table carrier_news add constraint carrier_news_carrier_check
  check (carrier in ('mailOut', 'mailIn', 'mailbox', 'heartbeat', 'texts', 'calls'));
