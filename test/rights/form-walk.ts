import { sql } from 'kysely';
import { OBLIGATION_COMMANDS } from '../../src/app/schemas/obligation-commands.ts';
import { type Cells, cellsOf, rightBy, type Walked } from './answered.ts';
import { fillIn, waysOf } from './fill-in.ts';
import { pageRoutes } from './page-routes.ts';
import { ASKERS, type Asker, DUTIES, type RightsWorld } from './rights-world.ts';

type Typed = Readonly<Record<string, string>>;

/** How a form is filled in, so that its right decides what is answered and not something left out. */
interface Filled {
  /** Told apart from the other ways in which the same form is sent; follows its address. */
  readonly as?: string;
  readonly typed?: Typed;
  /** A file is sent with it, as with any form that has a field for one. */
  readonly isUpload?: true;
  /** Whoever may send it does what it says, each time: nothing else about it is refused. */
  readonly isDone?: true;
  /** Before each asker: what the one before has changed is made anew. What it answers stands for names in the address. */
  readonly before?: (here: RightsWorld) => Promise<Typed>;
}

const NOBODY_YET = 'newcomer';

/** Somebody of the agency who may be let in and out without anything else changing. */
const newcomer = async ({ connection: { db }, contract }: RightsWorld): Promise<Typed> => {
  await sql`insert into person (contract_id, person_id, name, email)
    values (${contract}, ${NOBODY_YET}, 'Newcomer', 'newcomer@ladder.example') on conflict do nothing`.execute(
    db,
  );
  await sql`insert into role values (${contract}, ${NOBODY_YET}, 'customer', 'agency') on conflict do nothing`.execute(
    db,
  );
  return { person: NOBODY_YET };
};

/** The mail waits for the desk, whatever was made of it before. */
const held = async ({ connection: { db } }: RightsWorld): Promise<Typed> => {
  await sql`update opening_mail set outcome = 'held', settled_by = null, settled_at = null`.execute(db);
  return {};
};

const shared = async (here: RightsWorld): Promise<Typed> => {
  await here.share();
  return {};
};

/** Everybody has the duty that the plan gives them; a swap is asked for, and moves none of it. */
const asPlanned = async (here: RightsWorld): Promise<Typed> => {
  await here.swapped('ana');
  return {};
};

const DRAFT_TYPED: Typed = {
  base: '1',
  sure: 'yes',
  text: 'ladder: 1\n',
  'propose-text': 'Ready',
  'sendBack-text': 'Not yet',
  'comment-text': 'A word',
  'drop-text': 'Not needed',
};

/** A draft that is to be kept. */
const KEPT_DRAFT: Typed = Object.fromEntries([
  ['draft', 'ladder: 1\n'],
  ['then', 'keep'],
]);

const OBLIGATION_TYPED: Typed = {
  sure: 'yes',
  returnReason: 'A page is missing',
  proposeReason: 'The building is closed',
  dueOn: '2027-03-01',
  proposal: '1',
};

/** A change of the rota is answered anew by each: accepted, declined, withdrawn. */
const CHANGES: readonly Filled[] = [
  changed('withdraw', 'an override', async (here) => here.overridden()),
  changed('accept', 'a swap that the contact is asked for', (here) => here.swapped('bo')),
  changed('decline', 'a swap that the contact is asked for', (here) => here.swapped('bo')),
  changed('withdraw', 'a swap that the contact is asked for', (here) => here.swapped('bo')),
  changed('withdraw', 'a swap that the contact asks for', (here) => here.swapped('ana')),
  changed('withdraw', 'a swap that holds', (here) => here.swapped('ana', true)),
];

function changed(act: string, what: string, make: (here: RightsWorld) => Promise<number>): Filled {
  const before = async (here: RightsWorld): Promise<Typed> => ({ entry: String(await make(here)) });
  return { as: `, \`${act}\` of ${what}`, typed: { act }, before, isDone: true };
}

/** The forms that need more than their address; of each pattern, the ways in which it is sent. */
const FILLED: readonly (readonly [RegExp, (here: RightsWorld) => readonly Filled[]])[] = [
  [
    /\/obligations\/:obligation\/act$/,
    () =>
      OBLIGATION_COMMANDS.filter((act) => act !== 'deliver').map((act) => ({
        as: `, \`${act}\``,
        typed: { ...OBLIGATION_TYPED, act },
      })),
  ],
  [/\/obligations\/:obligation\/deliver$/, () => [{ isUpload: true, typed: { text: 'Here it is' } }]],
  [/\/cases\/:caseId\/files$/, () => [{ isUpload: true, typed: { audience: 'all' } }]],
  [/\/import$/, () => [{ isUpload: true }]],
  [/\/customers\/table$/, () => [{ isUpload: true }]],
  [/\/customers\/table\/take$/, () => [{ typed: { text: 'customerId;name', seen: 'nothing' } }]],
  [/\/import\/draft$/, () => [{ isUpload: true, typed: KEPT_DRAFT }]],
  [/\/acts\/:act$/, () => [{ typed: { text: 'A word' } }]],
  [
    /\/people\/(?:stand-in|watchers)/,
    () => [{ typed: { watcher: 'kim', standIn: 'lee', person: 'nobody' }, before: shared }],
  ],
  [/\/drafts(?:\/|$)/, () => [{ typed: DRAFT_TYPED }]],
  [/\/mail\/:mail\/aside$/, () => [{ typed: { reason: 'Advertising', sure: 'yes' }, before: held }]],
  [/\/mail\/:mail\/open$/, () => [{ typed: { customer: 'agency', reporter: 'nobody' } }]],
  [/\/queue$/, ({ key }) => [{ typed: { case: key.caseId } }]],
  [/\/judge$/, () => [{ typed: { verdict: 'keep', sure: 'yes' } }]],
  [/\/reported\/:report\/answer$/, () => [{ typed: { answer: 'unfounded', text: 'I rang' } }]],
  [/\/filled\/:filling\/decide$/, () => [{ typed: { verdict: 'agree' } }]],
  [/\/contacts\/confirm$/, () => [{ typed: { detail: 'email' } }]],
  [/\/rota\/changes\/:entry$/, () => CHANGES],
  [/\/rota\/mails$/, () => [{ typed: { mails: 'stopped' } }]],
  [/\/rota\/calendars$/, () => [{ typed: { what: 'level-1' } }]],
  [/\/rota\/time-off$/, () => [{ typed: { url: 'https://calendar.example/away.ics', timeZone: 'UTC' } }]],
  [
    /\/rota\/swap$/,
    () => [{ typed: { own: DUTIES.ana, other: DUTIES.bo }, before: asPlanned, isDone: true }],
  ],
  [/\/people\/:person\//, () => [{ before: newcomer }]],
];

const filledFor = (here: RightsWorld, pattern: string): readonly Filled[] =>
  FILLED.find(([one]) => one.test(pattern))?.[1](here) ?? [{}];

/** Every form of a contract's pages, by its pattern. */
export const contractForms = async (): Promise<readonly string[]> =>
  (await pageRoutes('POST')).filter((path) => path.startsWith('/contracts/:contract'));

/** What each asker is answered who sends a form, in the order of the addresses. */
export async function walkForms(here: RightsWorld): Promise<Walked> {
  const walked = new Map<string, Cells>();
  for (const pattern of await contractForms()) {
    const all = waysOf(pattern).flatMap((way) =>
      filledFor(here, pattern).map((filled) => ({ ...filled, ...way })),
    );
    for (const { called, named, ...filled } of all) {
      const { as = '', before, isDone } = filled;
      const name = `\`${pattern}\`${as}${called}`;
      const cells = await cellsOf(name, async (asker) => {
        const url = fillIn(here, pattern, { ...named, ...(await before?.(here)) });
        const status = await sends(here, asker, url, filled);
        const right = rightBy(`${name} by ${asker}`, status);
        if (isDone && right === 'yes' && status !== 303) throw new Error(`${name} by ${asker}: ${status}`);
        return right;
      });
      walked.set(name, cells);
    }
  }
  return walked;
}

async function sends(
  here: RightsWorld,
  asker: Asker,
  url: string,
  { typed = {}, isUpload }: Filled,
): Promise<number> {
  const { person } = ASKERS[asker];
  if (!isUpload) return (await here.post(person, url, typed)).status;
  const { payload, type } = uploaded(typed);
  const headers = { 'content-type': type };
  return (await here.ask(person, { method: 'POST', url, headers, payload })).status;
}

const BOUNDARY = 'the-end-of-a-part';

/** A form with a file in it, as a browser sends it. */
function uploaded(typed: Typed): { readonly payload: string; readonly type: string } {
  const file = 'name="file"; filename="word.txt"\r\ncontent-type: text/plain\r\n\r\nAll is well';
  const fields = Object.entries(typed).map(([name, value]) => `name="${name}"\r\n\r\n${value}`);
  const parts = [...fields, file].map(
    (part) => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${part}\r\n`,
  );
  return {
    payload: `${parts.join('')}--${BOUNDARY}--\r\n`,
    type: `multipart/form-data; boundary=${BOUNDARY}`,
  };
}
