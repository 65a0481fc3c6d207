import type { Cast } from '../find/moves.ts';
import { slugOf } from '../find/people-words.ts';
import type { Found, Front } from '../found.ts';
import { blocksOf, type Paper, type Passage, wholeOf } from '../paper/paper.ts';
import { draftClocks, isOfCalifornia } from './draft-clocks.ts';
import { draftObligations, draftRequirements, draftRoles, findMissing } from './draft-duties.ts';
import { draftPeople } from './draft-people.ts';
import { draftTracks } from './draft-tracks.ts';
import { ask, askBetween, type Drafting, note, say } from './drafting.ts';

type Entry = Record<string, unknown>;

/** The plan that a document becomes, `null` where it says nothing; facts, questions and findings go beside it. */
export function draftPlan(paper: Paper, found: Found, cast: Cast, drafting: Drafting): Entry {
  const { front } = found;
  const people = draftPeople(found, drafting);
  const clocks = draftClocks(found, drafting);
  const document = documentOf(front, drafting);
  const contract = contractOf(front, people.programManager, drafting);
  const { tracks, promises } = draftTracks(found, clocks, drafting);
  const requirements = draftRequirements(found, clocks, drafting);
  const obligations = draftObligations(found, cast, drafting);
  const plan: Entry = {
    ladder: 1,
    document,
    contract,
    questions: null,
    requirements,
    calendars: clocks.calendars(isOfCalifornia(blocksOf(paper.parts).map(wholeOf))),
    contacts: people.contacts,
    levels: people.levels,
    tracks,
    promises: promises.length > 0 ? promises : null,
    pauses: null,
    reopening: null,
    closing: null,
    emergency: found.emergency
      ? {
          number: say(drafting, 'emergency.number', found.emergency.number),
          says: say(drafting, 'emergency.says', found.emergency.says),
        }
      : null,
    contactChanges: null,
    roles: draftRoles(found, cast, drafting),
    obligations,
  };
  findMissing(found, plan, people.idOf, drafting);
  plan.questions = drafting.questions.length > 0 ? drafting.questions.map(written) : null;
  return plan;
}

function documentOf(front: Front, drafting: Drafting): Entry {
  const { version, dated = front.revised, revised } = front;
  const entry: Entry = {
    title: say(drafting, 'document.title', front.title),
    version: say(drafting, 'document.version', version),
    dated: say(drafting, 'document.dated', dated),
    history: null,
  };
  if (revised && front.dated && (revised.value !== front.dated.value || revised.others)) {
    note(drafting, 'document.history.1.date', front.dated.value, front.dated.at);
    for (const place of version ? [1, 2] : [])
      note(drafting, `document.history.${place}.version`, version?.value, version?.at as Passage);
    entry.history = [
      { version: version?.value ?? null, date: front.dated.value },
      {
        version: version?.value ?? null,
        date: say(drafting, 'document.history.2.date', revised),
        note: 'Last revision',
      },
    ];
  }
  return entry;
}

function contractOf(front: Front, programManager: string | null, drafting: Drafting): Entry {
  const title = say(drafting, 'contract.title', front.contract);
  const from = say(drafting, 'contract.term.from', front.from);
  const until = say(drafting, 'contract.term.until', front.until);
  const { zone, zoneOfPlace } = front;
  if (!zone && zoneOfPlace?.others)
    askBetween(drafting, 'contract.timeZone', [zoneOfPlace, ...zoneOfPlace.others]);
  else if (!zone && zoneOfPlace) ask(drafting, 'contract.timeZone', [zoneOfPlace.value], zoneOfPlace.at);
  const party = (name: 'customer' | 'contractor' | 'oversight'): string | null =>
    say(drafting, `contract.parties.${name}.name`, front[name]);
  return {
    id: title === null ? null : slugOf(title),
    title,
    clause: say(drafting, 'contract.clause', front.clause),
    timeZone: say(drafting, 'contract.timeZone', zone) ?? zoneOfPlace?.value ?? null,
    executed: say(drafting, 'contract.executed', front.executed),
    term: from === null && until === null ? null : { from, until },
    portal: say(drafting, 'contract.portal', front.portal),
    parties: {
      customer: { name: party('customer') },
      contractor: { name: party('contractor'), programManager },
      oversight: {
        name: party('oversight'),
        of: say(drafting, 'contract.parties.oversight.of', front.oversightOf),
        reach: [],
      },
    },
  };
}

/** A question as the plan's format has it. */
function written({ about, readings, quote, taken }: Drafting['questions'][number]): Entry {
  return {
    about,
    readings: readings.map(({ value, quote: own }) => ({
      value,
      ...(own ? { quote: own.text, place: placed(own.place) } : {}),
    })),
    ...(quote ? { quote: quote.text, place: placed(quote.place) } : {}),
    taken,
  };
}

/** Where something stands, as a plan's file has it. */
export const placed = ({
  page,
  line,
}: {
  readonly page: number | undefined;
  readonly line: number;
}): string => (page === undefined ? `line ${line}` : `page ${page}, line ${line}`);
