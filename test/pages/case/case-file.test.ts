import { writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chainStart } from '../../../src/app/ports/chain-start.ts';
import { eventDigest } from '../../../src/app/record.ts';
import { PART_EVENTS_MAX } from '../../../src/app/views/case/case-file.ts';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, textOf } from '../../build/case-page-world.ts';
import { revisionWith } from '../../build/revision.ts';
import { inOrder, type ReadPdf, readAloud, readPdf } from '../../publication-papers/pdf-read.ts';

const REVISION = revisionWith({
  promises: [
    {
      track: 'service',
      level: 1,
      acknowledgeWithin: '15 minutes',
      respondWithin: '1 hour',
      calendar: 'always',
    },
  ],
});

let here: CasePageWorld;
beforeEach(async () => {
  here = await casePageWorld({ revision: REVISION });
}, 60_000);
afterEach(() => here.close());

interface Filed {
  readonly part: {
    readonly number: number;
    readonly of: number;
    readonly first: number;
    readonly last: number;
    readonly events: number;
  };
  readonly clocks: readonly {
    readonly name: string;
    readonly dueAt: string;
    readonly from: string | null;
    readonly reasons: readonly string[];
    readonly ended: { readonly how: string; readonly by: number } | null;
  }[];
  readonly answers: Readonly<Record<string, { readonly minutes: number } | null>>;
  readonly events: readonly Readonly<Record<string, unknown> & { number: number; digest: string }>[];
  readonly record: { readonly holds: boolean };
}

async function filed(who: string, query = ''): Promise<Filed> {
  const { status, html } = await here.get(who, `${here.path}/file.json${query}`);
  expect([who, status]).toEqual([who, 200]);
  return JSON.parse(html) as Filed;
}

async function paper(who: string, query = ''): Promise<ReadPdf> {
  const reply = await here.server.inject({
    method: 'GET',
    url: `${here.path}/file.pdf${query}`,
    headers: { host: 'localhost', cookie: await here.stepIn(who) },
  });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  if (process.env.LADDER_KEEP) await writeFile(process.env.LADDER_KEEP, reply.rawPayload);
  return readPdf(reply.rawPayload);
}

/** A case that went up a level, was answered late, and was closed. */
async function story(): Promise<void> {
  await here.settle();
  await here.does('dana', 'addNote', { text: 'Both lines at the north site.\nSince dawn.', audience: 'all' });
  await here.does('ana', 'addNote', { text: 'Spare cards are in the van.', audience: 'contractor' });
  await here.setClock(on('Tue 13:30'));
  await here.settle();
  await here.does('dana', 'escalate?level=2');
  await here.settle();
  await here.setClock(on('Tue 14:00'));
  await here.does('bo', 'respond', { text: 'A technician is on the way.' });
  await here.settle();
  await here.setClock(on('Tue 15:00'));
  await here.does('dana', 'satisfied', { text: 'It works, thank you.' });
  await here.settle();
}

describe('the file of a case', () => {
  test('has every clock with its reasons and its end, every event in order, and a chain that can be counted again', async () => {
    await story();
    const file = await filed('alan');
    const ended = (name: string): readonly unknown[] =>
      file.clocks.filter((one) => one.name === name).map((one) => one.ended?.how);
    expect(ended('step/2')).toEqual(['fell']);
    expect(ended('promise/service/1/respondWithin')).toEqual(['fell']);
    const [step] = file.clocks.filter(({ name }) => name === 'step/2');
    expect(step).toMatchObject({
      from: new Date(on('Tue 09:00')).toISOString(),
      dueAt: new Date(on('Tue 13:00')).toISOString(),
    });
    expect(step?.reasons.join(' ')).toContain('4 hours');
    expect(file.answers.responded?.minutes).toBe(300);
    expect(file.record.holds).toBe(true);
    expect(file.events.map(({ number }) => number)).toEqual(file.events.map((_one, at) => at + 1));
    let digest = chainStart(here.key);
    for (const { number, digest: told, sentence, text, carried, ...body } of file.events) {
      digest = eventDigest(digest, number, body);
      expect([number, told, typeof sentence]).toEqual([number, digest, 'string']);
      expect(text === undefined || typeof text === 'string').toBe(true);
      expect(carried === undefined || body.type === 'DeliveryRecorded').toBe(true);
    }
    expect(file.events.some(({ carried }) => carried !== undefined)).toBe(true);
  });

  test('as a paper says the same, in headings, tables and lists that a screen reader tells apart', async () => {
    await story();
    for (const language of ['en', 'es']) {
      const read = await paper('alan', `?language=${language}`);
      expect(read).toMatchObject({ isMarked: true, language: language === 'en' ? 'en-US' : 'es-US' });
      const dense = (text: unknown): string => String(text).replaceAll(/\s+/g, '');
      const text = dense(readAloud(read.roots));
      const file = await filed('alan', `?language=${language}`);
      for (const { sentence, type, text: typed } of file.events) {
        if (type !== 'NoteAdded') expect(text).toContain(dense(sentence));
        if (typed !== undefined) expect(text).toContain(dense(typed));
      }
      for (const { digest } of file.events) expect(text).toContain(digest);
      for (const { reasons } of file.clocks)
        for (const reason of reasons) expect(text).toContain(dense(reason));
      const roles = new Set([...inOrder(read.roots)].map(({ role }) => role));
      for (const role of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI'])
        expect([role, roles.has(role)]).toEqual([role, true]);
    }
  });

  test('holds what is for others as its digest alone', async () => {
    await story();
    const told = await filed('dana');
    const all = await filed('ana');
    expect(JSON.stringify(all)).toContain('Spare cards');
    expect(JSON.stringify(told)).not.toContain('Spare cards');
    const withheld = told.events.filter((one) => one.withheld === true);
    expect(withheld.length).toBeGreaterThan(0);
    for (const { number, digest } of withheld) {
      expect(all.events.find((one) => one.number === number)?.digest).toBe(digest);
    }
    const text = readAloud((await paper('dana', '?language=en')).roots).replaceAll(/\s+/g, ' ');
    expect(text).not.toContain('Spare cards');
    expect(text).toContain('This is for others of the contract.');
  });

  test('says that a text was erased, and that the record holds all the same', async () => {
    await story();
    await sql`update event_text set text = null, salt = null, erased_at = ${new Date(on('Tue 16:00')).toISOString()}::timestamptz
      where case_id = ${here.key.caseId} and text like 'A technician%'`.execute(here.connection.db);
    const text = readAloud((await paper('alan', '?language=en')).roots).replaceAll(/\s+/g, ' ');
    expect(text).not.toContain('A technician');
    expect(text).toContain('What was written here has been erased.');
    expect(text).toContain('The record holds.');
  });

  test('is offered to those who have the whole case to do with, and is not there for who only watches it', async () => {
    await here.does('mia', 'addNote', { text: 'I look after this.', audience: 'all' });
    await here.post('dana', `${here.path}/people/watchers`, { watcher: 'dora' });
    for (const who of ['dana', 'mia', 'ada', 'desk', 'ana', 'petra', 'olga', 'alan', 'adam']) {
      expect([who, textOf(await here.look(who)).includes('The case file')]).toEqual([who, true]);
      expect([who, (await here.get(who, `${here.path}/file.json`)).status]).toEqual([who, 200]);
    }
    for (const who of ['dora', 'nils'])
      for (const ending of ['pdf', 'json'])
        expect([who, (await here.get(who, `${here.path}/file.${ending}`)).status]).toEqual([who, 404]);
    for (const part of ['2', '0', '-1', 'x', '99999999'])
      expect((await here.get('alan', `${here.path}/file.json?part=${part}`)).status).toBe(404);
  });

  test('of a long case comes in parts, each of which names the next, and together they are the whole', async () => {
    const note = (number: number) => {
      const command = { type: 'addNote', by: 'dana', text: `Note ${number}`, audience: 'all' } as const;
      return { key: here.key, caller: undefined, actor: 'customer', command } as const;
    };
    await here.send(...Array.from({ length: PART_EVENTS_MAX }, (_, at) => note(at)));
    const first = await filed('alan');
    expect(first.part).toMatchObject({ number: 1, of: 2, first: 1, last: PART_EVENTS_MAX });
    const second = await filed('alan', '?part=2');
    expect(second.part).toMatchObject({ number: 2, first: PART_EVENTS_MAX + 1, last: first.part.events });
    expect(first.events.length + second.events.length).toBe(first.part.events);
    expect((await here.get('alan', `${here.path}/file.json?part=3`)).status).toBe(404);
    const read = await paper('alan');
    expect(read.links.some((link) => /file\.pdf\?part=2/.test(link))).toBe(true);
  }, 120_000);
});
