-- Webhooks of people who read a plan: they tell of the plan alone, and end with their owner's last role.

alter table webhook add column owner_id text;
alter table webhook add foreign key (contract_id, owner_id) references person;
create index webhook_of_owner on webhook (contract_id, owner_id) where owner_id is not null;
