import type { DrillEvent } from '../../core/drill/event.ts';
import {
  type DrillState,
  drillFigures,
  evolveDrill,
  type LiveDrill,
  noDrill,
} from '../../core/drill/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { DrillMail } from '../../core/message/portal/drills.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { LetterParts } from '../notices/letters.ts';
import { type DrillKey, type DrillPapers, drillRecordKey } from '../ports/drills.ts';
import type { NewDelivery, NewLink, NoticeJob, Person } from '../ports/engine.ts';
import { hashOf, linkToken, replyLocalPart } from '../secret.ts';
import { drillsPath } from './drill-paths.ts';

/** The kind under which these letters are kept. */
const DRILL_LETTER = 'drill';
/** What a link of theirs lets its reader do. */
export const ANSWER_DRILL = 'drill';

interface DrillLetters {
  readonly deliveries: readonly NewDelivery[];
  /** Who has no address. */
  readonly unreached: readonly string[];
}

interface About {
  readonly parts: LetterParts;
  readonly key: DrillKey;
  readonly papers: DrillPapers;
  readonly state: LiveDrill;
  readonly at: Instant;
  readonly number: number;
}

/** The drill that a link was made for. */
const stampOfDrill = ({ drill }: Pick<DrillKey, 'drill'>): string => `drill/${drill}`;

const NONE: DrillLetters = { deliveries: [], unreached: [] };

/** Letters for what the events of a notice tell. */
export function drillLetters(
  parts: LetterParts,
  key: DrillKey,
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  papers: DrillPapers,
  at: Instant,
): DrillLetters {
  const state = papers.events.reduce<DrillState>(evolveDrill, noDrill);
  if (state.status === 'none') return NONE;
  const about: About = { parts, key, papers, state, at, number: to };
  const made = papers.events.slice(from - 1, to).map((event) => lettersOf(about, event));
  return {
    deliveries: made.flatMap(({ deliveries }) => deliveries),
    unreached: made.flatMap(({ unreached }) => unreached),
  };
}

function lettersOf(about: About, event: DrillEvent): DrillLetters {
  switch (event.type) {
    case 'DrillBegun':
      return asking(about, event.people);
    case 'DrillEnded':
      return toKeepers(about, 'ended');
    case 'DrillSkipped':
      return toKeepers(about, 'skipped');
    case 'DrillPlanned':
    case 'DrillAnswered':
    case 'DrillStopped':
    case 'NoticeFailed':
      return NONE;
  }
}

/** Whoever is asked has a link and a reply address of their own; one that is over by now asks nobody any more. */
function asking(about: About, ids: readonly string[]): DrillLetters {
  const { papers, state } = about;
  const known = ids.map((id) => ({ id, person: papers.people.get(id) }));
  const unreached = known.filter(({ person }) => person?.email === undefined).map(({ id }) => id);
  const isOver = state.status !== 'running' || (state.endAt ?? 0) <= about.at;
  if (isOver) return { deliveries: [], unreached };
  const deliveries = known.flatMap(({ person }) =>
    person?.email === undefined ? [] : [askingLetter(about, person)],
  );
  return { deliveries, unreached };
}

function askingLetter(about: About, person: Person): NewDelivery {
  const { parts, key, state, at } = about;
  const linkId = parts.newId();
  const link: NewLink = {
    linkId,
    tokenHash: hashOf(linkToken(parts.secret, linkId)),
    personId: person.personId,
    command: ANSWER_DRILL,
    level: state.level,
    stamp: stampOfDrill(key),
    madeAt: at,
    expiresAt: state.endAt ?? at,
  };
  return delivery(about, person, 'asked', { url: `ladder-link:${linkId}`, links: [link] });
}

/** Those who plan drills hear what one came to. */
function toKeepers(about: About, kind: 'ended' | 'skipped'): DrillLetters {
  const { papers, key } = about;
  const keepers = [...papers.managers, ...papers.oversight].filter(({ email }) => email !== undefined);
  const once = [...new Map(keepers.map((one) => [one.personId, one])).values()];
  const url = pageLink(`${drillsPath(key.contract)}/${key.drill}`);
  return {
    deliveries: once.map((reader) => delivery(about, reader, kind, { url, links: [] })),
    unreached: [],
  };
}

function delivery(
  { parts, key, papers, state, at, number }: About,
  reader: Person,
  kind: DrillMail['kind'],
  { url, links }: { readonly url: string; readonly links: readonly NewLink[] },
): NewDelivery {
  const canReply = kind === 'asked' && parts.canReply;
  const silent = state.people.filter(({ afterMs }) => afterMs === undefined);
  const mail = parts.writer.drill({
    ...{ kind, url, canReply, level: state.level, endAt: state.endAt, startAt: state.startAt },
    ...{ skipped: state.skipped, figures: drillFigures(state), language: reader.language },
    ...{
      contractTitle: papers.contractTitle,
      timeZone: papers.timeZone,
      demonstration: parts.isDemonstration,
    },
    silent: silent.map(({ person }) => papers.people.get(person)?.name ?? person),
  });
  const record = drillRecordKey(key);
  const owner = { ...record, personId: reader.personId };
  return {
    ...record,
    deliveryId: parts.newId(),
    ...{ number, round: 0, personId: reader.personId, level: undefined, kind: `${DRILL_LETTER}/${kind}` },
    ...{ means: 'email', queuedAt: at, address: reader.email ?? '', ...mail },
    ...{ canReply, replyHash: canReply ? hashOf(replyLocalPart(parts.secret, owner)) : undefined, links },
  };
}
