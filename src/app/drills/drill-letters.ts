import type { DrillEvent } from '../../core/drill/event.ts';
import {
  type DrillState,
  drillFigures,
  evolveDrill,
  type LiveDrill,
  noDrill,
} from '../../core/drill/state.ts';
import type { DrillMail } from '../../core/message/portal/drills.ts';
import {
  type ChainLetters,
  type ChainNotice,
  chainDelivery,
  type LetterSubject,
  lettersOfEvents,
  NO_LETTERS,
  onceWithAddress,
} from '../chain-letters.ts';
import { pageLink } from '../notices/fill-links.ts';
import { type DrillKey, type DrillPapers, drillRecordKey } from '../ports/drills.ts';
import type { NewDelivery, NewLink, Person } from '../ports/engine.ts';
import { hashOf, linkToken } from '../secret.ts';
import { drillsPath } from './drill-paths.ts';

/** The kind under which these letters are kept. */
const DRILL_LETTER = 'drill';
/** What a link of theirs lets its reader do. */
export const ANSWER_DRILL = 'drill';

type About = LetterSubject<DrillKey, DrillPapers, LiveDrill>;

/** The drill that a link was made for. */
const stampOfDrill = ({ drill }: Pick<DrillKey, 'drill'>): string => `drill/${drill}`;

/** Letters for what the events of a notice tell. */
export const drillLetters = (...notice: ChainNotice<DrillKey, DrillPapers>): ChainLetters =>
  lettersOfEvents<DrillKey, DrillEvent, DrillPapers, DrillState>(
    { evolve: evolveDrill, none: noDrill, write: lettersOf },
    ...notice,
  );

function lettersOf(about: About, event: DrillEvent): ChainLetters {
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
      return NO_LETTERS;
  }
}

/** Whoever is asked has a link and a reply address of their own; one that is over by now asks nobody any more. */
function asking(about: About, ids: readonly string[]): ChainLetters {
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
function toKeepers(about: About, kind: 'ended' | 'skipped'): ChainLetters {
  const { papers, key } = about;
  const url = pageLink(`${drillsPath(key.contract)}/${key.drill}`);
  return {
    deliveries: onceWithAddress([...papers.managers, ...papers.oversight]).map((reader) =>
      delivery(about, reader, kind, { url, links: [] }),
    ),
    unreached: [],
  };
}

function delivery(
  about: About,
  reader: Person,
  kind: DrillMail['kind'],
  { url, links }: { readonly url: string; readonly links: readonly NewLink[] },
): NewDelivery {
  const { parts, key, papers, state, number } = about;
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
  return chainDelivery(about, {
    ...{ record, number, kind: `${DRILL_LETTER}/${kind}`, letter: mail, links },
    ...{ personId: reader.personId, address: reader.email, replyCase: canReply ? record.caseId : undefined },
  });
}
