import { isDesk, slugOf } from '../find/people-words.ts';
import { allSaid, type Card, type CardField, type Found, type FoundTrack, type Said } from '../found.ts';
import { askBetween, type Drafting, note, quotedFrom, say } from './drafting.ts';

/** A contact or a level as the plan's format writes it. */
type Entry = Record<string, unknown>;

interface DraftPeople {
  readonly contacts: Record<string, Entry>;
  readonly levels: readonly Entry[];
  readonly idOf: ReadonlyMap<Card, string>;
  readonly programManager: string | null;
}

/** The contacts and the levels they stand at. */
export function draftPeople(found: Found, drafting: Drafting): DraftPeople {
  const contacts: Record<string, Entry> = {};
  const idOf = new Map<Card, string>();
  const first = firstStop(found.tracks);
  if (first) {
    contacts[slugOf(first.value)] = { kind: 'directory', title: first.value };
    note(drafting, `contacts.${slugOf(first.value)}.title`, first.value, first.at);
  }
  for (const card of found.cards) {
    const id = freeId(card, contacts);
    idOf.set(card, id);
    contacts[id] = contactOf(card, id, drafting);
  }
  const levels = levelsOf(found, { idOf, first, contacts }, drafting);
  return { contacts, levels, idOf, programManager: programManagerOf(found, idOf, drafting) };
}

/** Somebody whom the steps go to first and whom the hierarchy does not have. */
const firstStop = (tracks: readonly FoundTrack[]): Said | undefined =>
  allSaid(
    tracks.flatMap(({ moves }) =>
      moves.flatMap(({ level, directory }) => (level === 1 && directory ? [directory] : [])),
    ),
  );

function freeId(card: Card, contacts: Readonly<Record<string, Entry>>): string {
  const name = card.fields.name?.[0]?.value ?? '';
  const title = card.fields.title?.[0]?.value.split('/')[0] ?? (isDesk(name) ? name : '');
  const base = slugOf(title) || `contact-${card.level ?? Object.keys(contacts).length + 1}`;
  let id = base;
  for (let number = 2; Object.hasOwn(contacts, id); number++) id = `${base}-${number}`;
  return id;
}

const FIELDS: readonly CardField[] = ['name', 'title', 'office', 'mobile', 'email'];

function contactOf(card: Card, id: string, drafting: Drafting): Entry {
  const name = card.fields.name?.[0]?.value;
  const title = card.fields.title?.[0]?.value;
  const entry: Entry = { kind: isDesk(name ?? title ?? '') ? 'desk' : 'person' };
  for (const field of FIELDS) {
    const said = card.fields[field] ?? [];
    const path = `contacts.${id}.${field}`;
    entry[field] = say(drafting, path, said[0]);
    if (said.length < 2) continue;
    askBetween(drafting, path, said);
    if (field === 'name' || field === 'title') continue;
    drafting.findings.push({
      code: 'import-number-differs',
      about: path,
      values: { numbers: said.map(({ value }) => value), contact: name ?? title ?? id },
      quotes: said.map(({ at }) => quotedFrom(at)),
    });
  }
  return entry;
}

interface Standing {
  readonly idOf: ReadonlyMap<Card, string>;
  readonly first: Said | undefined;
  readonly contacts: Record<string, Entry>;
}

function levelsOf({ cards, tracks }: Found, { idOf, first }: Standing, drafting: Drafting): readonly Entry[] {
  const top = Math.max(0, ...cards.map(({ level }) => level ?? 0));
  return Array.from({ length: top }, (_, index) => {
    const number = index + 1;
    const here = cards.filter(({ level }) => level === number);
    const [card] = here;
    const ids = here.flatMap((one) => idOf.get(one) ?? []);
    const path = `levels.${number}`;
    const title = card?.fields.title?.[0] ?? card?.fields.name?.[0];
    const said = allSaid(here.flatMap(({ fields }) => fields.responsibility ?? []));
    const responsibility = say(drafting, `${path}.responsibility`, said);
    if (number === 1 && first) {
      stopUnlisted(first, drafting);
      if (first.others) askBetween(drafting, path, [first, ...first.others]);
      note(drafting, `${path}.title`, first.value, first.at);
      const otherwise = otherwiseOf(tracks, ids, idOf, drafting);
      return { title: first.value, reach: [slugOf(first.value)], otherwise, responsibility };
    }
    return { title: say(drafting, `${path}.title`, title), reach: ids, responsibility };
  });
}

/** Who is asked where the first stop is not known, before whoever stands at the level; different ones are asked about. */
function otherwiseOf(
  tracks: readonly FoundTrack[],
  ids: readonly string[],
  idOf: ReadonlyMap<Card, string>,
  drafting: Drafting,
): readonly string[] {
  const path = 'levels.1.otherwise';
  const told = allSaid(
    tracks.flatMap(({ otherwise }) =>
      otherwise.flatMap(({ card, at }) => {
        const id = card && idOf.get(card);
        return id === undefined ? [] : [{ value: [...new Set([id, ...ids])], at }];
      }),
    ),
  );
  if (!told) return ids;
  note(drafting, path, told.value, told.at);
  if (told.others) askBetween(drafting, path, [told, ...told.others]);
  return told.value;
}

const stopUnlisted = (first: Said, drafting: Drafting): void => {
  drafting.findings.push({
    code: 'import-stop-unlisted',
    about: 'levels.1',
    values: { stop: first.value },
    quotes: [quotedFrom(first.at)],
  });
};

function programManagerOf(
  { cards }: Found,
  idOf: ReadonlyMap<Card, string>,
  drafting: Drafting,
): string | null {
  const managers = cards.flatMap((card) => {
    const title = card.fields.title?.find(({ value }) => /\bprogram(?:me)? manager\b/i.test(value));
    const id = idOf.get(card);
    return !title || id === undefined ? [] : [{ value: id, at: title.at }];
  });
  return say(drafting, 'contract.parties.contractor.programManager', allSaid(managers));
}
