import { type Kysely, sql } from 'kysely';
import type { AnswerKey } from '../../app/ports/telephone.ts';
import type { AnsweredDelivery, TelephoneBook } from '../../app/ports/telephone-book.ts';
import { asInstant, formatInstant } from '../../core/instant.ts';
import { languageOf } from '../../core/message/catalogue.ts';
import { contractLanguage } from '../contracts/contract-rows.ts';
import { milliseconds } from '../views/milliseconds.ts';
import { callsIn } from './call-rows.ts';
import { recordingsIn } from './recording-rows.ts';

/** Calls, texts, and whom they are of, inside one transaction. */
export const telephoneIn = (db: Kysely<unknown>): TelephoneBook => ({
  ...callsIn(db),
  ...recordingsIn(db),
  async contractOf(caseId) {
    const { rows } = await sql<{ contract_id: string }>`
      select contract_id from "case" where case_id = ${caseId} and contract_id in (select contract_id from contract)
      limit 1`.execute(db);
    return rows[0]?.contract_id;
  },
  async likely(number) {
    const { rows } = await sql<LikelyRow>`
      select distinct person.contract_id, person_id, person.name, customer_id, customer.name as customer_name
      from person join role using (contract_id, person_id) join customer using (contract_id, customer_id)
      where person.erased_at is null and ${number} in ('+' || regexp_replace(mobile, '\\D', '', 'g'), '+' || regexp_replace(office, '\\D', '', 'g'))
        and role in ('customer', 'customerManager') limit 2`.execute(db);
    const [row, ...others] = rows;
    if (!row || others.length > 0) return undefined;
    return {
      contract: row.contract_id,
      personId: row.person_id,
      name: row.name ?? row.person_id,
      customerId: row.customer_id,
      customerName: row.customer_name,
    };
  },
  async speakerOf(contract, customerId) {
    const { rows } = await sql<{ person_id: string; role: string }>`
      select person_id, max(role) as role from role join person using (contract_id, person_id)
      where contract_id = ${contract} and customer_id = ${customerId} and person.erased_at is null
        and role in ('customer', 'customerManager')
      group by person_id order by max(role) = 'customerManager' desc, person_id limit 2`.execute(db);
    const [first, ...others] = rows;
    return first && (others.length === 0 || first.role === 'customerManager') ? first.person_id : undefined;
  },
  async languageOf(contract, personId) {
    const { rows } = await sql<{ language: string | null }>`
      select language from person where contract_id = ${contract} and person_id = ${personId ?? ''}`.execute(
      db,
    );
    return languageOf(rows[0]?.language ?? undefined) ?? contractLanguage(db, contract);
  },
  async delivery(contract, deliveryId) {
    const { rows } = await sql<DeliveryRow>`
      ${DELIVERIES} where delivery.contract_id = ${contract} and delivery.delivery_id = ${deliveryId}::uuid`.execute(
      db,
    );
    return rows[0] && deliveryFrom(rows[0]);
  },
  async waiting(number, since, max) {
    const { rows } = await sql<DeliveryRow>`
      select * from (
        select distinct on (contract_id, case_id) * from (${DELIVERIES}
          where means = 'text' and address = ${number}
            and queued_at > ${formatInstant(since)}::timestamptz
            and exists (select from answer_key
              where answer_key.contract_id = delivery.contract_id
                and answer_key.delivery_id = delivery.delivery_id)) sent
        order by contract_id, case_id, queued desc, delivery_id) latest
      order by queued desc, delivery_id limit ${max}`.execute(db);
    return rows.map(deliveryFrom);
  },
});

interface LikelyRow {
  readonly contract_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly customer_id: string;
  readonly customer_name: string;
}

interface DeliveryRow {
  readonly contract_id: string;
  readonly delivery_id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly level: number | null;
  readonly kind: string;
  readonly means: AnsweredDelivery['means'];
  readonly state: AnsweredDelivery['state'];
  readonly number: number;
  readonly queued: number;
  readonly address: string | null;
  readonly body_text: string | null;
  readonly is_answered: boolean;
  readonly keys: readonly (Omit<AnswerKey, 'level'> & { readonly level: number | null })[];
}

const DELIVERIES = sql`
  select delivery.contract_id, delivery.delivery_id, delivery.case_id, delivery.person_id, person.name, delivery.level,
    delivery.kind, means, delivery.state, number, ${milliseconds('queued_at')} as queued, address, body_text,
    answered_at is not null as is_answered,
    coalesce((select json_agg(json_build_object('key', key, 'action', command, 'level', answer_key.level,
        'stamp', stamp) order by key)
      from answer_key where answer_key.contract_id = delivery.contract_id
        and answer_key.delivery_id = delivery.delivery_id), '[]') as keys
  from delivery join delivery_body on delivery_body.contract_id = delivery.contract_id
      and delivery_body.delivery_id = delivery.delivery_id
    left join person on person.contract_id = delivery.contract_id and person.person_id = delivery.person_id`;

const deliveryFrom = (row: DeliveryRow): AnsweredDelivery => ({
  contract: row.contract_id,
  deliveryId: row.delivery_id,
  caseId: row.case_id,
  personId: row.person_id,
  name: row.name ?? row.person_id,
  level: row.level ?? undefined,
  kind: row.kind,
  means: row.means,
  state: row.state,
  number: row.number,
  queuedAt: asInstant(row.queued),
  address: row.address ?? undefined,
  text: row.body_text ?? '',
  isAnswered: row.is_answered,
  keys: row.keys.map((one) => ({ ...one, level: one.level ?? undefined })),
});
