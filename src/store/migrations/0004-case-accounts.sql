-- Whose account a case is: the people in the directory it was opened with, so that their lists need no state.
-- Null where nobody is named: such a case is in no such list, and not in the index.

alter table "case" add column accounts text[];

create function case_accounts() returns trigger language plpgsql as $$
begin
  -- The directory of a case never changes, so that opening it is the only time to look.
  new.accounts := nullif(array(
    select distinct value from json_each_text(coalesce(new.state->'last', new.state)->'directory') order by value), '{}');
  return new;
end
$$;

create trigger case_accounts before insert on "case"
  for each row when (new.accounts is null) execute function case_accounts();

update "case" set accounts = array(
    select distinct value from json_each_text(coalesce(state->'last', state)->'directory') order by value)
  where exists (select from json_each_text(coalesce(state->'last', state)->'directory'));

create index case_of_account on "case" using gin (accounts) where accounts is not null;
