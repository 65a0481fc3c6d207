-- How each carrier did when it was last used, by whatever node: what the page on carriers shows. Codes only.

create table carrier_news (
  carrier text primary key check (carrier in ('mailOut', 'mailIn', 'heartbeat')),
  -- When it last did what it is for.
  done_at timestamptz(3),
  failed_at timestamptz(3),
  -- Why it failed then, as a code.
  reason text,
  check ((failed_at is null) = (reason is null))
);
