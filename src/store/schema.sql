-- What the migrations make, for reading: written by `node test/store/write-schema.ts`, and a test compares it.
-- The schema of the job queue, `jobs`, is its library's and not shown.

create sequence case_number as bigint start 100001 increment 1 minvalue 1 maxvalue 9223372036854775807;
create sequence sign_in_mail_number as integer start 1 increment 1 minvalue 1 maxvalue 2147483647;

CREATE OR REPLACE FUNCTION public.case_accounts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- The directory of a case never changes, so that opening it is the only time to look.
  new.accounts := nullif(array(
    select distinct value from json_each_text(coalesce(new.state->'last', new.state)->'directory') order by value), '{}');
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the record is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'LR001';
end $function$;

create table account (
  contract_id text not null,
  customer_id text not null,
  seat_id text not null,
  person_id text not null
);
create table account_person (
  contract_id text not null,
  person_id text not null,
  account_id text not null,
  address text,
  proved_at timestamp(3) with time zone not null,
  by_domain boolean default false not null
);
create table action_link (
  contract_id text not null,
  link_id uuid not null,
  token_hash bytea not null,
  case_id text not null,
  person_id text not null,
  command text not null,
  level integer,
  stamp text not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create table answer (
  contract_id text not null,
  caller text not null,
  key text not null,
  request bytea not null,
  at timestamp(3) with time zone not null,
  answer jsonb not null
);
create table answer_key (
  contract_id text not null,
  delivery_id uuid not null,
  key text not null,
  command text not null,
  level integer,
  stamp text not null
);
create table answer_time (
  contract_id text not null,
  case_id text not null,
  customer_id text not null,
  track text not null,
  opened_from timestamp(3) with time zone not null,
  is_open boolean not null,
  acknowledged_ms bigint,
  acknowledged_open_ms bigint,
  responded_ms bigint,
  responded_open_ms bigint,
  satisfied_ms bigint,
  satisfied_open_ms bigint
);
create table api_token (
  token_id uuid not null,
  token_hash bytea not null,
  name text not null,
  contract_id text,
  person_id text,
  scopes text[] not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone
);
create table attestation (
  contract_id text not null,
  person_id text not null,
  status text not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid
);
create table attestation_plan (
  contract_id text not null,
  revision integer not null,
  changes bigint not null,
  at timestamp(3) with time zone not null
);
create table carrier_news (
  carrier text not null,
  done_at timestamp(3) with time zone,
  failed_at timestamp(3) with time zone,
  reason text
);
create table "case" (
  contract_id text not null,
  case_id text not null,
  customer_id text not null,
  revision integer not null,
  track text not null,
  status text not null,
  level integer not null,
  waiting_kind text not null,
  waiting_party text,
  practice boolean not null,
  opened_by text not null,
  opened_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  closed_at timestamp(3) with time zone,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid,
  events integer not null,
  said integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  set_aside_at timestamp(3) with time zone,
  set_aside_error text,
  set_aside_by text,
  accounts text[],
  owed_at timestamp(3) with time zone default 'infinity'::timestamp with time zone,
  owes_word boolean default false not null,
  owner text,
  oversight_work text[],
  oversight_at timestamp(3) with time zone,
  oversight_step_at timestamp(3) with time zone
);
create table case_file (
  contract_id text not null,
  case_id text not null,
  file_id uuid not null,
  kind text not null,
  size integer not null,
  name text,
  salt bytea,
  bytes bytea,
  erased_at timestamp(3) with time zone
);
create table case_person (
  contract_id text not null,
  case_id text not null,
  person_id text not null,
  part text not null,
  ends_at timestamp(3) with time zone
);
create table case_reference (
  contract_id text not null,
  reference text not null,
  case_id text not null
);
create table chat_channel (
  contract_id text not null,
  channel_id uuid not null,
  kind text not null,
  name text not null,
  room text not null,
  levels integer[] not null,
  sealed text not null,
  made_at timestamp(3) with time zone not null,
  made_by text not null,
  off_because text,
  off_at timestamp(3) with time zone,
  rest_until timestamp(3) with time zone
);
create table chat_invitation (
  contract_id text not null,
  token_hash bytea not null,
  channel_id uuid not null,
  team_id text not null,
  user_id text not null,
  user_name text not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create table chat_message (
  contract_id text not null,
  message_id uuid not null,
  channel_id uuid not null,
  case_id text not null,
  numbers integer[] not null,
  levels integer[] not null,
  queued_at timestamp(3) with time zone not null,
  state text not null,
  is_live boolean default false not null,
  wanted integer default 0 not null,
  attempts integer default 0 not null,
  next_at timestamp(3) with time zone,
  reason text,
  place text,
  stamp text,
  settled_at timestamp(3) with time zone
);
create table chat_user (
  contract_id text not null,
  channel_id uuid not null,
  team_id text not null,
  user_id text not null,
  person_id text not null,
  at timestamp(3) with time zone not null
);
create table checkpoint (
  number integer not null,
  at timestamp(3) with time zone not null,
  cases bigint not null,
  events bigint not null,
  listed integer not null,
  list_digest bytea not null,
  previous bytea not null,
  digest bytea not null,
  public_key text not null,
  signature text not null
);
create table checkpoint_head (
  contract_id text not null,
  case_id text not null,
  checkpoint integer not null,
  events integer not null,
  head bytea not null
);
create table checkpoint_progress (
  only_one boolean default true not null,
  seen pg_snapshot not null
);
create table contact_change (
  contract_id text not null,
  change integer not null,
  person_id text not null,
  field text not null,
  old_value text,
  new_value text,
  code_id uuid,
  freeze_hash bytea not null,
  status text not null,
  erased_at timestamp(3) with time zone,
  events integer not null,
  head bytea not null,
  changed_at timestamp(3) with time zone not null
);
create table contact_means (
  contract_id text not null,
  person_id text not null,
  field text not null,
  confirmed_at timestamp(3) with time zone not null
);
create table contact_report (
  contract_id text not null,
  report integer not null,
  person_id text not null,
  means text not null,
  status text not null,
  reported_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid
);
create table contact_reporter (
  contract_id text not null,
  report integer not null,
  reporter_id uuid not null,
  name text,
  address text,
  language text not null,
  proof_hash bytea not null,
  made_at timestamp(3) with time zone not null,
  is_written_to boolean not null,
  proved_at timestamp(3) with time zone,
  erased_at timestamp(3) with time zone
);
create table contract (
  contract_id text not null,
  title text not null,
  time_zone text not null,
  made_at timestamp(3) with time zone not null,
  language text default 'en'::text not null
);
create table customer (
  contract_id text not null,
  customer_id text not null,
  name text not null
);
create table customer_domain (
  contract_id text not null,
  customer_id text not null,
  domain text not null,
  made_at timestamp(3) with time zone not null
);
create table delivery (
  contract_id text not null,
  delivery_id uuid not null,
  case_id text not null,
  number integer not null,
  round integer default 0 not null,
  person_id text not null,
  level integer,
  kind text not null,
  means text not null,
  state text not null,
  attempts integer default 0 not null,
  reason text,
  carrier_id text,
  queued_at timestamp(3) with time zone not null,
  settled_at timestamp(3) with time zone,
  handed_over_at timestamp(3) with time zone,
  delivered_at timestamp(3) with time zone,
  answered_at timestamp(3) with time zone
);
create table delivery_body (
  contract_id text not null,
  delivery_id uuid not null,
  address text,
  subject text,
  body_text text,
  body_html text,
  reply_to boolean not null,
  erased_at timestamp(3) with time zone
);
create table draft (
  contract_id text not null,
  draft integer not null,
  status text not null,
  made_at timestamp(3) with time zone not null,
  made_by text not null,
  changed_at timestamp(3) with time zone not null,
  changed_by text not null,
  revision integer,
  effective_at timestamp(3) with time zone,
  events integer not null,
  head bytea not null,
  told integer default 0 not null
);
create table draft_event (
  contract_id text not null,
  draft integer not null,
  number integer not null,
  type text not null,
  at timestamp(3) with time zone not null,
  body json not null,
  digest bytea not null
);
create table draft_text (
  contract_id text not null,
  draft integer not null,
  number integer not null,
  salt bytea,
  text text,
  erased_at timestamp(3) with time zone
);
create table drill (
  contract_id text not null,
  drill integer not null,
  level integer not null,
  status text not null,
  start_at timestamp(3) with time zone not null,
  begun_at timestamp(3) with time zone,
  end_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid
);
create table duty_feed (
  contract_id text not null,
  feed_id uuid not null,
  person_id text not null,
  level integer,
  token_hash bytea not null,
  made_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone
);
create table duty_mail (
  contract_id text not null,
  person_id text not null,
  stopped_at timestamp(3) with time zone,
  handed_over_at timestamp(3) with time zone
);
create table erasure (
  erasure_id uuid not null,
  at timestamp(3) with time zone not null,
  scope text not null,
  contract_id text,
  subject text,
  before timestamp(3) with time zone,
  counts jsonb not null
);
create table event (
  contract_id text not null,
  case_id text not null,
  number integer not null,
  type text not null,
  at timestamp(3) with time zone not null,
  body json not null,
  digest bytea not null,
  written_in bigint default ((pg_current_xact_id())::text)::bigint not null
);
create table event_text (
  contract_id text not null,
  case_id text not null,
  number integer not null,
  salt bytea,
  text text,
  erased_at timestamp(3) with time zone
);
create table failed_letter (
  contract_id text not null,
  job_id uuid not null,
  case_id text not null,
  since timestamp(3) with time zone not null,
  times integer not null,
  next_at timestamp(3) with time zone not null,
  error text not null,
  seen_at timestamp(3) with time zone
);
create table inbound_mail (
  contract_id text not null,
  mail_id text not null,
  case_id text not null,
  person_id text not null,
  received_at timestamp(3) with time zone not null,
  kind text not null,
  outcome text not null
);
create table inbound_mail_body (
  contract_id text not null,
  mail_id text not null,
  sender text,
  body_text text,
  erased_at timestamp(3) with time zone
);
create table installation (
  only_one boolean default true not null,
  kind text not null,
  made_at timestamp(3) with time zone not null,
  clock_offset_ms bigint default 0 not null,
  secret_fingerprint text not null
);
create table mail_file (
  contract_id text not null,
  mail_id text not null,
  number integer not null,
  name text not null,
  size integer not null,
  why text,
  bytes bytea
);
create table mailbox (
  mailbox text not null,
  holder uuid,
  held_until timestamp(3) with time zone
);
create table mailbox_left (
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  why text not null,
  received_at timestamp(3) with time zone not null,
  left_at timestamp(3) with time zone not null,
  again_at timestamp(3) with time zone
);
create table migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone default clock_timestamp() not null
);
create table notice_rules (
  contract_id text not null,
  person_id text not null,
  status text not null,
  events integer not null,
  head bytea not null,
  state json not null,
  changed_at timestamp(3) with time zone not null
);
create table obligation (
  contract_id text not null,
  obligation_id text not null,
  obligation text not null,
  revision integer not null,
  kind text not null,
  owner text not null,
  accepted_by text not null,
  status text not null,
  due_on date not null,
  due_at timestamp(3) with time zone not null,
  waiting text[] not null,
  changed_at timestamp(3) with time zone not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid
);
create table obligation_plan (
  contract_id text not null,
  revision integer not null,
  at timestamp(3) with time zone not null
);
create table opening_mail (
  contract_id text not null,
  mail_id text not null,
  received_at timestamp(3) with time zone not null,
  kind text not null,
  is_proved boolean not null,
  track_id text,
  person_id text,
  outcome text not null,
  why text,
  refusal jsonb,
  writer_told boolean default false not null,
  desk_told boolean default false not null,
  case_id text,
  settled_by text,
  settled_at timestamp(3) with time zone
);
create table opening_mail_body (
  contract_id text not null,
  mail_id text not null,
  sender text,
  subject text,
  body_text text,
  reason text,
  erased_at timestamp(3) with time zone
);
create table person (
  contract_id text not null,
  person_id text not null,
  name text,
  email text,
  office text,
  mobile text,
  title text,
  shown text default 'customers'::text not null,
  language text,
  time_zone text,
  erased_at timestamp(3) with time zone
);
create table plan_news (
  contract_id text not null,
  number integer not null,
  at timestamp(3) with time zone not null,
  revision integer,
  seat_id text,
  told_after uuid,
  told_at timestamp(3) with time zone,
  again_at timestamp(3) with time zone
);
create table plan_subscription (
  contract_id text not null,
  subscription_id uuid not null,
  person_id text,
  address text,
  language text,
  asked_at timestamp(3) with time zone not null,
  proved_at timestamp(3) with time zone,
  proof_hash bytea,
  expires_at timestamp(3) with time zone,
  end_hash bytea not null
);
create table promise_end (
  contract_id text not null,
  case_id text not null,
  number integer not null,
  at timestamp(3) with time zone not null,
  track text not null,
  level integer not null,
  kind text not null,
  kept boolean not null
);
create table refused (
  contract_id text not null,
  refused_id uuid not null,
  case_id text not null,
  at timestamp(3) with time zone not null,
  command text not null,
  actor text not null,
  by_person text not null,
  over text,
  code text not null
);
create table reply_address (
  contract_id text not null,
  case_id text not null,
  person_id text not null,
  address_hash bytea not null
);
create table revision (
  contract_id text not null,
  number integer not null,
  state text not null,
  digest bytea not null,
  rules jsonb not null,
  agreed_by text[] default '{}'::text[] not null,
  loaded_at timestamp(3) with time zone not null,
  published_at timestamp(3) with time zone,
  loaded_by text
);
create table revision_personal (
  contract_id text not null,
  number integer not null,
  path text not null,
  digest bytea not null,
  salt bytea,
  value text,
  erased_at timestamp(3) with time zone
);
create table revision_source (
  contract_id text not null,
  number integer not null,
  source text,
  erased_at timestamp(3) with time zone
);
create table rights_change (
  change_id bigint generated always as identity not null,
  contract_id text,
  at timestamp(3) with time zone not null,
  by_kind text not null,
  by_id text,
  kind text not null,
  person_id text,
  role text,
  customer_id text,
  seat_id text,
  token_id uuid,
  domain text
);
create table role (
  contract_id text not null,
  person_id text not null,
  role text not null,
  customer_id text
);
create table rota (
  contract_id text not null,
  events integer not null,
  head bytea not null
);
create table rota_event (
  contract_id text not null,
  number integer not null,
  type text not null,
  at timestamp(3) with time zone not null,
  body json not null,
  digest bytea not null
);
create table seat (
  contract_id text not null,
  seat_id text not null,
  person_id text,
  since timestamp(3) with time zone not null
);
create table seat_filling (
  contract_id text not null,
  filling integer not null,
  seat_id text not null,
  holder_id text,
  before_id text,
  status text not null,
  hold_id uuid,
  hold_hash bytea,
  changed_at timestamp(3) with time zone not null,
  events integer not null,
  head bytea not null,
  state json not null,
  deadlines json not null,
  next_due_at timestamp(3) with time zone,
  deadline_job uuid
);
create table seen_late (
  contract_id text not null,
  case_id text not null,
  due_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null
);
create table sign_in_account (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  language text,
  time_zone text,
  keeps_installation boolean default false not null
);
create table sign_in_begun (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp(3) with time zone not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);
create table sign_in_half (
  half_id text not null,
  account_id text not null,
  method text not null,
  go_on text not null,
  expires_at timestamp(3) with time zone not null,
  tries integer default 0 not null
);
create table sign_in_identity (
  id text not null,
  account_id text not null,
  provider text not null,
  identity text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp(3) with time zone,
  refresh_token_expires_at timestamp(3) with time zone,
  scope text,
  password text,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null
);
create table sign_in_limit (
  key bytea not null,
  window_at timestamp(3) with time zone not null,
  tries integer not null
);
create table sign_in_link (
  link_id uuid not null,
  token_hash bytea not null,
  purpose text not null,
  email text,
  contract_id text,
  customer_id text,
  go_on text default '/'::text not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone
);
create table sign_in_log (
  log_id bigint generated always as identity not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  account_id text,
  contract_id text,
  person_id text,
  by_account_id text,
  method text,
  detail text,
  ip_address text,
  user_agent text
);
create table sign_in_passkey (
  id text not null,
  account_id text not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamp(3) with time zone,
  aaguid text
);
create table sign_in_recovery_code (
  account_id text not null,
  code_hash bytea not null,
  used_at timestamp(3) with time zone
);
create table sign_in_second_factor (
  account_id text not null,
  secret text not null,
  made_at timestamp(3) with time zone not null,
  confirmed_at timestamp(3) with time zone,
  last_counter bigint
);
create table sign_in_session (
  id text not null,
  account_id text not null,
  token text not null,
  expires_at timestamp(3) with time zone not null,
  created_at timestamp(3) with time zone not null,
  updated_at timestamp(3) with time zone not null,
  ip_address text,
  user_agent text,
  authenticated_at timestamp(3) with time zone not null,
  method text not null
);
create table telephone_call (
  call_id text not null,
  kind text not null,
  number text,
  began_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  contract_id text,
  case_id text,
  delivery_id uuid,
  turn integer default 0 not null,
  state jsonb not null,
  answer jsonb,
  has_opened boolean default false not null
);
create table telephone_line (
  contract_id text not null,
  case_id text not null,
  wrong_at timestamp(3) with time zone[] default '{}'::timestamp with time zone[] not null,
  locked_until timestamp(3) with time zone,
  pin_id uuid
);
create table telephone_number (
  number text not null,
  stopped_at timestamp(3) with time zone,
  memory jsonb,
  memory_until timestamp(3) with time zone,
  wrong_at timestamp(3) with time zone[] default '{}'::timestamp with time zone[] not null
);
create table telephone_recording (
  contract_id text not null,
  recording_id uuid not null,
  case_id text,
  mail_id text,
  person_id text,
  name text not null,
  url text not null,
  made_at timestamp(3) with time zone not null,
  attempts integer default 0 not null,
  next_at timestamp(3) with time zone not null
);
create table telephone_text (
  text_id text not null,
  number text,
  received_at timestamp(3) with time zone not null,
  contract_id text,
  case_id text,
  answer text,
  has_opened boolean default false not null
);
create table time_off_feed (
  contract_id text not null,
  feed_id uuid not null,
  person_id text not null,
  sealed text not null,
  host text not null,
  time_zone text not null,
  made_at timestamp(3) with time zone not null,
  times jsonb not null,
  read_at timestamp(3) with time zone not null,
  next_at timestamp(3) with time zone not null,
  failing_since timestamp(3) with time zone,
  reason text,
  told_at timestamp(3) with time zone
);
create table told_duty (
  contract_id text not null,
  person_id text not null,
  rota text not null,
  seat text not null,
  starts_at timestamp(3) with time zone not null
);
create table told_gap (
  contract_id text not null,
  level integer not null,
  starts_at timestamp(3) with time zone not null,
  ends_at timestamp(3) with time zone not null,
  cover text default 'nobody'::text not null,
  is_open boolean default true not null
);
create table told_hand_over (
  contract_id text not null,
  looked_at timestamp(3) with time zone not null
);
create table told_readiness (
  contract_id text not null,
  week_on date not null,
  wrong jsonb not null
);
create table webhook (
  contract_id text not null,
  webhook_id uuid not null,
  url text not null,
  types text[] not null,
  secret_id uuid not null,
  old_secret_id uuid,
  old_until timestamp(3) with time zone,
  made_at timestamp(3) with time zone not null,
  made_by text not null,
  since timestamp(3) with time zone not null,
  off_because text,
  off_at timestamp(3) with time zone,
  owner_id text
);
create table webhook_delivery (
  contract_id text not null,
  delivery_id uuid not null,
  webhook_id uuid not null,
  event_id text not null,
  type text not null,
  case_id text not null,
  number integer not null,
  at timestamp(3) with time zone not null,
  round integer not null,
  queued_at timestamp(3) with time zone not null,
  state text not null,
  attempts integer default 0 not null,
  next_at timestamp(3) with time zone,
  reason text,
  settled_at timestamp(3) with time zone
);
create table webhook_progress (
  seen pg_snapshot not null
);

alter table account add constraint account_pkey PRIMARY KEY (contract_id, customer_id, seat_id);
alter table account_person add constraint account_person_pkey PRIMARY KEY (contract_id, person_id);
alter table account_person add constraint account_person_account_id_contract_id_key UNIQUE (account_id, contract_id);
alter table action_link add constraint action_link_pkey PRIMARY KEY (contract_id, link_id);
alter table answer add constraint answer_pkey PRIMARY KEY (contract_id, caller, key);
alter table answer_key add constraint answer_key_pkey PRIMARY KEY (contract_id, delivery_id, key);
alter table answer_time add constraint answer_time_pkey PRIMARY KEY (contract_id, case_id);
alter table api_token add constraint api_token_check CHECK (((contract_id IS NULL) = (person_id IS NULL)));
alter table api_token add constraint api_token_pkey PRIMARY KEY (token_id);
alter table api_token add constraint api_token_token_hash_key UNIQUE (token_hash);
alter table attestation add constraint attestation_check CHECK (((next_due_at IS NULL) = (deadline_job IS NULL)));
alter table attestation add constraint attestation_status_check CHECK ((status = ANY (ARRAY['standing'::text, 'asked'::text, 'unanswered'::text, 'released'::text])));
alter table attestation add constraint attestation_pkey PRIMARY KEY (contract_id, person_id);
alter table attestation_plan add constraint attestation_plan_pkey PRIMARY KEY (contract_id);
alter table carrier_news add constraint carrier_news_carrier_check CHECK ((carrier = ANY (ARRAY['mailOut'::text, 'mailIn'::text, 'mailbox'::text, 'heartbeat'::text, 'texts'::text, 'calls'::text])));
alter table carrier_news add constraint carrier_news_check CHECK (((failed_at IS NULL) = (reason IS NULL)));
alter table carrier_news add constraint carrier_news_pkey PRIMARY KEY (carrier);
alter table "case" add constraint case_check CHECK (((status = 'open'::text) OR (next_due_at IS NULL)));
alter table "case" add constraint case_check1 CHECK ((((next_due_at IS NULL) OR (set_aside_at IS NOT NULL)) = (deadline_job IS NULL)));
alter table "case" add constraint case_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])));
alter table "case" add constraint case_pkey PRIMARY KEY (contract_id, case_id);
alter table case_file add constraint case_file_size_check CHECK ((size > 0));
alter table case_file add constraint case_file_pkey PRIMARY KEY (contract_id, case_id, file_id);
alter table case_person add constraint case_person_part_check CHECK ((part = ANY (ARRAY['watcher'::text, 'standIn'::text])));
alter table case_person add constraint case_person_pkey PRIMARY KEY (contract_id, case_id, person_id, part);
alter table case_reference add constraint case_reference_pkey PRIMARY KEY (contract_id, reference, case_id);
alter table chat_channel add constraint chat_channel_check CHECK (((off_because IS NULL) = (off_at IS NULL)));
alter table chat_channel add constraint chat_channel_kind_check CHECK ((kind = ANY (ARRAY['slack'::text, 'teams'::text])));
alter table chat_channel add constraint chat_channel_off_because_check CHECK ((off_because = ANY (ARRAY['person'::text, 'refused'::text])));
alter table chat_channel add constraint chat_channel_pkey PRIMARY KEY (contract_id, channel_id);
alter table chat_invitation add constraint chat_invitation_pkey PRIMARY KEY (contract_id, token_hash);
alter table chat_message add constraint chat_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])));
alter table chat_message add constraint chat_message_pkey PRIMARY KEY (contract_id, message_id);
alter table chat_user add constraint chat_user_pkey PRIMARY KEY (contract_id, channel_id, team_id, user_id);
alter table checkpoint add constraint checkpoint_number_check CHECK ((number > 0));
alter table checkpoint add constraint checkpoint_pkey PRIMARY KEY (number);
alter table checkpoint_head add constraint checkpoint_head_checkpoint_check CHECK ((checkpoint > 0));
alter table checkpoint_head add constraint checkpoint_head_events_check CHECK ((events > 0));
alter table checkpoint_head add constraint checkpoint_head_pkey PRIMARY KEY (contract_id, case_id, checkpoint);
alter table checkpoint_progress add constraint checkpoint_progress_only_one_check CHECK (only_one);
alter table checkpoint_progress add constraint checkpoint_progress_pkey PRIMARY KEY (only_one);
alter table contact_change add constraint contact_change_change_check CHECK ((change > 0));
alter table contact_change add constraint contact_change_events_check CHECK ((events > 0));
alter table contact_change add constraint contact_change_field_check CHECK ((field = ANY (ARRAY['email'::text, 'office'::text, 'mobile'::text])));
alter table contact_change add constraint contact_change_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'done'::text, 'frozen'::text, 'dropped'::text])));
alter table contact_change add constraint contact_change_pkey PRIMARY KEY (contract_id, change);
alter table contact_change add constraint contact_change_freeze_hash_key UNIQUE (freeze_hash);
alter table contact_means add constraint contact_means_field_check CHECK ((field = ANY (ARRAY['email'::text, 'office'::text, 'mobile'::text])));
alter table contact_means add constraint contact_means_pkey PRIMARY KEY (contract_id, person_id, field);
alter table contact_report add constraint contact_report_check CHECK (((next_due_at IS NULL) = (deadline_job IS NULL)));
alter table contact_report add constraint contact_report_means_check CHECK ((means = ANY (ARRAY['email'::text, 'office'::text, 'mobile'::text, 'contact'::text])));
alter table contact_report add constraint contact_report_report_check CHECK ((report > 0));
alter table contact_report add constraint contact_report_status_check CHECK ((status = ANY (ARRAY['open'::text, 'overdue'::text, 'answered'::text])));
alter table contact_report add constraint contact_report_pkey PRIMARY KEY (contract_id, report);
alter table contact_reporter add constraint contact_reporter_pkey PRIMARY KEY (contract_id, report, reporter_id);
alter table contact_reporter add constraint contact_reporter_proof_hash_key UNIQUE (proof_hash);
alter table contract add constraint contract_pkey PRIMARY KEY (contract_id);
alter table customer add constraint customer_pkey PRIMARY KEY (contract_id, customer_id);
alter table customer_domain add constraint customer_domain_domain_check CHECK ((domain = lower(domain)));
alter table customer_domain add constraint customer_domain_pkey PRIMARY KEY (contract_id, domain);
alter table delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'handedOver'::text, 'delivered'::text, 'failed'::text])));
alter table delivery add constraint delivery_pkey PRIMARY KEY (contract_id, delivery_id);
alter table delivery_body add constraint delivery_body_pkey PRIMARY KEY (contract_id, delivery_id);
alter table draft add constraint draft_draft_check CHECK ((draft > 0));
alter table draft add constraint draft_events_check CHECK ((events > 0));
alter table draft add constraint draft_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'proposed'::text, 'agreed'::text, 'published'::text, 'superseded'::text, 'dropped'::text])));
alter table draft add constraint draft_pkey PRIMARY KEY (contract_id, draft);
alter table draft_event add constraint draft_event_number_check CHECK ((number > 0));
alter table draft_event add constraint draft_event_pkey PRIMARY KEY (contract_id, draft, number);
alter table draft_text add constraint draft_text_pkey PRIMARY KEY (contract_id, draft, number);
alter table drill add constraint drill_check CHECK (((next_due_at IS NULL) = (deadline_job IS NULL)));
alter table drill add constraint drill_drill_check CHECK ((drill > 0));
alter table drill add constraint drill_level_check CHECK ((level > 0));
alter table drill add constraint drill_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'stopped'::text, 'skipped'::text])));
alter table drill add constraint drill_pkey PRIMARY KEY (contract_id, drill);
alter table duty_feed add constraint duty_feed_level_check CHECK ((level > 0));
alter table duty_feed add constraint duty_feed_pkey PRIMARY KEY (contract_id, feed_id);
alter table duty_feed add constraint duty_feed_token_hash_key UNIQUE (token_hash);
alter table duty_mail add constraint duty_mail_pkey PRIMARY KEY (contract_id, person_id);
alter table erasure add constraint erasure_check CHECK (((scope = 'before'::text) = (before IS NOT NULL)));
alter table erasure add constraint erasure_check1 CHECK (((scope = 'before'::text) = (contract_id IS NULL)));
alter table erasure add constraint erasure_check2 CHECK (((scope = 'before'::text) = (subject IS NULL)));
alter table erasure add constraint erasure_scope_check CHECK ((scope = ANY (ARRAY['before'::text, 'case'::text, 'person'::text])));
alter table erasure add constraint erasure_pkey PRIMARY KEY (erasure_id);
alter table event add constraint event_number_check CHECK ((number > 0));
alter table event add constraint event_pkey PRIMARY KEY (contract_id, case_id, number);
alter table event_text add constraint event_text_pkey PRIMARY KEY (contract_id, case_id, number);
alter table failed_letter add constraint failed_letter_times_check CHECK ((times > 0));
alter table failed_letter add constraint failed_letter_pkey PRIMARY KEY (contract_id, job_id);
alter table inbound_mail add constraint inbound_mail_pkey PRIMARY KEY (contract_id, mail_id);
alter table inbound_mail_body add constraint inbound_mail_body_pkey PRIMARY KEY (contract_id, mail_id);
alter table installation add constraint installation_check CHECK (((kind = 'demonstration'::text) OR (clock_offset_ms = 0)));
alter table installation add constraint installation_clock_offset_ms_check CHECK ((clock_offset_ms >= 0));
alter table installation add constraint installation_kind_check CHECK ((kind = ANY (ARRAY['demonstration'::text, 'real'::text])));
alter table installation add constraint installation_only_one_check CHECK (only_one);
alter table installation add constraint installation_pkey PRIMARY KEY (only_one);
alter table mail_file add constraint mail_file_check CHECK (((bytes IS NULL) = (why IS NOT NULL)));
alter table mail_file add constraint mail_file_number_check CHECK ((number > 0));
alter table mail_file add constraint mail_file_size_check CHECK ((size >= 0));
alter table mail_file add constraint mail_file_pkey PRIMARY KEY (contract_id, mail_id, number);
alter table mailbox add constraint mailbox_check CHECK (((holder IS NULL) = (held_until IS NULL)));
alter table mailbox add constraint mailbox_pkey PRIMARY KEY (mailbox);
alter table mailbox_left add constraint mailbox_left_why_check CHECK ((why = ANY (ARRAY['notAddressed'::text, 'tooLarge'::text, 'unreadable'::text, 'tooOld'::text, 'putOff'::text, 'ownFault'::text])));
alter table mailbox_left add constraint mailbox_left_pkey PRIMARY KEY (mailbox, uid_validity, uid);
alter table migration add constraint migration_pkey PRIMARY KEY (number);
alter table notice_rules add constraint notice_rules_events_check CHECK ((events > 0));
alter table notice_rules add constraint notice_rules_status_check CHECK ((status = ANY (ARRAY['usual'::text, 'set'::text])));
alter table notice_rules add constraint notice_rules_pkey PRIMARY KEY (contract_id, person_id);
alter table obligation add constraint obligation_accepted_by_check CHECK ((accepted_by = ANY (ARRAY['customer'::text, 'contractor'::text, 'oversight'::text])));
alter table obligation add constraint obligation_check CHECK (((next_due_at IS NULL) = (deadline_job IS NULL)));
alter table obligation add constraint obligation_kind_check CHECK ((kind = ANY (ARRAY['milestone'::text, 'deliverable'::text, 'commitment'::text])));
alter table obligation add constraint obligation_owner_check CHECK ((owner = ANY (ARRAY['customer'::text, 'contractor'::text, 'oversight'::text])));
alter table obligation add constraint obligation_status_check CHECK ((status = ANY (ARRAY['open'::text, 'delivered'::text, 'sentBack'::text, 'accepted'::text, 'waived'::text, 'dropped'::text])));
alter table obligation add constraint obligation_pkey PRIMARY KEY (contract_id, obligation_id);
alter table obligation_plan add constraint obligation_plan_pkey PRIMARY KEY (contract_id);
alter table opening_mail add constraint opening_mail_outcome_check CHECK ((outcome = ANY (ARRAY['opened'::text, 'held'::text, 'putAside'::text, 'nothing'::text])));
alter table opening_mail add constraint opening_mail_pkey PRIMARY KEY (contract_id, mail_id);
alter table opening_mail_body add constraint opening_mail_body_pkey PRIMARY KEY (contract_id, mail_id);
alter table person add constraint person_shown_check CHECK ((shown = ANY (ARRAY['public'::text, 'customers'::text, 'parties'::text])));
alter table person add constraint person_pkey PRIMARY KEY (contract_id, person_id);
alter table plan_news add constraint plan_news_check CHECK (((revision IS NULL) = (seat_id IS NOT NULL)));
alter table plan_news add constraint plan_news_number_check CHECK ((number > 0));
alter table plan_news add constraint plan_news_pkey PRIMARY KEY (contract_id, number);
alter table plan_subscription add constraint plan_subscription_check CHECK ((((person_id IS NULL) = (address IS NOT NULL)) AND ((address IS NULL) = (language IS NULL))));
alter table plan_subscription add constraint plan_subscription_check1 CHECK ((((proof_hash IS NULL) = (expires_at IS NULL)) AND ((proof_hash IS NULL) = (proved_at IS NOT NULL))));
alter table plan_subscription add constraint plan_subscription_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text])));
alter table plan_subscription add constraint plan_subscription_pkey PRIMARY KEY (contract_id, subscription_id);
alter table plan_subscription add constraint plan_subscription_end_hash_key UNIQUE (end_hash);
alter table plan_subscription add constraint plan_subscription_proof_hash_key UNIQUE (proof_hash);
alter table promise_end add constraint promise_end_pkey PRIMARY KEY (contract_id, case_id, number);
alter table refused add constraint refused_pkey PRIMARY KEY (contract_id, refused_id);
alter table reply_address add constraint reply_address_pkey PRIMARY KEY (contract_id, case_id, person_id);
alter table revision add constraint revision_number_check CHECK ((number > 0));
alter table revision add constraint revision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'agreed'::text, 'published'::text, 'superseded'::text])));
alter table revision add constraint revision_pkey PRIMARY KEY (contract_id, number);
alter table revision_personal add constraint revision_personal_pkey PRIMARY KEY (contract_id, number, path);
alter table revision_source add constraint revision_source_pkey PRIMARY KEY (contract_id, number);
alter table rights_change add constraint rights_change_by_kind_check CHECK ((by_kind = ANY (ARRAY['person'::text, 'account'::text, 'terminal'::text])));
alter table rights_change add constraint rights_change_check CHECK (((by_kind = 'terminal'::text) = (by_id IS NULL)));
alter table rights_change add constraint rights_change_kind_check CHECK ((kind = ANY (ARRAY['personAdded'::text, 'personRenamed'::text, 'personErased'::text, 'roleGranted'::text, 'roleWithdrawn'::text, 'seatFilled'::text, 'customerAdded'::text, 'customerRenamed'::text, 'accountSet'::text, 'tokenMade'::text, 'tokenRevoked'::text, 'domainAllowed'::text, 'domainWithdrawn'::text, 'joinedByDomain'::text, 'administratorMade'::text, 'administratorLinkMade'::text, 'contactChanged'::text])));
alter table rights_change add constraint rights_change_pkey PRIMARY KEY (change_id);
alter table role add constraint role_check CHECK (((customer_id IS NOT NULL) = (role = ANY (ARRAY['customer'::text, 'customerManager'::text]))));
alter table role add constraint role_role_check CHECK ((role = ANY (ARRAY['customer'::text, 'customerManager'::text, 'desk'::text, 'accountManager'::text, 'contact'::text, 'programManager'::text, 'oversight'::text, 'auditor'::text, 'administrator'::text])));
alter table role add constraint role_pkey PRIMARY KEY (contract_id, person_id, role);
alter table rota add constraint rota_events_check CHECK ((events > 0));
alter table rota add constraint rota_pkey PRIMARY KEY (contract_id);
alter table rota_event add constraint rota_event_number_check CHECK ((number > 0));
alter table rota_event add constraint rota_event_pkey PRIMARY KEY (contract_id, number);
alter table seat add constraint seat_pkey PRIMARY KEY (contract_id, seat_id);
alter table seat_filling add constraint seat_filling_check CHECK (((next_due_at IS NULL) = (deadline_job IS NULL)));
alter table seat_filling add constraint seat_filling_filling_check CHECK ((filling > 0));
alter table seat_filling add constraint seat_filling_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'heldUp'::text, 'agreed'::text, 'refused'::text, 'replaced'::text])));
alter table seat_filling add constraint seat_filling_pkey PRIMARY KEY (contract_id, filling);
alter table seat_filling add constraint seat_filling_hold_hash_key UNIQUE (hold_hash);
alter table seen_late add constraint seen_late_pkey PRIMARY KEY (contract_id, case_id);
alter table sign_in_account add constraint sign_in_account_pkey PRIMARY KEY (id);
alter table sign_in_account add constraint sign_in_account_email_key UNIQUE (email);
alter table sign_in_begun add constraint sign_in_begun_pkey PRIMARY KEY (id);
alter table sign_in_half add constraint sign_in_half_pkey PRIMARY KEY (half_id);
alter table sign_in_identity add constraint sign_in_identity_pkey PRIMARY KEY (id);
alter table sign_in_identity add constraint sign_in_identity_provider_identity_key UNIQUE (provider, identity);
alter table sign_in_limit add constraint sign_in_limit_pkey PRIMARY KEY (key, window_at);
alter table sign_in_link add constraint sign_in_link_check CHECK (((email IS NULL) = (purpose = 'administrator'::text)));
alter table sign_in_link add constraint sign_in_link_purpose_check CHECK ((purpose = ANY (ARRAY['signIn'::text, 'invitation'::text, 'domain'::text, 'administrator'::text])));
alter table sign_in_link add constraint sign_in_link_pkey PRIMARY KEY (link_id);
alter table sign_in_link add constraint sign_in_link_token_hash_key UNIQUE (token_hash);
alter table sign_in_log add constraint sign_in_log_pkey PRIMARY KEY (log_id);
alter table sign_in_passkey add constraint sign_in_passkey_pkey PRIMARY KEY (id);
alter table sign_in_passkey add constraint sign_in_passkey_credential_id_key UNIQUE (credential_id);
alter table sign_in_recovery_code add constraint sign_in_recovery_code_pkey PRIMARY KEY (account_id, code_hash);
alter table sign_in_second_factor add constraint sign_in_second_factor_pkey PRIMARY KEY (account_id);
alter table sign_in_session add constraint sign_in_session_method_check CHECK ((method = ANY (ARRAY['demonstration'::text, 'link'::text, 'password'::text, 'passkey'::text, 'organisation'::text])));
alter table sign_in_session add constraint sign_in_session_pkey PRIMARY KEY (id);
alter table sign_in_session add constraint sign_in_session_token_key UNIQUE (token);
alter table telephone_call add constraint telephone_call_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'notice'::text])));
alter table telephone_call add constraint telephone_call_turn_check CHECK ((turn >= 0));
alter table telephone_call add constraint telephone_call_pkey PRIMARY KEY (call_id);
alter table telephone_line add constraint telephone_line_pkey PRIMARY KEY (contract_id, case_id);
alter table telephone_number add constraint telephone_number_pkey PRIMARY KEY (number);
alter table telephone_recording add constraint telephone_recording_check CHECK (((case_id IS NULL) <> (mail_id IS NULL)));
alter table telephone_recording add constraint telephone_recording_pkey PRIMARY KEY (contract_id, recording_id);
alter table telephone_text add constraint telephone_text_pkey PRIMARY KEY (text_id);
alter table time_off_feed add constraint time_off_feed_check CHECK (((failing_since IS NULL) = (reason IS NULL)));
alter table time_off_feed add constraint time_off_feed_check1 CHECK (((failing_since IS NOT NULL) OR (told_at IS NULL)));
alter table time_off_feed add constraint time_off_feed_times_check CHECK ((jsonb_typeof(times) = 'array'::text));
alter table time_off_feed add constraint time_off_feed_pkey PRIMARY KEY (contract_id, feed_id);
alter table told_duty add constraint told_duty_pkey PRIMARY KEY (contract_id, person_id, rota, seat, starts_at);
alter table told_gap add constraint told_gap_check CHECK ((ends_at > starts_at));
alter table told_gap add constraint told_gap_cover_check CHECK ((cover = ANY (ARRAY['otherwise'::text, 'nobody'::text])));
alter table told_gap add constraint told_gap_level_check CHECK ((level > 0));
alter table told_gap add constraint told_gap_pkey PRIMARY KEY (contract_id, level, starts_at);
alter table told_hand_over add constraint told_hand_over_pkey PRIMARY KEY (contract_id);
alter table told_readiness add constraint told_readiness_wrong_check CHECK ((jsonb_typeof(wrong) = 'array'::text));
alter table told_readiness add constraint told_readiness_pkey PRIMARY KEY (contract_id);
alter table webhook add constraint webhook_check CHECK (((off_because IS NULL) = (off_at IS NULL)));
alter table webhook add constraint webhook_check1 CHECK (((old_secret_id IS NULL) = (old_until IS NULL)));
alter table webhook add constraint webhook_off_because_check CHECK ((off_because = ANY (ARRAY['person'::text, 'gone'::text, 'failing'::text])));
alter table webhook add constraint webhook_pkey PRIMARY KEY (contract_id, webhook_id);
alter table webhook_delivery add constraint webhook_delivery_check CHECK ((((state = 'waiting'::text) = (next_at IS NOT NULL)) AND ((state = 'waiting'::text) = (settled_at IS NULL))));
alter table webhook_delivery add constraint webhook_delivery_round_check CHECK ((round = ANY (ARRAY[0, 1])));
alter table webhook_delivery add constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])));
alter table webhook_delivery add constraint webhook_delivery_pkey PRIMARY KEY (contract_id, delivery_id);
alter table account add constraint account_contract_id_customer_id_fkey FOREIGN KEY (contract_id, customer_id) REFERENCES customer(contract_id, customer_id);
alter table account add constraint account_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table account_person add constraint account_person_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table account_person add constraint account_person_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table answer_key add constraint answer_key_contract_id_delivery_id_fkey FOREIGN KEY (contract_id, delivery_id) REFERENCES delivery(contract_id, delivery_id);
alter table api_token add constraint api_token_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table attestation add constraint attestation_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table attestation add constraint attestation_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table attestation_plan add constraint attestation_plan_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table attestation_plan add constraint attestation_plan_contract_id_revision_fkey FOREIGN KEY (contract_id, revision) REFERENCES revision(contract_id, number);
alter table "case" add constraint case_contract_id_customer_id_fkey FOREIGN KEY (contract_id, customer_id) REFERENCES customer(contract_id, customer_id);
alter table "case" add constraint case_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table "case" add constraint case_contract_id_revision_fkey FOREIGN KEY (contract_id, revision) REFERENCES revision(contract_id, number);
alter table chat_channel add constraint chat_channel_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table chat_invitation add constraint chat_invitation_contract_id_channel_id_fkey FOREIGN KEY (contract_id, channel_id) REFERENCES chat_channel(contract_id, channel_id);
alter table chat_message add constraint chat_message_contract_id_channel_id_fkey FOREIGN KEY (contract_id, channel_id) REFERENCES chat_channel(contract_id, channel_id);
alter table chat_user add constraint chat_user_contract_id_channel_id_fkey FOREIGN KEY (contract_id, channel_id) REFERENCES chat_channel(contract_id, channel_id);
alter table contact_change add constraint contact_change_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table contact_change add constraint contact_change_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table contact_means add constraint contact_means_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table contact_report add constraint contact_report_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table contact_report add constraint contact_report_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table contact_reporter add constraint contact_reporter_contract_id_report_fkey FOREIGN KEY (contract_id, report) REFERENCES contact_report(contract_id, report);
alter table customer add constraint customer_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table customer_domain add constraint customer_domain_contract_id_customer_id_fkey FOREIGN KEY (contract_id, customer_id) REFERENCES customer(contract_id, customer_id);
alter table draft add constraint draft_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table draft add constraint draft_contract_id_revision_fkey FOREIGN KEY (contract_id, revision) REFERENCES revision(contract_id, number);
alter table draft_event add constraint draft_event_contract_id_draft_fkey FOREIGN KEY (contract_id, draft) REFERENCES draft(contract_id, draft);
alter table draft_text add constraint draft_text_contract_id_draft_fkey FOREIGN KEY (contract_id, draft) REFERENCES draft(contract_id, draft);
alter table drill add constraint drill_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table duty_feed add constraint duty_feed_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table duty_feed add constraint duty_feed_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table duty_mail add constraint duty_mail_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table duty_mail add constraint duty_mail_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table failed_letter add constraint failed_letter_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table mail_file add constraint mail_file_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table mailbox_left add constraint mailbox_left_mailbox_fkey FOREIGN KEY (mailbox) REFERENCES mailbox(mailbox);
alter table notice_rules add constraint notice_rules_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table obligation add constraint obligation_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table obligation add constraint obligation_contract_id_revision_fkey FOREIGN KEY (contract_id, revision) REFERENCES revision(contract_id, number);
alter table obligation_plan add constraint obligation_plan_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table obligation_plan add constraint obligation_plan_contract_id_revision_fkey FOREIGN KEY (contract_id, revision) REFERENCES revision(contract_id, number);
alter table opening_mail add constraint opening_mail_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table person add constraint person_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table plan_news add constraint plan_news_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table plan_subscription add constraint plan_subscription_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table plan_subscription add constraint plan_subscription_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table revision add constraint revision_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table revision_personal add constraint revision_personal_contract_id_number_fkey FOREIGN KEY (contract_id, number) REFERENCES revision(contract_id, number);
alter table revision_source add constraint revision_source_contract_id_number_fkey FOREIGN KEY (contract_id, number) REFERENCES revision(contract_id, number);
alter table role add constraint role_contract_id_customer_id_fkey FOREIGN KEY (contract_id, customer_id) REFERENCES customer(contract_id, customer_id);
alter table role add constraint role_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table rota add constraint rota_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table rota_event add constraint rota_event_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES rota(contract_id);
alter table seat add constraint seat_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table seat_filling add constraint seat_filling_contract_id_before_id_fkey FOREIGN KEY (contract_id, before_id) REFERENCES person(contract_id, person_id);
alter table seat_filling add constraint seat_filling_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table seat_filling add constraint seat_filling_contract_id_holder_id_fkey FOREIGN KEY (contract_id, holder_id) REFERENCES person(contract_id, person_id);
alter table seen_late add constraint seen_late_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table sign_in_half add constraint sign_in_half_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table sign_in_identity add constraint sign_in_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table sign_in_link add constraint sign_in_link_contract_id_customer_id_fkey FOREIGN KEY (contract_id, customer_id) REFERENCES customer(contract_id, customer_id);
alter table sign_in_link add constraint sign_in_link_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table sign_in_passkey add constraint sign_in_passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table sign_in_recovery_code add constraint sign_in_recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table sign_in_second_factor add constraint sign_in_second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table sign_in_session add constraint sign_in_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES sign_in_account(id) ON DELETE CASCADE;
alter table telephone_recording add constraint telephone_recording_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table time_off_feed add constraint time_off_feed_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table time_off_feed add constraint time_off_feed_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table told_duty add constraint told_duty_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table told_duty add constraint told_duty_contract_id_person_id_fkey FOREIGN KEY (contract_id, person_id) REFERENCES person(contract_id, person_id);
alter table told_gap add constraint told_gap_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table told_hand_over add constraint told_hand_over_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table told_readiness add constraint told_readiness_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table webhook add constraint webhook_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contract(contract_id);
alter table webhook add constraint webhook_contract_id_owner_id_fkey FOREIGN KEY (contract_id, owner_id) REFERENCES person(contract_id, person_id);
alter table webhook_delivery add constraint webhook_delivery_contract_id_webhook_id_fkey FOREIGN KEY (contract_id, webhook_id) REFERENCES webhook(contract_id, webhook_id);

CREATE INDEX case_by_change ON public."case" USING btree (contract_id, changed_at, case_id);
CREATE INDEX case_by_opening ON public."case" USING btree (contract_id, opened_at, case_id);
CREATE INDEX case_closed ON public."case" USING btree (contract_id, opened_at, case_id) WHERE (status = 'closed'::text);
CREATE INDEX case_due ON public."case" USING btree (next_due_at) WHERE ((next_due_at IS NOT NULL) AND (set_aside_at IS NULL));
CREATE INDEX case_of_account ON public."case" USING gin (accounts) WHERE (accounts IS NOT NULL);
CREATE INDEX case_of_customer ON public."case" USING btree (contract_id, customer_id, opened_at, case_id, opened_by);
CREATE INDEX case_of_oversight ON public."case" USING btree (contract_id, oversight_at, case_id) WHERE (oversight_at IS NOT NULL);
CREATE INDEX case_of_owner ON public."case" USING btree (contract_id, owner) WHERE (owner IS NOT NULL);
CREATE INDEX case_oversight_step ON public."case" USING btree (contract_id, oversight_step_at, case_id) WHERE (oversight_step_at IS NOT NULL);
CREATE INDEX case_owed ON public."case" USING btree (contract_id, owed_at, case_id);
CREATE INDEX case_risen ON public."case" USING btree (contract_id, level, owed_at) WHERE ((level > 1) AND (status = 'open'::text));
CREATE INDEX case_set_aside ON public."case" USING btree (set_aside_at) WHERE (set_aside_at IS NOT NULL);
CREATE INDEX case_standing ON public."case" USING btree (contract_id, track, level, waiting_kind, waiting_party, customer_id) WHERE ((status = 'open'::text) AND (NOT practice));
CREATE UNIQUE INDEX action_link_token ON public.action_link USING btree (token_hash);
CREATE INDEX action_link_used ON public.action_link USING btree (contract_id, person_id, used_at) WHERE (used_at IS NOT NULL);
CREATE INDEX answer_by_time ON public.answer USING btree (at);
CREATE INDEX answer_time_by_opening ON public.answer_time USING btree (contract_id, opened_from) INCLUDE (customer_id, track, is_open, acknowledged_ms, acknowledged_open_ms, responded_ms, responded_open_ms, satisfied_ms, satisfied_open_ms);
CREATE INDEX attestation_due ON public.attestation USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX case_person_of_person ON public.case_person USING btree (contract_id, person_id);
CREATE INDEX case_reference_of_case ON public.case_reference USING btree (contract_id, case_id);
CREATE INDEX case_reference_prefix ON public.case_reference USING btree (contract_id, lower(reference) COLLATE "C");
CREATE INDEX chat_message_due ON public.chat_message USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX chat_message_newest ON public.chat_message USING btree (contract_id, channel_id, queued_at DESC, message_id);
CREATE UNIQUE INDEX chat_message_once ON public.chat_message USING btree (contract_id, channel_id, case_id, numbers);
CREATE INDEX chat_user_of_person ON public.chat_user USING btree (contract_id, person_id);
CREATE INDEX checkpoint_head_list ON public.checkpoint_head USING btree (checkpoint, contract_id COLLATE "C", case_id COLLATE "C");
CREATE INDEX contact_change_of_person ON public.contact_change USING btree (contract_id, person_id, change DESC);
CREATE INDEX contact_report_due ON public.contact_report USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX contact_report_of_person ON public.contact_report USING btree (contract_id, person_id, reported_at);
CREATE UNIQUE INDEX contact_report_open ON public.contact_report USING btree (contract_id, person_id, means) WHERE (status <> 'answered'::text);
CREATE INDEX contact_reporter_address ON public.contact_reporter USING btree (lower(address), made_at) WHERE (address IS NOT NULL);
CREATE INDEX customer_domain_name ON public.customer_domain USING btree (domain);
CREATE INDEX delivery_of_person ON public.delivery USING btree (contract_id, person_id);
CREATE UNIQUE INDEX delivery_once ON public.delivery USING btree (contract_id, case_id, number, round, person_id, means, kind);
CREATE INDEX delivery_waiting ON public.delivery USING btree (queued_at) WHERE (state = 'queued'::text);
CREATE INDEX draft_due ON public.draft USING btree (effective_at) WHERE ((status = 'agreed'::text) AND (effective_at IS NOT NULL));
CREATE INDEX draft_of_revision ON public.draft USING btree (contract_id, revision) WHERE (revision IS NOT NULL);
CREATE INDEX draft_untold ON public.draft USING btree (contract_id, draft) WHERE (told < events);
CREATE INDEX drill_due ON public.drill USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX drill_ended ON public.drill USING btree (contract_id, level, begun_at) WHERE (begun_at IS NOT NULL);
CREATE INDEX drill_open ON public.drill USING btree (contract_id, start_at) WHERE (status = ANY (ARRAY['planned'::text, 'running'::text]));
CREATE INDEX duty_feed_of_person ON public.duty_feed USING btree (contract_id, person_id, made_at);
CREATE INDEX erasure_by_time ON public.erasure USING btree (at);
CREATE INDEX event_at ON public.event USING brin (at);
CREATE INDEX event_written_in ON public.event USING brin (written_in) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX inbound_mail_of_person ON public.inbound_mail USING btree (contract_id, person_id);
CREATE INDEX obligation_by_date ON public.obligation USING btree (contract_id, due_on, obligation_id);
CREATE INDEX obligation_due ON public.obligation USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX opening_mail_held ON public.opening_mail USING btree (contract_id, received_at, mail_id) WHERE (outcome = 'held'::text);
CREATE INDEX opening_mail_of_case ON public.opening_mail USING btree (contract_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX opening_mail_received ON public.opening_mail USING btree (contract_id, received_at);
CREATE INDEX person_email ON public.person USING btree (contract_id, lower(email));
CREATE INDEX plan_news_waiting ON public.plan_news USING btree (at) WHERE (told_at IS NULL);
CREATE UNIQUE INDEX plan_subscription_of_address ON public.plan_subscription USING btree (contract_id, address) WHERE (address IS NOT NULL);
CREATE UNIQUE INDEX plan_subscription_of_person ON public.plan_subscription USING btree (contract_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX promise_end_by_time ON public.promise_end USING btree (contract_id, at) INCLUDE (track, level, kind, kept);
CREATE INDEX refused_by_time ON public.refused USING btree (contract_id, at);
CREATE UNIQUE INDEX reply_address_hash ON public.reply_address USING btree (address_hash);
CREATE INDEX rights_change_of_contract ON public.rights_change USING btree (contract_id, change_id);
CREATE INDEX seat_filling_due ON public.seat_filling USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX seat_filling_of_seat ON public.seat_filling USING btree (contract_id, seat_id, filling DESC);
CREATE INDEX sign_in_begun_identifier ON public.sign_in_begun USING btree (identifier);
CREATE INDEX sign_in_identity_account ON public.sign_in_identity USING btree (account_id);
CREATE INDEX sign_in_link_email ON public.sign_in_link USING btree (email, expires_at);
CREATE INDEX sign_in_log_account ON public.sign_in_log USING btree (account_id, at);
CREATE INDEX sign_in_log_at ON public.sign_in_log USING btree (at);
CREATE INDEX sign_in_log_person ON public.sign_in_log USING btree (contract_id, person_id, at) WHERE (person_id IS NOT NULL);
CREATE INDEX sign_in_passkey_account ON public.sign_in_passkey USING btree (account_id);
CREATE INDEX sign_in_session_account ON public.sign_in_session USING btree (account_id);
CREATE INDEX sign_in_session_expires ON public.sign_in_session USING btree (expires_at);
CREATE INDEX telephone_call_of_case ON public.telephone_call USING btree (contract_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX telephone_call_of_number ON public.telephone_call USING btree (number, began_at);
CREATE INDEX telephone_recording_due ON public.telephone_recording USING btree (next_at);
CREATE INDEX telephone_text_of_case ON public.telephone_text USING btree (contract_id, case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX telephone_text_of_number ON public.telephone_text USING btree (number, received_at);
CREATE INDEX time_off_feed_due ON public.time_off_feed USING btree (next_at);
CREATE INDEX webhook_of_owner ON public.webhook USING btree (contract_id, owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX webhook_delivery_newest ON public.webhook_delivery USING btree (contract_id, webhook_id, queued_at DESC, delivery_id);
CREATE UNIQUE INDEX webhook_delivery_once ON public.webhook_delivery USING btree (contract_id, webhook_id, event_id) WHERE (round = 0);

CREATE TRIGGER case_accounts BEFORE INSERT ON public."case" FOR EACH ROW WHEN ((new.accounts IS NULL)) EXECUTE FUNCTION case_accounts();
CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table checkpoint enable always trigger checkpoint_append_only;
CREATE TRIGGER checkpoint_head_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table checkpoint_head enable always trigger checkpoint_head_append_only;
CREATE TRIGGER draft_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.draft_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table draft_event enable always trigger draft_event_append_only;
CREATE TRIGGER erasure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table erasure enable always trigger erasure_append_only;
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table event enable always trigger event_append_only;
CREATE TRIGGER rights_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rights_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table rights_change enable always trigger rights_change_append_only;
CREATE TRIGGER rota_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.rota_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table rota_event enable always trigger rota_event_append_only;
