import { type RawBuilder, sql } from 'kysely';
import type { ErasureScope } from '../../app/ports/retention.ts';
import { FREEZE_MS } from '../../core/contact/decide-contact.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import type { ErasedCounts } from '../../core/message/record.ts';

/** Obligations that nothing more is to be done about, by their names in the record. */
const SETTLED = sql`select contract_id, 'obligation:' || obligation_id as case_id from obligation
  where status in ('accepted', 'waived', 'dropped')`;

/** Reports of wrong contacts that were answered, and fillings of seats that are decided, by their names in the record. */
const ANSWERED = sql`select contract_id, 'contact-report:' || report as case_id, person_id as reported from contact_report
  where status = 'answered'
  union all
  select contract_id, 'seat-filling:' || filling, coalesce(holder_id, '') from seat_filling
  where status in ('agreed', 'refused', 'replaced')`;

export type Kind = keyof ErasedCounts;
type Condition = RawBuilder<unknown>;

/** One kind of what is cleared: which rows of which table, and how. */
export interface Clearing {
  readonly kind: Kind;
  readonly table: Condition;
  readonly where: Condition;
  /** What is set; undefined where the rows go. */
  readonly set: Condition | undefined;
}

/** What a scope of cases clears, whichever way they were chosen. */
export const ofCases = (chosen: Condition): readonly Clearing[] => [
  {
    kind: 'texts',
    table: sql`event_text`,
    where: sql`text is not null and (contract_id, case_id) in (${chosen})`,
    set: sql`salt = null, text = null`,
  },
  {
    kind: 'files',
    table: sql`case_file`,
    where: sql`erased_at is null and (contract_id, case_id) in (${chosen})`,
    set: NO_FILE,
  },
  {
    kind: 'files',
    table: sql`mail_file`,
    where: sql`(contract_id, mail_id) in (
      select contract_id, mail_id from inbound_mail where (contract_id, case_id) in (${chosen}))`,
    set: undefined,
  },
  {
    kind: 'mails',
    table: sql`delivery_body`,
    where: sql`erased_at is null and (contract_id, delivery_id) in (
      select contract_id, delivery_id from delivery where (contract_id, case_id) in (${chosen})
        and state <> 'queued')`,
    set: NO_MAIL,
  },
  {
    kind: 'replies',
    table: sql`inbound_mail_body`,
    where: sql`erased_at is null and (contract_id, mail_id) in (
      select contract_id, mail_id from inbound_mail where (contract_id, case_id) in (${chosen}))`,
    set: sql`sender = null, body_text = null`,
  },
  {
    kind: 'replies',
    table: sql`opening_mail_body`,
    where: sql`erased_at is null and (contract_id, mail_id) in (
      select contract_id, mail_id from opening_mail where (contract_id, case_id) in (${chosen}))`,
    set: NO_OPENING,
  },
  ...ofTelephones(sql`(contract_id, case_id) in (${chosen})`),
];

/** Numbers, and what was said and answered, of calls and texts: nothing of them is left. */
const ofTelephones = (which: Condition): readonly Clearing[] =>
  [sql`telephone_call`, sql`telephone_text`, sql`telephone_recording`].map((table) => ({
    ...({ kind: 'replies', table, where: which, set: undefined } as const),
  }));

const NO_OPENING = sql`sender = null, subject = null, body_text = null, reason = null`;

const NO_MAIL = sql`address = null, subject = null, body_text = null, body_html = null`;

const NO_VALUES = sql`old_value = null, new_value = null`;

const NO_FILE = sql`name = null, salt = null, bytes = null`;

/**
 * What is over by itself at an instant: answers nobody repeats any more, links that were used or have died, mails in which somebody was asked to
 * confirm their details or told what a plan has changed or of duty and swaps of it, what was put aside of mails that came to open a case, numbers and addresses of changes that are settled and can no longer be held up.
 */
const outdated = (before: Condition): readonly Clearing[] => [
  {
    ...{ kind: 'replies', table: sql`telephone_call`, set: undefined },
    where: sql`case_id is null and last_at < ${before}`,
  },
  {
    ...{ kind: 'replies', table: sql`telephone_text`, set: undefined },
    where: sql`case_id is null and received_at < ${before}`,
  },
  {
    // Whoever wants no texts still wants none.
    ...{ kind: 'replies', table: sql`telephone_number`, set: undefined },
    where: sql`stopped_at is null and coalesce(memory_until, '-infinity') < ${before}
      and not exists (select from unnest(wrong_at) as one where one >= ${before})`,
  },
  {
    // What was tried of numbers that no case has.
    ...{ kind: 'replies', table: sql`telephone_line`, set: undefined },
    where: sql`contract_id = '' and coalesce(locked_until, '-infinity') < ${before}
      and not exists (select from unnest(wrong_at) as one where one >= ${before})`,
  },
  { kind: 'answers', table: sql`answer`, where: sql`at < ${before}`, set: undefined },
  {
    kind: 'links',
    table: sql`action_link`,
    where: sql`coalesce(used_at, expires_at) < ${before}`,
    set: undefined,
  },
  {
    kind: 'links',
    table: sql`sign_in_link`,
    where: sql`coalesce(used_at, expires_at) < ${before}`,
    set: undefined,
  },
  { kind: 'signIns', table: sql`sign_in_log`, where: sql`at < ${before}`, set: undefined },
  {
    kind: 'mails',
    table: sql`delivery_body`,
    where: sql`erased_at is null and (contract_id, delivery_id) in (
      select contract_id, delivery_id from delivery
      where (starts_with(case_id, 'attestation:') or starts_with(case_id, 'subscription:') or kind in ('swap', 'duty'))
        and state <> 'queued' and queued_at < ${before})`,
    set: NO_MAIL,
  },
  {
    kind: 'replies',
    table: sql`inbound_mail_body`,
    where: sql`erased_at is null and (contract_id, mail_id) in (
      select contract_id, mail_id from inbound_mail
      where starts_with(case_id, 'attestation:') and received_at < ${before})`,
    set: sql`sender = null, body_text = null`,
  },
  {
    kind: 'replies',
    table: sql`opening_mail_body`,
    // What is held waits for the desk, and what opened a case goes with it.
    where: sql`erased_at is null and (contract_id, mail_id) in (
      select contract_id, mail_id from opening_mail where outcome in ('putAside', 'nothing')
        and coalesce(settled_at, received_at) < ${before})`,
    set: NO_OPENING,
  },
  {
    kind: 'mails',
    table: sql`delivery_body`,
    where: sql`erased_at is null and (contract_id, delivery_id) in (
      select contract_id, delivery_id from delivery where kind = 'opening'
        and state <> 'queued' and queued_at < ${before})`,
    set: NO_MAIL,
  },
  {
    kind: 'people',
    table: sql`contact_change`,
    // One that is held up goes back to its old value: that stays so long as it may be. A code is over sooner.
    where: sql`erased_at is null and (status in ('done', 'dropped') or status = 'waiting' and code_id is not null)
      and changed_at < ${before} - make_interval(secs => ${FREEZE_MS / 1_000})`,
    set: NO_VALUES,
  },
  {
    kind: 'people',
    table: sql`contact_reporter`,
    where: sql`erased_at is null and (contract_id, report) in (
      select contract_id, report from contact_report where status = 'answered' and changed_at < ${before})`,
    set: sql`name = null, address = null`,
  },
];

/** Plans as written, and their people's values, of revisions on which no new case opens. */
const sourcesOf = (which: Condition): readonly Clearing[] => {
  const superseded = sql`(contract_id, number) in (
    select contract_id, number from revision where state = 'superseded' and ${which})`;
  return [
    {
      kind: 'sources',
      table: sql`revision_source`,
      where: sql`source is not null and ${superseded}`,
      set: sql`source = null`,
    },
    {
      kind: 'people',
      table: sql`revision_personal`,
      where: sql`erased_at is null and ${superseded}`,
      set: sql`salt = null, value = null`,
    },
  ];
};

/**
 * Plans as they were written on their way: of drafts that are over all of them, of the one in force all but the last,
 * which is what was agreed.
 */
const draftTexts = (which: Condition): Clearing => ({
  kind: 'sources',
  table: sql`draft_text`,
  where: sql`text is not null and (contract_id, draft, number) in (
    select contract_id, draft, written.number from draft_event written join draft using (contract_id, draft)
    where type in ('DraftMade', 'DraftEdited') and ${which} and (status in ('superseded', 'dropped')
      or status = 'published' and exists (select from draft_event later where later.contract_id = draft.contract_id
        and later.draft = draft.draft and later.number > written.number and later.type = 'DraftEdited')))`,
  set: sql`salt = null, text = null`,
});

/** What one person leaves: their values, rights, mails in both directions, and what they typed in cases now closed. */
function ofPerson(contract: string, personId: string): readonly Clearing[] {
  const own = sql`contract_id = ${contract} and person_id = ${personId}`;
  return [
    // While the address is still there to find them by.
    {
      kind: 'links',
      table: sql`sign_in_link`,
      where: sql`email in (select lower(email) from person where ${own})`,
      set: undefined,
    },
    {
      kind: 'people',
      table: sql`person`,
      where: sql`${own} and erased_at is null`,
      set: sql`name = null, email = null, office = null, mobile = null, title = null, time_zone = null,
        language = null`,
    },
    {
      kind: 'people',
      table: sql`contact_change`,
      where: sql`${own} and erased_at is null`,
      set: NO_VALUES,
    },
    { kind: 'people', table: sql`contact_means`, where: own, set: undefined },
    { kind: 'people', table: sql`plan_subscription`, where: own, set: undefined },
    { kind: 'people', table: sql`duty_feed`, where: own, set: undefined },
    { kind: 'people', table: sql`time_off_feed`, where: own, set: undefined },
    { kind: 'people', table: sql`duty_mail`, where: own, set: undefined },
    { kind: 'people', table: sql`told_duty`, where: own, set: undefined },
    { kind: 'people', table: sql`chat_user`, where: own, set: undefined },
    {
      kind: 'people',
      table: sql`revision_personal`,
      where: sql`contract_id = ${contract} and erased_at is null
        and starts_with(path, ${`contacts.${personId}.`})`,
      set: sql`salt = null, value = null`,
    },
    {
      kind: 'mails',
      table: sql`delivery_body`,
      where: sql`erased_at is null and (contract_id, delivery_id) in (
        select contract_id, delivery_id from delivery where ${own} and state <> 'queued')`,
      set: NO_MAIL,
    },
    {
      kind: 'replies',
      table: sql`inbound_mail_body`,
      where: sql`erased_at is null and (contract_id, mail_id) in (
        select contract_id, mail_id from inbound_mail where ${own})`,
      set: sql`sender = null, body_text = null`,
    },
    {
      kind: 'replies',
      table: sql`opening_mail_body`,
      where: sql`erased_at is null and (contract_id, mail_id) in (
      select contract_id, mail_id from opening_mail where ${own} and outcome <> 'held')`,
      set: NO_OPENING,
    },
    {
      kind: 'texts',
      table: sql`event_text`,
      where: sql`text is not null and (contract_id, case_id, number) in (
        select contract_id, case_id, number from event join "case" using (contract_id, case_id)
        where contract_id = ${contract} and status = 'closed' and body ->> 'by' = ${personId})`,
      set: sql`salt = null, text = null`,
    },
    {
      kind: 'texts',
      table: sql`draft_text`,
      where: sql`text is not null and (contract_id, draft, number) in (
        select contract_id, draft, number from draft_event join draft using (contract_id, draft)
        where contract_id = ${contract} and status in ('published', 'superseded', 'dropped')
          and type in ('DraftProposed', 'DraftCommented', 'DraftSentBack', 'DraftDropped')
          and body ->> 'by' = ${personId})`,
      set: sql`salt = null, text = null`,
    },
    {
      kind: 'texts',
      table: sql`event_text`,
      where: sql`text is not null and (contract_id, case_id, number) in (
        select contract_id, case_id, number from event join (${SETTLED}) settled using (contract_id, case_id)
        where contract_id = ${contract} and body ->> 'by' = ${personId})`,
      set: sql`salt = null, text = null`,
    },
    {
      kind: 'texts',
      table: sql`event_text`,
      // What was said of them too.
      where: sql`text is not null and (contract_id, case_id, number) in (
        select contract_id, case_id, number from event join (${ANSWERED}) answered using (contract_id, case_id)
        where contract_id = ${contract} and (reported = ${personId} or body ->> 'by' = ${personId}))`,
      set: sql`salt = null, text = null`,
    },
    {
      kind: 'files',
      table: sql`case_file`,
      where: sql`erased_at is null and (contract_id, case_id, file_id::text) in (
        select contract_id, case_id, body ->> 'file' from event join "case" using (contract_id, case_id)
        where contract_id = ${contract} and status = 'closed' and type = 'FileAttached' and body ->> 'by' = ${personId})`,
      set: NO_FILE,
    },
    {
      kind: 'files',
      table: sql`case_file`,
      where: sql`erased_at is null and (contract_id, case_id, file_id::text) in (
        select contract_id, case_id, body ->> 'file' from event join (${SETTLED}) settled using (contract_id, case_id)
        where contract_id = ${contract} and type = 'FileAttached' and body ->> 'by' = ${personId})`,
      set: NO_FILE,
    },
    {
      kind: 'files',
      table: sql`mail_file`,
      where: sql`(contract_id, mail_id) in (select contract_id, mail_id from inbound_mail where ${own})`,
      set: undefined,
    },
    { kind: 'links', table: sql`action_link`, where: own, set: undefined },
    { kind: 'tokens', table: sql`api_token`, where: own, set: undefined },
    { kind: 'tokens', table: sql`role`, where: own, set: undefined },
    ...accountOf(own),
  ];
}

/** The account goes with the last person it was, and everything by which it signed in goes with it. */
const accountOf = (own: Condition): readonly Clearing[] => [
  {
    kind: 'signIns',
    table: sql`sign_in_log`,
    where: sql`(${own}) or account_id in (select account_id from account_person mine where ${own} and not exists (
      select from account_person other where other.account_id = mine.account_id and not (${own})))`,
    set: undefined,
  },
  {
    kind: 'accounts',
    table: sql`sign_in_account`,
    where: sql`id in (select account_id from account_person where ${own}) and not exists (
      select from account_person where account_id = id and not (${own}))`,
    set: undefined,
  },
  { kind: 'tokens', table: sql`account_person`, where: own, set: undefined },
];

export function clearingsOf(scope: ErasureScope, withSources: boolean): readonly Clearing[] {
  if (scope.scope === 'person') {
    const { contract, personId } = scope;
    const all = sql`contract_id = ${contract}`;
    const sources = withSources ? [...sourcesOf(all), draftTexts(all)] : [];
    return [...ofPerson(contract, personId), ...sources];
  }
  if (scope.scope === 'case') {
    const { contract, caseId } = scope.key;
    return ofCases(sql`select contract_id, case_id from "case"
      where contract_id = ${contract} and case_id = ${caseId} and status = 'closed'`);
  }
  const before = sql`${formatInstant(scope.before)}::timestamptz`;
  const settled = ofCases(sql`select contract_id, case_id from (
    select contract_id, 'obligation:' || obligation_id as case_id from obligation
    where status in ('accepted', 'waived', 'dropped') and changed_at < ${before}
    union all
    select contract_id, 'contact-report:' || report from contact_report
    where status = 'answered' and changed_at < ${before}
    union all
    select contract_id, 'seat-filling:' || filling from seat_filling
    where status in ('agreed', 'refused', 'replaced') and changed_at < ${before}
    union all
    select contract_id, 'drill:' || drill from drill
    where status in ('ended', 'stopped', 'skipped') and changed_at < ${before}) settled`);
  const sources = withSources
    ? [...sourcesOf(sql`published_at < ${before}`), draftTexts(sql`changed_at < ${before}`)]
    : [];
  return [...outdated(before), ...settled, ...sources];
}

/** Cases closed before an instant that still have something to clear. */
export const closedBefore = (before: Instant): Condition => sql`
  select contract_id, case_id from "case" closed
  where status = 'closed' and closed_at < ${formatInstant(before)}::timestamptz and (
    exists (select from event_text said where said.contract_id = closed.contract_id
      and said.case_id = closed.case_id and text is not null)
    or exists (select from case_file kept where kept.contract_id = closed.contract_id
      and kept.case_id = closed.case_id and kept.erased_at is null)
    or exists (select from delivery join delivery_body using (contract_id, delivery_id)
      where delivery.contract_id = closed.contract_id and delivery.case_id = closed.case_id and erased_at is null
        and state <> 'queued')
    or exists (select from opening_mail join opening_mail_body using (contract_id, mail_id)
      where opening_mail.contract_id = closed.contract_id and opening_mail.case_id = closed.case_id
        and erased_at is null)
    or exists (select from inbound_mail join inbound_mail_body using (contract_id, mail_id)
      where inbound_mail.contract_id = closed.contract_id and inbound_mail.case_id = closed.case_id
        and erased_at is null))`;
