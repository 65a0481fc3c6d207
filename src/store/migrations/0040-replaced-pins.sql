-- A PIN that replaced another is computed of an id of its own; the first one of a case of the case's number alone.
alter table telephone_line add column pin_id uuid;
