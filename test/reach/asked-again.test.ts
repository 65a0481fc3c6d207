import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CaseKey } from '../../src/app/ports/store.ts';
import { asInstant } from '../../src/core/instant.ts';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const START = on('Tue 09:00');
const MINUTE = 60;
const LATE = [{ urgency: 'any', tries: [{ means: 'email', afterMinutes: 8 }], againMinutes: 20 }] as const;

describe('a level that is asked again while it is being reached', () => {
  let here: AnswersWorld;
  let key: CaseKey;
  beforeEach(async () => {
    const pauses = { reasons: ['access refused'], longest: '2 business days', calendar: 'business' };
    here = await answersWorld(START, { revision: revisionWith({ pauses }) });
  });
  afterEach(() => here.close());

  /** Who of level 1 was written to, each so many seconds after the opening; customers ask at `asks`. */
  async function told(
    until: number,
    asks: Readonly<Record<number, string>> = {},
  ): Promise<readonly string[]> {
    const said: string[] = [];
    const look = async (second: number): Promise<void> => {
      const mails = await here.settle();
      for (const { to, text } of mails.toSorted((a, b) => (a.to.address < b.to.address ? -1 : 1))) {
        const who = to.address.split('@')[0] ?? '';
        const words = Object.values(asks).filter((word) => text.includes(word));
        if (who === 'ana' || who === 'desk') said.push([who, second, ...words].join(' '));
      }
    };
    await look(0);
    // The clock stands still wherever somebody asks and wherever a notice is due, as in a demonstration.
    const at = (second: number) => here.setClock(asInstant(START + second * 1_000));
    for (let second = 1; second <= until; second++) {
      if (asks[second] === undefined && second % MINUTE !== 0 && second % 60 !== 1) continue;
      await at(second);
      const text = asks[second];
      if (text !== undefined)
        await here.send({
          key,
          command: { type: 'ask', by: 'dana', text },
          ...{ caller: undefined, actor: 'customer' as const },
        });
      await look(second);
    }
    return said;
  }

  test('is told at once, within the same minute in one mail, and its rounds stay as they were', async () => {
    key = await here.open();
    const asks = { 300: 'Still dead.', 304: 'Hello?', 308: 'Anybody?', 312: 'Answer us!' };
    expect(await told(31 * MINUTE, asks)).toEqual([
      'ana 0',
      'ana 300 Still dead.',
      'ana 360 Hello? Anybody? Answer us!',
      'ana 900 Answer us!',
      'desk 900 Still dead. Hello? Anybody? Answer us!',
      'ana 1800 Answer us!',
      'desk 1800 Answer us!',
    ]);
  });

  test('has its next person join when they would have, however often it is asked', async () => {
    key = await here.open();
    const asks = { 240: 'Again.', 480: 'And again.', 720: 'Once more.' };
    const said = await told(16 * MINUTE, asks);
    expect(said.filter((one) => one.startsWith('desk'))).toEqual(['desk 900 Again. And again. Once more.']);
  });

  test('does not put off whom their own rule has wait', async () => {
    await sql`
      insert into notice_rules values (${here.contract}, 'ana', 'set', 1, '\\x00',
        ${JSON.stringify({ status: 'set', rules: LATE })}::json, '2026-03-01T00:00:00Z')`.execute(
      here.connection.db,
    );
    key = await here.open();
    const said = await told(20 * MINUTE, { 300: 'Again.', 540: 'And again.' });
    expect(said.filter((one) => one.startsWith('ana'))).toEqual(['ana 480 Again.', 'ana 1020 And again.']);
  });

  test('is reached anew once somebody had taken it', async () => {
    key = await here.open();
    await here.settle();
    await here.setClock(on('Tue 09:05'));
    await here.send({
      key,
      command: { type: 'acknowledge', by: 'ana' },
      ...{ caller: undefined, actor: 'contractor' as const },
    });
    await here.settle();
    const names = async () => (await here.settle()).map(({ to }) => to.address.split('@')[0]);
    await here.setClock(on('Tue 09:20'));
    expect(await names()).toEqual([]);
    await here.send({
      key,
      command: { type: 'ask', by: 'dana' },
      ...{ caller: undefined, actor: 'customer' as const },
    });
    expect(await names()).toEqual(['ana']);
    await here.setClock(on('Tue 09:35'));
    expect((await names()).sort()).toEqual(['ana', 'desk']);
  });

  test('is told what fell into the minute after another bundle, though the engine was away meanwhile', async () => {
    key = await here.open();
    for (const minute of [1, 2, 3]) {
      await here.setClock(asInstant(START + minute * 60_000));
      await here.send({
        key,
        command: { type: 'ask', by: 'dana', text: `Ask ${minute}.` },
        ...{ caller: undefined, actor: 'customer' as const },
      });
    }
    const mails = (await here.settle()).filter(({ to }) => to.address.startsWith('ana@'));
    expect(mails).toHaveLength(1);
    for (const minute of [1, 2, 3]) expect(mails[0]?.text).toContain(`Ask ${minute}.`);
  });

  test.each([
    ['acknowledged', [{ actor: 'contractor', command: { type: 'acknowledge', by: 'ana' } }]],
    ['answered', [{ actor: 'contractor', command: { type: 'respond', by: 'desk' } }]],
    [
      'paused',
      [
        { actor: 'contractor', command: { type: 'requestPause', by: 'desk', reason: 'access refused' } },
        { actor: 'customer', command: { type: 'consentToPause', by: 'dana' } },
      ],
    ],
  ] as const)(
    'is told of it, once, though it was %s within the minute that the notice waited',
    async (_title, commands) => {
      key = await here.open();
      await here.settle();
      const by = { key, caller: undefined } as const;
      await here.setClock(asInstant(START + 20_000));
      await here.send({
        ...{ ...by, actor: 'customer' },
        command: { type: 'ask', by: 'dana', text: 'The other building too.' },
      });
      await here.settle();
      await here.setClock(asInstant(START + 40_000));
      for (const one of commands) await here.send({ ...by, ...one });
      const texts: string[] = [];
      for (const minute of [1, 2, 16, 62, 63]) {
        await here.setClock(asInstant(START + minute * 60_000 + 1_000));
        const mails = (await here.settle()).filter(({ to }) => to.address.startsWith('ana@'));
        texts.push(
          ...mails.flatMap(({ subject }) =>
            subject.includes('Asked again') ? [`${minute} ${subject}`] : [],
          ),
        );
      }
      expect(texts.filter((line) => line.startsWith('1 '))).toHaveLength(1);
      // Where it was only acknowledged, the hour runs out and the level is told again, for the case is not answered.
      expect(texts.filter((line) => !line.startsWith('62 ')).length).toBe(1);
    },
  );
});
