-- Calls and texts that opened a case, as against those that are about one: what a number opens within an hour is counted.
alter table telephone_call add column has_opened boolean not null default false;
alter table telephone_text add column has_opened boolean not null default false;

-- What was answered to them is kept without the PIN, which is filled in where an answer is given again. An answer of before has
-- the first PIN of its case.
update telephone_text set has_opened = true,
  answer = regexp_replace(regexp_replace(answer, 'PIN \d{6}', 'PIN ladder-pin:first', 'g'),
    '("\d+ )\d{6}"', '\1ladder-pin:first"', 'g')
where case_id is not null and answer ~ 'PIN \d{6}';
update telephone_call set has_opened = true,
  answer = regexp_replace(answer::text, 'PIN (is |es )?\d(, \d){5}', 'PIN \1ladder-pin:first', 'g')::jsonb
where case_id is not null and answer::text ~ 'PIN (is |es )?\d(, \d){5}';
