-- Where open cases stand is counted by an index alone, whatever their rows weigh.
create index case_standing on "case" (contract_id, track, level, waiting_kind, waiting_party, customer_id)
  where status = 'open' and not practice;
