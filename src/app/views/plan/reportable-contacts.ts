import type { PlanView } from './plan-view.ts';

/** Somebody of whom the reader of a plan can say that they are not reached. */
export interface ReportableContact {
  /** How a form names them. */
  readonly value: string;
  readonly seat: string;
  readonly customer: string | undefined;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  /** At which they are reached. */
  readonly levels: readonly number[];
}

/** Whom a plan names to its reader, level by level, and last those who stand at none. */
export function reportableContacts({
  rules,
  seats,
}: Pick<PlanView, 'rules' | 'seats'>): readonly ReportableContact[] {
  const found = [...seats.values()].flatMap(({ seat, title, person, own }): ReportableContact[] => {
    const levels = rules.levels.flatMap(({ number, reach, otherwise }) =>
      [...reach, ...otherwise].includes(seat) ? [number] : [],
    );
    const here = { seat, title, levels };
    return [
      ...(person
        ? [{ ...here, value: seat, customer: undefined, personId: person.personId, name: person.name }]
        : []),
      ...own.map(({ customerId, person: { personId, name } }) => ({
        ...{ ...here, customer: customerId, personId, name },
        // No id of a seat has this sign.
        value: `${seat}~${customerId}`,
      })),
    ];
  });
  const first = ({ levels }: ReportableContact): number => levels[0] ?? Number.MAX_SAFE_INTEGER;
  return found.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, 'en'));
}
