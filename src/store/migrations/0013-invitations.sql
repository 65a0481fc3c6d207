-- The language of a person is nobody's choice until somebody makes it: the contract's counts till then.
alter table person alter column language drop not null;
alter table person alter column language drop default;
update person set language = null;
alter table contract add column language text not null default 'en';

-- Everything that changes who may come in stands among the changes of rights.
alter table rights_change drop constraint rights_change_kind_check;
alter table rights_change add constraint rights_change_kind_check check (kind in ('personAdded', 'personRenamed',
  'personErased', 'roleGranted', 'roleWithdrawn', 'seatFilled', 'customerAdded', 'customerRenamed', 'accountSet',
  'tokenMade', 'tokenRevoked', 'domainAllowed', 'domainWithdrawn', 'joinedByDomain', 'administratorMade',
  'administratorLinkMade'));
alter table rights_change add column domain text;
