-- Of a gap that was told, also who was left then, and whether its end lay behind the two weeks that are looked at. Of those
-- told before nobody knows it: they are not told again.
alter table told_gap
  add column cover text not null default 'nobody' check (cover in ('otherwise', 'nobody')),
  add column is_open boolean not null default true;
