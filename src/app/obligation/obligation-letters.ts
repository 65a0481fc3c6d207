import type { Instant } from '../../core/instant.ts';
import { OBLIGATION_NOTICES, type ObligationEvent, type ToldParty } from '../../core/obligation/event.ts';
import { evolveObligation } from '../../core/obligation/evolve.ts';
import {
  isOwed,
  type LiveObligation,
  noObligation,
  type ObligationState,
} from '../../core/obligation/state.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { type ChainLetters, chainDelivery, NO_LETTERS } from '../chain-letters.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { LetterParts } from '../notices/letters.ts';
import type { NewDelivery, NoticeJob, ObligationPapers, Person } from '../ports/engine.ts';
import { type ObligationKey, recordKeyOf } from '../ports/obligations.ts';
import { obligationPath } from '../views/obligation/obligation-paths.ts';

/** The kind under which these letters are kept. */
const OBLIGATION_LETTER = 'obligation';

/** Letters for what the events of a notice tell, one to each person of the parties they are for. */
export function obligationLetters(
  parts: LetterParts,
  key: ObligationKey,
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  papers: ObligationPapers,
  at: Instant,
): ChainLetters {
  const state = papers.events.reduce<ObligationState>(evolveObligation, noObligation);
  if (state.status === 'none') return NO_LETTERS;
  const told = papers.events.slice(from - 1, to).filter((event) => isNews(event, state));
  const shares = new Map<string, { person: Person; audience: Party; events: ObligationEvent[] }>();
  const unreached = new Set<Party>();
  for (const event of told) {
    for (const party of partiesOf(event, state)) {
      const people = papers.parties[party].filter(({ email }) => email !== undefined);
      if (people.length === 0) unreached.add(party);
      // Whoever did it knows.
      for (const person of people.filter(({ personId }) => personId !== event.by)) {
        const known = shares.get(person.personId);
        if (known) known.events.push(event);
        else shares.set(person.personId, { person, audience: party, events: [event] });
      }
    }
  }
  const deliveries = [...shares.values()].map(({ person, audience, events }): NewDelivery => {
    const [event, ...also] = gravestFirst(events);
    const mail = parts.writer.obligation({
      ...{ language: person.language, audience, reader: person.name, contractTitle: papers.contractTitle },
      ...{ state, event: event!, also, demonstration: parts.isDemonstration },
      names: Object.fromEntries([...papers.people].map(([id, { name }]) => [id, name])),
      url: pageLink(obligationPath(key)),
    });
    return chainDelivery(
      { parts, at },
      {
        ...{ record: recordKeyOf(key), number: to, kind: OBLIGATION_LETTER, letter: mail },
        ...{ personId: person.personId, address: person.email },
      },
    );
  });
  return { deliveries, unreached: [...unreached] };
}

/** What asks somebody to act is told while it is still to be done; the rest is told in any case. */
function isNews({ type }: ObligationEvent, state: LiveObligation): boolean {
  switch (type) {
    case 'DueReminded':
    case 'BecameLate':
    case 'StillLate':
      return isOwed(state);
    case 'AcceptanceAwaited':
    case 'Delivered':
      return state.status === 'delivered';
    default:
      return true;
  }
}

const partiesOf = ({ type }: ObligationEvent, { terms }: LiveObligation): ReadonlySet<Party> =>
  new Set(OBLIGATION_NOTICES[type].map((to) => partyOf(to, terms)));

function partyOf(to: ToldParty, { owner, acceptedBy }: LiveObligation['terms']): Party {
  if (to === 'owner') return owner;
  return to === 'acceptor' ? acceptedBy : to;
}

const GRAVITY: Readonly<Partial<Record<ObligationEvent['type'], number>>> = {
  ObligationDropped: 9,
  SentBack: 8,
  Accepted: 8,
  ChangeAgreed: 8,
  BecameLate: 7,
  StillLate: 6,
  DueReminded: 1,
};
const ORDINARY = 5;
const gravityOf = ({ type }: ObligationEvent): number => GRAVITY[type] ?? ORDINARY;

/** What changes most first, and of the same the latest. */
const gravestFirst = (events: readonly ObligationEvent[]): readonly ObligationEvent[] =>
  [...events].reverse().sort((a, b) => gravityOf(b) - gravityOf(a));
