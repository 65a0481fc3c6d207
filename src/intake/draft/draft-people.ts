import { isDesk, slugOf } from '../find/people-words.ts';
import { allSaid, type Card, type CardField, type Found, type FoundTrack, type Said } from '../found.ts';
import type { Passage } from '../paper/paper.ts';
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
  for (const cards of samePeople(found.cards)) {
    const [card] = cards;
    const id = freeId(card, contacts);
    for (const one of cards) idOf.set(one, id);
    contacts[id] = contactOf(fieldsOf(cards), id, drafting);
  }
  const levels = levelsOf(found, { idOf, first, contacts }, drafting);
  return { contacts, levels, idOf, programManager: programManagerOf(found, idOf, drafting) };
}

type Cards = readonly [Card, ...Card[]];

/** The cards of each person or desk: who is named in several places is one. */
function samePeople(cards: readonly Card[]): readonly Cards[] {
  const people = new Map<unknown, Cards>();
  for (const card of cards) {
    const name = card.fields.name?.[0]?.value.toLowerCase().replaceAll(/\s+/g, ' ') ?? card;
    const [first, ...others] = people.get(name) ?? [];
    people.set(name, first ? [first, ...others, card] : [card]);
  }
  return [...people.values()];
}

/** What all cards of somebody say of them; what is said twice alike is said once. */
function fieldsOf(cards: Cards): Card['fields'] {
  const fields: Card['fields'] = {};
  for (const [key, said] of cards.flatMap((card) => Object.entries(card.fields))) {
    const field = key as CardField;
    const all = fields[field] ?? [];
    fields[field] = [...all, ...said.filter(({ value }) => !all.some((one) => one.value === value))];
  }
  return fields;
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

function contactOf(fields: Card['fields'], id: string, drafting: Drafting): Entry {
  const name = fields.name?.[0]?.value;
  const title = fields.title?.[0]?.value;
  const entry: Entry = { kind: isDesk(name ?? title ?? '') ? 'desk' : 'person' };
  for (const field of FIELDS) {
    const said = fields[field] ?? [];
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

function levelsOf(found: Found, { idOf, first }: Standing, drafting: Drafting): readonly Entry[] {
  const { cards, tracks } = found;
  const top = Math.max(0, ...cards.map(({ level }) => level ?? 0));
  return Array.from({ length: top }, (_, index) => {
    const number = index + 1;
    const here = cards.filter(({ level }) => level === number);
    const listed = listingsAt(here, found.listings, idOf);
    const ids = listed[0]?.value ?? [];
    const path = `levels.${number}`;
    const title = allSaid(listed.flatMap(({ card }) => (card ? (titleOf(card) ?? []) : [])));
    if (listed.length > 1) {
      askBetween(drafting, `${path}.${number === 1 && first ? 'otherwise' : 'reach'}`, listed);
    }
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

const titleOf = ({ fields }: Card): Said | undefined => fields.title?.[0] ?? fields.name?.[0];

interface Listed {
  readonly value: readonly string[];
  /** The first of those whom the document lists there; of all of them together it says nothing. */
  readonly card?: Card;
  readonly at?: Passage;
}

/**
 * Who stands at a level by each listing of the levels that says otherwise than those before it, and last all of them
 * together where no listing has them all.
 */
function listingsAt(
  here: readonly Card[],
  listings: ReadonlyMap<Card, number>,
  idOf: ReadonlyMap<Card, string>,
): readonly Listed[] {
  const listed: Listed[] = [];
  for (const cards of Object.values(Object.groupBy(here, (card) => listings.get(card) ?? 0))) {
    const value = [...new Set(cards?.flatMap((one) => idOf.get(one) ?? []))];
    const [card] = cards ?? [];
    if (card && !listed.some((one) => one.value.join() === value.join()))
      listed.push({ value, card, at: (card.fields.name?.[0] ?? card).at });
  }
  const all = [...new Set(listed.flatMap(({ value }) => value))];
  const hasAll = listed.some(({ value }) => value.length === all.length);
  return hasAll ? listed : [...listed, { value: all }];
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
