import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;
const PAULA = 'paula-reyes';
const OVERSIGHT = 'tamsin-hale';

let here: PlanWorld;
let drafts: string;
beforeAll(async () => {
  here = await planWorld();
  await here.setClock(FRIDAY);
  await here.ask(
    "insert into person (contract_id, person_id, name, email) values ($1, $2, 'Paula Reyes', 'paula.reyes@lantern.example')",
    [here.contract, PAULA],
  );
  await here.ask("insert into role values ($1, $2, 'programManager', null)", [here.contract, PAULA]);
  drafts = `/contracts/${here.contract}/drafts`;
});
afterEach(() => expect(here.faults()).toEqual([]));
afterAll(() => here.close());

const read = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const UNESCAPED = { quot: '"', '#34': '"', '#39': "'", lt: '<', gt: '>', amp: '&' } as const;
const plain = (text: string): string =>
  text.replaceAll(/&(quot|#34|#39|lt|gt|amp);/g, (_all, name: keyof typeof UNESCAPED) => UNESCAPED[name]);

/** A draft begun from the plan in force; its path. */
async function begun(): Promise<string> {
  const { headers } = await here.post(PAULA, drafts, { from: 'published' });
  return String(headers.location).replace(/\?.*/, '');
}

const textOf = async (path: string): Promise<string> => {
  const { body } = await here.get(PAULA, `${path}/text`);
  return plain(/<textarea[^>]*id="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? '');
};

/** Everything the first form of a page that goes to `action` carries where nobody types. */
function formOf(html: string, action: string): URLSearchParams {
  const form = [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
    ([, to]) => to === action,
  )?.[2];
  if (form === undefined) throw new Error(`no form to ${action}`);
  const found = new URLSearchParams();
  const named = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const isBox = /type="(?:checkbox|radio)"/.test(tag);
    if (!isBox || / checked/.test(tag))
      found.append(named(tag, 'name') ?? '', plain(named(tag, 'value') ?? ''));
  }
  for (const [, tag = '', value = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    found.set(named(tag, 'name') ?? '', plain(value));
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    found.set(named(tag, 'name') ?? '', plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? ''));
  return found;
}

/** Fills in the form of an entry as it stands, and sends it. */
async function fill(path: string, changes: Readonly<Record<string, string>>, at = '') {
  const { body } = await here.get(PAULA, path);
  const form = formOf(body, path);
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return here.post(PAULA, `${path}${at}`, form);
}

/** Shows what a form changes, and keeps that. */
async function keep(path: string, changes: Readonly<Record<string, string>>) {
  const { body } = await fill(path, { ...changes, do: 'show' });
  const form = formOf(body, path);
  form.set('do', 'keep');
  return here.post(PAULA, path, form);
}

describe('the forms of a draft', () => {
  test('list every entry, and each opens; for who sees no draft there is none', async () => {
    const path = await begun();
    const { body } = await here.get(PAULA, `${path}/forms`);
    expect(read(body)).toContain('Ines Calloway');
    const links = [...body.matchAll(/href="([^"]*\/forms\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) expect([link, (await here.get(PAULA, link)).statusCode]).toEqual([link, 200]);
    for (const missing of ['robots/1', 'contacts/nobody', 'levels/9', 'tracks/nothing'])
      expect((await here.get(PAULA, `${path}/forms/${missing}`)).statusCode).toBe(404);
    expect((await here.get('dana-quill', `${path}/forms`)).statusCode).toBe(404);
    expect((await here.get('dana-quill', links[0]!)).statusCode).toBe(404);
    expect((await here.get('ysolde-park', links[0]!)).statusCode).toBe(200);
    expect((await here.get('lorcan-reed', links[0]!)).body).not.toContain('name="do"');
  });

  test('as they stand change nothing', async () => {
    const path = await begun();
    const before = await textOf(path);
    const { body } = await here.get(PAULA, `${path}/forms`);
    for (const [, link = ''] of body.matchAll(/href="([^"]*\/forms\/[a-z]+\/[^"_]*)"/g)) {
      const shown = await fill(link, { do: 'show' });
      expect([link, shown.statusCode, read(shown.body).includes('Nothing is different')]).toEqual([
        link,
        200,
        true,
      ]);
    }
    expect(await textOf(path)).toBe(before);
  });

  test('say in a sentence what changes before it is kept, and keep comments', async () => {
    const path = await begun();
    const one = `${path}/forms/contacts/solutions-manager`;
    const shown = await fill(one, { office: '+1 707-555-0199', do: 'show' });
    expect(read(shown.body)).toContain('the office number: +1 707-555-0118 became +1 707-555-0199');
    expect(await textOf(path)).not.toContain('0199');
    const early = await fill(one, { office: '+1 707-555-0199', do: 'keep' });
    expect([early.statusCode, await textOf(path)]).toEqual([200, expect.not.stringContaining('0199')]);
    const kept = await keep(one, { office: '+1 707-555-0199' });
    expect([kept.statusCode, kept.headers.location]).toEqual([303, `${path}/forms?done=entryKept`]);
    const text = await textOf(path);
    expect(text).toContain('office: "+1 707-555-0199"');
    expect(text).toContain('# The sample: the document in docs/source');
    expect(read((await here.get(OVERSIGHT, path)).body)).toContain('became +1 707-555-0199');
  });

  test('keep only what was shown', async () => {
    const path = await begun();
    const one = `${path}/forms/levels/2`;
    const { body } = await fill(one, { title: 'Architects', do: 'show' });
    const form = formOf(body, one);
    form.set('title', 'Somebody else');
    form.set('do', 'keep');
    const again = await here.post(PAULA, one, form);
    expect(again.statusCode).toBe(200);
    expect(read(again.body)).toContain('Something was different from what you had seen');
    expect(await textOf(path)).not.toContain('Somebody else');
  });

  test('of a text that somebody has written since keep nothing', async () => {
    const path = await begun();
    const one = `${path}/forms/levels/2`;
    const { body } = await fill(one, { title: 'Architects', do: 'show' });
    const form = formOf(body, one);
    form.set('do', 'keep');
    form.set('base', '77');
    const stale = await here.post(PAULA, one, form);
    expect([stale.statusCode, read(stale.body).includes('after you had opened it')]).toEqual([422, true]);
  });

  test('show what each clock comes to, and that moves with the setting', async () => {
    const path = await begun();
    const track = `${path}/forms/tracks/service-impacting`;
    const { body } = await here.get(PAULA, track);
    expect(read(body)).toContain('Worked examples: 4 hours');
    expect(read(body)).toContain('Tue 24 Nov 2026, 2:00 pm Pacific');
    const shown = await fill(track, { 'step-2-1-unsatisfiedFor': '6 hours' }, '/shown');
    expect(read(shown.body)).toContain('Tue 24 Nov 2026, 4:00 pm Pacific');
    expect(read(shown.body)).toContain('4 hours became 6 hours');
    const calendar = `${path}/forms/calendars/business`;
    const hours = await fill(calendar, { week: 'mon-fri: 08:00-16:00', do: 'show' });
    expect(read(hours.body)).toContain('Worked examples: 1 business day');
    expect(hours.body).toContain('Wed 25 Nov 2026, 3:30 pm');
  });

  test('refuse by field what is no value of it, and keep what was typed', async () => {
    const path = await begun();
    const one = `${path}/forms/contacts/solutions-manager`;
    const wrong = await fill(one, { office: HOSTILE, email: 'nowhere', do: 'show' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).not.toContain(HOSTILE);
    expect(read(wrong.body)).toContain('cannot be dialled from everywhere');
    expect(read(wrong.body)).toContain('“nowhere” is no address for mail');
    expect(formOf(wrong.body, one).get('office')).toBe(HOSTILE);
    const nul = await fill(one, { name: 'a\u0000b', do: 'show' });
    expect(nul.statusCode).toBe(422);
    const span = await fill(`${path}/forms/tracks/service-impacting`, {
      'step-2-1-unsatisfiedFor': '4 moons',
      do: 'show',
    });
    expect(read(span.body)).toContain('“4 moons” is no length of time');
  });

  test('add a contact with the findings it brings along, and take one out', async () => {
    const path = await begun();
    const added = `${path}/forms/contacts/_new`;
    const shown = await fill(added, { id: 'night-desk', kind: 'desk', name: HOSTILE, do: 'show' });
    expect(read(shown.body)).toContain('Findings that it brings along');
    expect(shown.body).not.toContain(HOSTILE);
    const kept = await keep(added, { id: 'night-desk', kind: 'desk', name: 'Night desk' });
    expect(kept.statusCode).toBe(303);
    expect(await textOf(path)).toContain('night-desk:');
    const one = `${path}/forms/contacts/night-desk`;
    const { body } = await here.get(PAULA, one);
    const base = formOf(body, one).get('base') ?? '';
    const asked = await here.post(PAULA, one, { base, do: 'remove' });
    expect(read(asked.body)).toContain('The contact Night desk (night-desk) is gone');
    const seen = /name="seen" value="([^"]*)"/.exec(asked.body)?.[1] ?? '';
    const gone = await here.post(PAULA, one, { base, seen, do: 'remove' });
    expect(gone.headers.location).toBe(`${path}/forms?done=entryRemoved`);
    expect(await textOf(path)).not.toContain('night-desk');
  });

  test('make a calendar and a track that counts on it, and lengthen the track, all of it from what was shown', async () => {
    const path = await begun();
    // Nothing is said of it yet, so there is no clock that could not be counted.
    const empty = await here.get(PAULA, `${path}/forms/calendars/_new`);
    expect(read(empty.body)).not.toContain('cannot be counted yet');
    const calendar = { id: 'evenings', week: 'mon-fri: 16:00-22:00', businessDay: 'close' };
    expect((await keep(`${path}/forms/calendars/_new`, calendar)).statusCode).toBe(303);
    const made = `${path}/forms/tracks/_new`;
    const track = {
      ...{ id: 'billing', title: HOSTILE, 'step-1-actor': 'customer', 'step-2-actor': 'customer' },
      ...{ 'step-2-1-unsatisfiedFor': '4 hours', 'step-2-1-since': 'opened' },
      'step-2-1-calendar': 'evenings',
    };
    const shown = await fill(made, { ...track, do: 'show' });
    expect(read(shown.body)).toContain('Worked examples: 4 hours of “evenings” hours');
    expect(shown.body).not.toContain(HOSTILE);
    const wrong = await fill(made, { ...track, 'step-3-1-silentFor': '4 moons', do: 'show' });
    expect([wrong.statusCode, read(wrong.body)]).toEqual([422, expect.stringContaining('“4 moons”')]);
    expect((await fill(made, { ...track, id: 'service-impacting', do: 'show' })).statusCode).toBe(422);
    expect((await keep(made, track)).statusCode).toBe(303);
    const one = `${path}/forms/tracks/billing`;
    const longer = {
      'step-3-actor': 'oversight',
      'step-3-1-allSilent': '2',
      'step-3-1-silentFor': '2 hours',
    };
    expect((await keep(one, longer)).statusCode).toBe(303);
    const more = {
      'step-2-2-anySilent': '1',
      'step-2-2-silentFor': '1 hour',
      'step-2-2-calendar': 'evenings',
    };
    expect((await keep(one, more)).statusCode).toBe(303);
    const { steps } = parse(await textOf(path)).value.tracks?.billing ?? {};
    expect(steps).toMatchObject([
      { level: 1, actor: 'customer' },
      { level: 2, when: [{ unsatisfiedFor: '4 hours' }, { anySilent: [1], for: '1 hour' }] },
      { level: 3, actor: 'oversight', when: { allSilent: [2], for: '2 hours' } },
    ]);
  });

  test('of a draft that stands are only read', async () => {
    const path = await begun();
    const { body } = await here.get(PAULA, path);
    const base = /name="base" value="(\d+)"/.exec(body)?.[1] ?? '';
    await here.post(PAULA, `${path}/propose`, { base });
    const one = `${path}/forms/tracks/service-impacting`;
    const shown = await here.get(PAULA, one);
    expect(shown.body).not.toContain('name="do"');
    expect(read(shown.body)).toContain('Worked examples: 4 hours');
    const late = await here.post(PAULA, one, { base, title: 'Late', do: 'show' });
    expect(late.statusCode).toBeLessThan(500);
  });
});
