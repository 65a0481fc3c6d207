import type { FastifyInstance } from 'fastify';
import { handle, type Request } from '../../../app/handle.ts';
import type { FoundCase } from '../../../app/ports/reading.ts';
import { id } from '../../../app/schemas/values.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { colleaguesFor, sharers, sharingOf } from '../../../app/views/sharing-view.ts';
import { WATCHERS_MAX } from '../../../core/case/commands/sharing.ts';
import { type Instant, parseLocal } from '../../../core/instant.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { type PeopleField, type PeopleView, peoplePage } from '../../../portal/case-extras/people-page.tsx';
import { formKey } from '../form-key.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { refusalWords, statusOf } from './act-words.ts';
import { headOf, namedCase } from './beside.ts';

type Done = NonNullable<PeopleView['done']>;
type Trouble = PeopleView['errors'][number];
type Command = Request['command'];

/** Longer than any sentence with it is read. */
const SHOWN_MAX = 80;

/** With whom a case is shared, and each of the four things that change it. */
export function peopleRoutes(server: FastifyInstance, parts: PageParts, path: string): void {
  signedPage(server, parts, { method: 'GET', path: `${path}/people` }, async (visit) => {
    const found = await namedCase(visit);
    return found ? shown(visit, found, { status: 200 }) : 'missing';
  });
  for (const [place, { done, read }] of Object.entries(CHANGES)) {
    signedPage(server, parts, { method: 'POST', path: `${path}/people/${place}` }, async (visit) => {
      const found = await namedCase(visit);
      if (!found) return 'missing';
      const command = await read(visit, found);
      if ('error' in command) return shown(visit, found, { errors: [command], status: 422 });
      return change(visit, found, command, done);
    });
  }
}

interface Change {
  readonly done: Done;
  /** What the form asks for, or what is wrong with it. */
  readonly read: (visit: SignedVisit, found: FoundCase) => Promise<Command | Trouble>;
}

const CHANGES: Readonly<Record<string, Change>> = {
  watchers: {
    done: 'added',
    read: async (visit, found) => {
      const person = await personIn(visit, found, 'watcher');
      return typeof person === 'string' ? { type: 'addWatcher', by: by(visit), person } : person;
    },
  },
  'watchers/remove': {
    done: 'removed',
    read: async (visit) => ({ type: 'removeWatcher', by: by(visit), person: visit.form.text('person') }),
  },
  'stand-in': {
    done: 'named',
    read: async (visit, found) => {
      const person = await personIn(visit, found, 'standIn');
      if (typeof person !== 'string') return person;
      const until = endIn(visit, openPart(found.state).revision.timeZone);
      if (typeof until === 'object') return until;
      const ends = until === undefined ? {} : { endsAt: until };
      return { type: 'nameStandIn', by: by(visit), person, ...ends };
    },
  },
  'stand-in/end': { done: 'ended', read: async (visit) => ({ type: 'endStandIn', by: by(visit) }) },
};

const by = ({ visitor }: SignedVisit): string => visitor.caller.personId;

/** Who is named: chosen from the list, or by an address of theirs. Whether they are of the customer, the road asks. */
async function personIn(
  { parts, form, language }: SignedVisit,
  { key, state }: FoundCase,
  field: 'watcher' | 'standIn',
): Promise<string | Trouble> {
  const { missing, stranger } = catalogue(language).extras.people.errors;
  const typed = form.text(field).trim();
  if (typed === '') return { field, error: missing };
  const { customer } = openPart(state);
  const isAddress = typed.includes('@') && !typed.includes('\0') && typed.isWellFormed();
  const person = isAddress ? await parts.reading.colleagueWith(key.contract, customer, typed) : typed;
  if (person !== undefined && id.safeParse(person).success) return person;
  return { field, error: stranger({ person: typed.slice(0, SHOWN_MAX) }) };
}

/** Until when, by the contract's clocks; undefined where nothing is said. */
function endIn({ form, language }: SignedVisit, timeZone: string): Instant | undefined | Trouble {
  const [date, time] = [form.text('endsAt-date').trim(), form.text('endsAt-time').trim()];
  if (date === '' && time === '') return undefined;
  const at = parseLocal(`${date}T${time}`, timeZone);
  if (at !== undefined) return at;
  const value = `${date} ${time}`.trim().slice(0, SHOWN_MAX);
  return { field: 'endsAt', error: catalogue(language).extras.people.errors.instant({ value }) };
}

async function change(
  visit: SignedVisit,
  found: FoundCase,
  command: Command,
  done: Done,
): Promise<PageAnswer> {
  const { parts, visitor, form } = visit;
  const { caller } = visitor;
  const answerKey = formKey(form.text('key'), caller, JSON.stringify(command));
  const whole = { ...command, over: caller.over } as Command;
  const [answer] = await handle(parts.store, [
    { key: found.key, caller, command: whole, ...(answerKey && { answerKey }) },
  ]);
  if (!answer) throw new Error('one command has one answer');
  if (answer.accepted) return { seeOther: `${headOf(visit, found).casePath}/people?done=${done}` };
  const { refusal } = answer;
  if (refusal.code === 'case-not-found') return 'missing';
  const status = statusOf(refusal.code);
  const words = refusalWords(refusal, { open: openPart(found.state) }, visit);
  const error =
    refusal.code === 'person-not-colleague' ? stranger(visit, refusal.values.person) : words.message;
  const field = fieldOf(command, refusal.code);
  return shown(visit, found, field ? { errors: [{ field, error }], status } : { refused: words, status });
}

const stranger = ({ language }: SignedVisit, person: string): string =>
  catalogue(language).extras.people.errors.stranger({ person });

/** The field that a no is about, where it is about one. */
function fieldOf({ type }: Command, code: string): PeopleField | undefined {
  if (code === 'case-stand-in-over') return 'endsAt';
  if (code !== 'person-not-colleague' && code !== 'case-person-reporter') return undefined;
  return type === 'nameStandIn' ? 'standIn' : 'watcher';
}

interface Shown {
  readonly errors?: readonly Trouble[];
  readonly refused?: PeopleView['refused'];
  readonly status: number;
}

async function shown(
  visit: SignedVisit,
  found: FoundCase,
  { errors = [], refused, status }: Shown,
): Promise<PageAnswer> {
  const { parts, visitor, form, query } = visit;
  const { caller } = visitor;
  const now = await parts.reading.now();
  const names = await parts.reading.namesOf(caller.contract, sharers(openPart(found.state)));
  const sharing = sharingOf(found.state, now, caller, (person) => names.get(person));
  const isAsked = sharing.may.addWatcher || sharing.may.nameStandIn;
  const done = Object.values(CHANGES).find((one) => one.done === query.text('done'))?.done;
  return {
    status,
    html: peoplePage({
      ...headOf(visit, found),
      sharing,
      colleagues: isAsked ? await colleaguesFor(parts.reading, found) : [],
      watchersMax: WATCHERS_MAX,
      done,
      typed: Object.fromEntries(form.names().map((name) => [name, form.text(name)])),
      errors,
      refused,
    }),
  };
}
