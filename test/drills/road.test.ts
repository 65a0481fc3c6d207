import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { handleDrillsIn, planDrill } from '../../src/app/drills/handle-drills.ts';
import type { OutgoingMail } from '../../src/app/ports/mail.ts';
import { asInstant } from '../../src/core/instant.ts';
import { linkIn } from '../build/answers-world.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';
import { checkpoint, verified } from '../record/record-world.ts';

const PM = 'solutions-architect';
const OVERSIGHT = 'tamsin-hale';
const WREN = 'solutions-manager';
const WREN_MAIL = 'wren.halloway@pacific-lantern.example';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let here: PlanWorld;
let drills: string;
beforeEach(async () => {
  here = await planWorld();
  await here.settle();
  drills = `/contracts/${here.contract}/drills`;
});
afterEach(() => here.close());

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const flat = ({ text }: OutgoingMail): string => text.replace(/\s+/g, ' ');
const readers = (mails: readonly OutgoingMail[]): readonly string[] =>
  mails.map(({ to }) => to.address).sort();
const to = (mails: readonly OutgoingMail[], address: string): OutgoingMail => {
  const found = mails.find((mail) => mail.to.address === address);
  if (!found) throw new Error(`no mail to ${address} but ${readers(mails).join(', ')}`);
  return found;
};
const later = (ms: number) => here.setClock(asInstant(FRIDAY + ms));
const page = async (who: string, path: string): Promise<string> => textOf((await here.get(who, path)).body);

const NOW = { level: '3', when: 'now', within: '60', sure: 'yes' };
async function hold(typed: Readonly<Record<string, string>> = {}, who = PM): Promise<string> {
  const { statusCode, body, headers } = await here.post(who, drills, { ...NOW, ...typed });
  expect([statusCode, statusCode === 303 ? '' : textOf(body)]).toEqual([303, '']);
  return String(headers.location);
}
const types = async (number = 1): Promise<readonly unknown[]> =>
  (await here.ask('select type from event where case_id = $1 order by number', [`drill:${number}`])).map(
    ({ type }) => type,
  );
const states = () =>
  here.ask(
    `select drill, status, (extract(epoch from start_at) * 1000)::int8 as at from drill order by drill`,
  );

describe('a drill that is held now', () => {
  test('asks by a mail that says DRILL, is answered by its button, and those who hold drills hear of it', async () => {
    expect(await hold()).toBe(`${drills}/1?done=begun`);
    const asked = await here.settle();
    const mail = to(asked, WREN_MAIL);
    expect(mail.subject).toContain('DRILL: are you there? Level 3');
    expect(mail.text.trimStart()).toMatch(/^DRILL\./);
    await later(2 * 60_000);
    const looked = await here.get(undefined, linkIn(mail, /^I am here/));
    expect(looked.statusCode).toBe(303);
    const path = String(looked.headers.location);
    expect(textOf((await here.get(undefined, path)).body)).toContain('this is a drill of level 3');
    expect(await types()).toEqual(['DrillPlanned', 'DrillBegun']);
    expect(textOf((await here.post(undefined, path, {})).body)).toContain('after 2 minutes');
    expect(textOf((await here.post(undefined, path, {})).body)).toContain('after 2 minutes');
    expect((await types()).filter((type) => type === 'DrillAnswered')).toHaveLength(1);
    await later(HOUR + 1);
    const told = await here.settle();
    expect(flat(to(told, 'tamsin.hale@contract-office.example'))).toContain('The drill of level 3');
    expect(await page(OVERSIGHT, `${drills}/1`)).toContain('Wren Halloway after 2 minutes');
    const currency = await page(OVERSIGHT, `/contracts/${here.contract}/currency`);
    expect(currency).toContain('Level 3 Fri 20 Nov 2026, 4:30 pm');
    const json = (await here.get(OVERSIGHT, `/contracts/${here.contract}/currency/currency.json`)).json();
    expect(json.drills[0]).toMatchObject({ level: 3, answered: 1, medianSeconds: 120 });
  });

  test('leaves cases, promises and their figures alone, and its record holds', async () => {
    const figures = () =>
      here.ask(
        `select (select count(*)::int from "case") as cases, (select count(*)::int from answer_time) as times`,
      );
    const before = await figures();
    await hold();
    await here.settle();
    await later(2 * HOUR);
    await here.settle();
    expect(await figures()).toEqual(before);
    expect(await checkpoint(here.db, FRIDAY + 3 * HOUR)).toBeDefined();
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
  });

  test('that nobody answers says who is silent, and its link is dead after its end', async () => {
    await hold();
    const mail = to(await here.settle(), WREN_MAIL);
    await later(HOUR);
    const told = to(await here.settle(), 'tamsin.hale@contract-office.example');
    expect(flat(told)).toMatch(/0 of \d+ answered/);
    expect(flat(told)).toContain('Wren Halloway');
    const path = String((await here.get(undefined, linkIn(mail, /^I am here/))).headers.location);
    expect((await here.get(undefined, path)).statusCode).toBe(410);
    const pressed = await here.post(undefined, path, {});
    expect([pressed.statusCode, textOf(pressed.body)]).toEqual([
      410,
      expect.stringContaining('This drill is over'),
    ]);
    expect(await page(PM, `${drills}/1`)).toContain('Wren Halloway not answered');
  });

  test('reads in Spanish to whoever reads Spanish', async () => {
    await here.ask(`update person set language = 'es' where person_id = $1`, [WREN]);
    await hold();
    const mail = to(await here.settle(), WREN_MAIL);
    expect(mail.subject).toContain('SIMULACRO');
    expect(mail.text.trimStart()).toMatch(/^SIMULACRO\./);
  });

  test('is asked about once more, and is for program managers and oversight alone', async () => {
    const asked = await here.post(PM, drills, { ...NOW, sure: '' });
    expect(textOf(asked.body)).toContain('Hold a drill of level 3 now?');
    expect(await states()).toEqual([]);
    for (const who of ['odile-marsh', 'perpetua-lind', 'dana-quill'])
      expect([
        who,
        (await here.get(who, drills)).statusCode,
        (await here.post(who, drills, NOW)).statusCode,
      ]).toEqual([who, 404, 404]);
    await hold({}, OVERSIGHT);
    expect(await here.ask(`select body ->> 'actor' as actor from event where type = 'DrillPlanned'`)).toEqual(
      [{ actor: 'oversight' }],
    );
  });

  test('who has no address is on the drill, and counts as silent', async () => {
    await here.ask('update person set email = null where person_id = $1', [WREN]);
    await hold();
    await here.settle();
    expect(await types()).toContain('NoticeFailed');
    expect(await page(PM, `${drills}/1`)).toContain('Could not be written to: Wren Halloway');
  });

  test('may be called off, and the link says that it is over', async () => {
    await hold();
    const mail = to(await here.settle(), WREN_MAIL);
    expect(textOf((await here.post(PM, `${drills}/1/stop`, {})).body)).toContain('Call off the drill');
    expect((await here.post(OVERSIGHT, `${drills}/1/stop`, { sure: 'yes' })).statusCode).toBe(303);
    const path = String((await here.get(undefined, linkIn(mail, /^I am here/))).headers.location);
    expect((await here.post(undefined, path, {})).statusCode).toBe(410);
    await later(2 * HOUR);
    expect((await here.settle()).filter(({ subject }) => /drill/i.test(subject))).toEqual([]);
    expect((await here.post(PM, `${drills}/1/stop`, { sure: 'yes' })).statusCode).toBe(422);
  });
});

describe('limits', () => {
  test('neither party adds to the other’s, and a no is on the page and in the log of refusals', async () => {
    await hold();
    const again = await here.post(OVERSIGHT, drills, { ...NOW, level: '2' });
    expect([again.statusCode, textOf(again.body)]).toEqual([
      422,
      expect.stringContaining('Another drill runs then'),
    ]);
    await later(2 * HOUR);
    await here.settle();
    const soon = await here.post(OVERSIGHT, drills, NOW);
    expect([soon.statusCode, textOf(soon.body)]).toEqual([
      422,
      expect.stringContaining('Level 3 has a drill within seven days'),
    ]);
    expect(await here.ask('select code from refused order by at')).toEqual([
      { code: 'drill-another' },
      { code: 'drill-too-soon' },
    ]);
    await hold({ level: '2' });
  });

  test('two that are held at one moment are one', async () => {
    const both = await Promise.all([
      here.post(PM, drills, NOW),
      here.post(OVERSIGHT, drills, { ...NOW, level: '2' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
  });

  test.each([
    ['no level', { level: '' }, 'You have not said which level'],
    ['a level that is none', { level: '9' }, 'has no level 9'],
    ['no time', { when: '' }, 'You have not said when'],
    ['later without a start', { when: 'later' }, 'at what time it is to start'],
    ['a start that cannot be read', { when: 'later', 'start-date': 'soon' }, 'that can be read'],
    [
      'a start that has passed',
      { when: 'later', 'start-date': '2026-11-19', 'start-time': '09:00' },
      'has passed',
    ],
    ['a time to answer that is not offered', { within: '7' }, 'that much time to answer'],
    ['<b>"\'&', { level: '<b>"\'&', within: '<b>' }, 'You have not said which level'],
  ])('%s', async (_title, typed, words) => {
    const { statusCode, body } = await here.post(PM, drills, { ...NOW, ...typed });
    expect([statusCode, textOf(body)]).toEqual([422, expect.stringContaining(words)]);
    expect(here.faults()).toEqual([]);
  });
});

describe('a planned drill', () => {
  const PLANNED = {
    ...NOW,
    when: 'later',
    'start-date': '2026-11-30',
    'start-time': '09:30',
    every: 'month',
  };
  const BEGINS = Date.UTC(2026, 10, 30, 17, 30);

  const comesAgain = (level: number, at?: number) =>
    here.store.transaction(async (tx) =>
      handleDrillsIn(tx, [
        {
          key: { contract: here.contract, drill: await tx.drills.next(here.contract) },
          actor: 'contractor',
          command: {
            ...{ type: 'plan', by: 'ladder', level, answerWithinMs: HOUR, anchorAt: asInstant(BEGINS) },
            startAt: at === undefined ? undefined : asInstant(at),
          },
        },
      ]),
    );

  test('begins by itself and plans the one after it', async () => {
    await hold(PLANNED);
    expect(await page(PM, drills)).toContain('Mon 30 Nov 2026, 9:30 am Pacific Every month');
    expect(await here.settle()).toEqual([]);
    await here.setClock(asInstant(BEGINS));
    expect(readers(await here.settle())).toContain(WREN_MAIL);
    const next = Date.UTC(2026, 11, 30, 17, 30);
    expect(await states()).toEqual([
      { drill: 1, status: 'running', at: BEGINS },
      { drill: 2, status: 'planned', at: next },
    ]);
    expect(await verified(here.db)).toMatchObject({ broken: undefined });
    expect((await here.post(PM, `${drills}/2/stop`, { sure: 'yes' })).statusCode).toBe(303);
    await here.setClock(asInstant(next + DAY));
    await here.settle();
    expect((await states()).map(({ status }) => status)).toEqual(['ended', 'stopped']);
  });

  test('is skipped while another runs, which is told, and comes again', async () => {
    await hold(PLANNED);
    await here.setClock(asInstant(BEGINS - 10 * 60_000));
    // By hand it would be refused; what comes again by itself may come to stand beside another.
    await comesAgain(2);
    await here.settle();
    await here.setClock(asInstant(BEGINS));
    const told = to(await here.settle(), 'tamsin.hale@contract-office.example');
    expect(told.subject).toContain('did not take place');
    expect(flat(told)).toContain('another drill was running');
    expect((await states()).map(({ status }) => status)).toEqual(['skipped', 'running', 'planned']);
  });

  test('of several in one batch the first begins', async () => {
    for (const level of [2, 3]) await comesAgain(level, BEGINS);
    await here.setClock(asInstant(BEGINS));
    await here.settle();
    expect((await states()).map(({ status }) => status)).toEqual(['running', 'skipped']);
  });
});

test('on no plan in force nothing is reached', async () => {
  const held = await planDrill(here.store, 'no-such-contract', {
    ...{ by: PM, actor: 'contractor', level: 1, startAt: undefined, answerWithinMs: HOUR, every: undefined },
  }).catch((error: Error) => error.message);
  expect(held).toMatchObject({ accepted: false, refusal: { code: 'drill-level-unknown' } });
});
