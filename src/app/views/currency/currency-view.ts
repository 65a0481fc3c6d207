import { type CurrencyFigure, currencyFigure, isCurrent } from '../../../core/attestation/currency.ts';
import { DETAILS, type Detail, isMeans } from '../../../core/attestation/standing.ts';
import { type DetailTimes, missedTimes } from '../../../core/attestation/state.ts';
import type { ReportedTimes } from '../../../core/contact-report/state.ts';
import type { Instant } from '../../../core/instant.ts';
import { isOwed } from '../../../core/obligation/state.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import type { Caller } from '../../authorise.ts';
import type { AttestationReading, ListedAttestation } from '../../ports/attestation-reading.ts';
import type { ContactReportReading, ListedReport } from '../../ports/contact-reports.ts';
import type { DrillReading, ListedDrill } from '../../ports/drills.ts';
import type { ObligationReading } from '../../ports/obligation-reading.ts';
import type { Reading } from '../../ports/reading.ts';
import { type ObligationLine, obligationLines } from '../obligation/obligation-lines.ts';
import { agreedPlan } from '../plan/agreed-plan.ts';
import { CONTACTS_MAX } from './attested-details.ts';
import { type ActingPerson, seatsToday, type VacantSeat } from './vacant-seats.ts';

/** How one detail of a contact stands. */
export interface DetailLine {
  readonly detail: Detail;
  /** The number or the address as it is used today. */
  readonly value: string | undefined;
  readonly confirmedAt: Instant | undefined;
  readonly isCurrent: boolean;
  /** Asked for in vain: since when it is not confirmed. */
  readonly missedSince: Instant | undefined;
  /** Since when it has reached nobody. */
  readonly doubtedSince: Instant | undefined;
}

/** What last showed that somebody can be reached, and when. */
interface LifeSign {
  readonly by: 'confirmed' | 'answered' | 'signedIn';
  readonly at: Instant;
}

export interface ContactLine {
  readonly personId: string;
  readonly name: string;
  readonly levels: readonly number[];
  readonly details: readonly DetailLine[];
  /** Undefined where there is none yet. */
  readonly sign: LifeSign | undefined;
  /** What is asked and not yet answered. */
  readonly open: readonly Detail[];
  readonly nextRoundAt: Instant;
  /** What is reported as wrong of them and being checked. */
  readonly reported: ReportedTimes;
}

/** Somebody of a party that acts on cases, who stands at no level: nobody asks them, and they count nowhere. */
export interface ActingLine {
  readonly personId: string;
  readonly name: string;
  readonly party: Party;
  readonly means: readonly Pick<DetailLine, 'detail' | 'value' | 'confirmedAt'>[];
  readonly sign: LifeSign | undefined;
  readonly reported: ReportedTimes;
}

/** How current a contract's plan is. */
export interface CurrencyView {
  readonly contract: string;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly now: Instant;
  /** By their lowest level. */
  readonly contacts: readonly ContactLine[];
  /** Seats that nobody fills. */
  readonly vacant: readonly VacantSeat[];
  readonly acting: readonly ActingLine[];
  readonly obligations: readonly ObligationLine[];
  /** Reports of wrong contacts that nobody has answered, the newest first. */
  readonly reports: readonly ListedReport[];
  /** Of each level the last drill that was held to its end. */
  readonly drills: readonly ListedDrill[];
  /** The next round of whoever's comes first. */
  readonly nextRoundAt: Instant | undefined;
  readonly figure: CurrencyFigure;
  /** What would raise it: seats to be filled, details to be confirmed, by contact, and obligations that are late. */
  readonly raise: {
    readonly vacant: readonly VacantSeat[];
    readonly contacts: readonly { readonly name: string; readonly details: readonly Detail[] }[];
    readonly late: readonly ObligationLine[];
  };
}

interface CurrencyParts {
  readonly reading: Reading;
  readonly attestations: AttestationReading;
  readonly obligations: ObligationReading;
  readonly contactReports: ContactReportReading;
  readonly drills: Pick<DrillReading, 'last'>;
}

/** More stand in the list of all of them. */
const REPORTS_MAX = 100;

/** Undefined where there is no such contract. */
export async function currencyView(
  { reading, attestations, obligations, contactReports, drills }: CurrencyParts,
  caller: Caller,
): Promise<CurrencyView | undefined> {
  const { contract } = caller;
  const [listed] = await reading.contracts(contract);
  if (!listed) return undefined;
  const now = await reading.now();
  const agreed = await agreedPlan(reading, contract);
  const { vacant, acting } = agreed ? await seatsToday(reading, agreed) : { vacant: [], acting: [] };
  const found = await attestations.list(contract, CONTACTS_MAX);
  const contacts = found
    .flatMap((one) => contactLine(one, now) ?? [])
    .sort((a, b) => (a.levels[0] ?? 0) - (b.levels[0] ?? 0) || a.name.localeCompare(b.name, 'en'));
  const owed = (await obligationLines(obligations, caller, now)).filter(({ state }) => isOwed(state));
  const late = owed.filter(({ standing }) => standing === 'late');
  const reports = await contactReports.list(contract, { before: undefined, max: REPORTS_MAX, isOpen: true });
  const details = contacts.flatMap((one) => one.details);
  const missing = vacant.flatMap((one) => one.details);
  const current = details.filter((one) => one.isCurrent).length + owed.length - late.length;
  return {
    ...{ contract, contractTitle: listed.title, timeZone: listed.timeZone, now },
    ...{
      contacts,
      vacant,
      acting: await actingLines(attestations, { contract, acting, contacts }),
      obligations: owed,
      reports,
      drills: await drills.last(contract),
      figure: currencyFigure(current, details.length + missing.length + owed.length),
    },
    nextRoundAt: contacts.map(({ nextRoundAt }) => nextRoundAt).sort((a, b) => a - b)[0],
    raise: {
      late,
      vacant: vacant.filter((one) => one.details.length > 0),
      contacts: contacts.flatMap(({ name, details: own }) => {
        const wanted = own.filter((one) => !one.isCurrent).map(({ detail }) => detail);
        return wanted.length === 0 ? [] : [{ name, details: wanted }];
      }),
    },
  };
}

function contactLine(
  { person, state, signedInAt, answeredAt, reported }: ListedAttestation,
  now: Instant,
): ContactLine | undefined {
  if (state.status === 'none' || state.status === 'released') return undefined;
  const { standing, open, nextRoundAt, confirmed, doubted = {} } = state;
  const missed = missedTimes(state);
  return {
    personId: person.personId,
    name: person.name ?? person.personId,
    levels: standing.levels,
    details: standing.details.map((detail) => ({
      detail,
      value: isMeans(detail) ? person[detail] : undefined,
      confirmedAt: confirmed[detail],
      isCurrent: isCurrent(state, detail, now),
      missedSince: missed[detail],
      doubtedSince: doubted[detail],
    })),
    sign: lastSign(confirmed, { answeredAt, signedInAt }),
    ...{ open, nextRoundAt, reported },
  };
}

/** Those of parties that act who are not among the contacts already. */
async function actingLines(
  attestations: AttestationReading,
  {
    contract,
    acting,
    contacts,
  }: {
    readonly contract: string;
    readonly acting: readonly ActingPerson[];
    readonly contacts: readonly ContactLine[];
  },
): Promise<readonly ActingLine[]> {
  const others = new Map(acting.map((one) => [one.person.personId, one]));
  for (const { personId } of contacts) others.delete(personId);
  if (others.size === 0) return [];
  const found = await attestations.named(contract, [...others.keys()]);
  return found.flatMap(({ person: { personId }, signedInAt, answeredAt, reported }) => {
    const other = others.get(personId);
    if (!other) return [];
    const { person, party } = other;
    const { name = personId, confirmed = {} } = person;
    return {
      ...{ personId, name, party, reported },
      means: DETAILS.filter(isMeans).flatMap((detail) => {
        const value = person[detail];
        return value === undefined ? [] : [{ detail, value, confirmedAt: confirmed[detail] }];
      }),
      sign: lastSign(confirmed, { answeredAt, signedInAt }),
    };
  });
}

function lastSign(
  confirmed: DetailTimes,
  { answeredAt, signedInAt }: Pick<ListedAttestation, 'answeredAt' | 'signedInAt'>,
): LifeSign | undefined {
  const instants = DETAILS.flatMap((detail) => confirmed[detail] ?? []);
  const signs: readonly (LifeSign | false)[] = [
    ...instants.map((at) => ({ by: 'confirmed', at }) as const),
    answeredAt !== undefined && { by: 'answered', at: answeredAt },
    signedInAt !== undefined && { by: 'signedIn', at: signedInAt },
  ];
  return signs.filter((sign) => sign !== false).sort((a, b) => b.at - a.at)[0];
}
