-- What has happened to a change of a number or an address stands in the record with the events of cases, under
-- `contact-change:` and its number: chained, walked by `ladder verify`, and signed by checkpoints. A row of
-- contact_change is what these events lead to.

alter table contact_change
  add column events integer,
  -- The digest of the last event.
  add column head bytea,
  add column changed_at timestamptz(3);

-- Takes over what has happened so far. The digest is that of src/app/record.ts; every value here is a text.
do $$
declare
  happened record;
  chain text;
  current_digest text;
begin
  for happened in select contract_id, change, number, type, at, body from contact_event
    order by contract_id, change, number
  loop
    chain := 'contact-change:' || happened.change;
    if happened.number = 1 then
      current_digest := encode(sha256(convert_to(happened.contract_id || '/' || chain, 'UTF8')), 'hex');
    end if;
    current_digest := encode(sha256(convert_to(current_digest || chr(10) || happened.number || chr(10) || '{' || (
      select string_agg(to_json(key)::text || ':' || value::text, ',' order by key collate "C")
      from json_each(happened.body)) || '}', 'UTF8')), 'hex');
    insert into event (contract_id, case_id, number, type, at, body, digest)
    values (happened.contract_id, chain, happened.number, happened.type, happened.at, happened.body,
      decode(current_digest, 'hex'));
    update contact_change
    set events = happened.number, head = decode(current_digest, 'hex'), changed_at = happened.at
    where contract_id = happened.contract_id and change = happened.change;
  end loop;
end $$;

alter table contact_change
  alter column events set not null,
  add check (events > 0),
  alter column head set not null,
  alter column changed_at set not null;

drop table contact_event;
