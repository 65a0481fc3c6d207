import { CONTACT_FIELDS } from '../../core/contact/contact-change.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import { dateOf } from '../../core/message/on-clocks.ts';
import type { Confirmation } from '../../core/plan/coverage/confirmations.ts';
import { coverage, type LevelCoverage } from '../../core/plan/coverage/coverage.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Contact } from '../../core/plan/format/schema-contract.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { ConfirmedMeans } from '../ports/contacts.ts';

const DAY_MS = 86_400_000;

/** By what somebody can be reached today. */
interface Reachable {
  readonly office?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
  /** When each was confirmed. */
  readonly confirmed?: ConfirmedMeans | undefined;
}

interface Ahead {
  /** As written. */
  readonly plan: Plan;
  /** The plan's rules with what was changed since. */
  readonly rules: Pick<Revision, 'rotas'>;
  /** Who fills the seats today; a seat that nobody of them fills counts as the plan names it. */
  readonly people: ReadonlyMap<string, Reachable>;
  readonly now: Instant;
  readonly days: number;
  /** Whether coverage by what nobody has confirmed is told apart. */
  readonly isByConfirmed?: boolean;
}

/** The coverage of a contract from now on, by its plan, what was changed about its rotas, and the numbers of today. */
export function coverageAhead({ plan, rules, people, now, days, isByConfirmed = false }: Ahead): {
  readonly until: Instant;
  readonly levels: readonly LevelCoverage[];
} {
  const until = asInstant(now + days * DAY_MS);
  const contacts = Object.entries(plan.contacts ?? {}).map(([id, contact]): [string, Contact] => {
    const person = people.get(id);
    if (!person || contact.kind === 'directory') return [id, contact];
    const { office, mobile, email } = person;
    return [id, { ...contact, office, mobile, email } as Contact];
  });
  const today = { ...plan, contacts: Object.fromEntries(contacts) };
  const confirmed = isByConfirmed ? confirmedOf(people, plan.contract?.timeZone ?? 'UTC') : undefined;
  return { until, levels: coverage(today, { from: now, until }, {}, { rotas: rules.rotas, confirmed }) };
}

/** Every confirmation that is kept, with its date on the contract's clocks. */
const confirmedOf = (people: Ahead['people'], timeZone: string): readonly Confirmation[] =>
  [...people].flatMap(([contact, { confirmed = {} }]) =>
    CONTACT_FIELDS.flatMap((detail) => {
      const at = confirmed[detail];
      return at === undefined ? [] : [{ contact, detail, on: dateOf(at, timeZone) }];
    }),
  );
