import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/app/load-plan.ts';
import { FRIDAY, type PlanWorld, planWorld } from '../build/plan-world.ts';

const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;
const SAMPLE = new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url);

/** One world for everything that only reads. */
let shared: PlanWorld;
beforeAll(async () => {
  shared = await planWorld();
});
afterAll(() => shared.close());

let here: PlanWorld;
const same = (): string => {
  here = shared;
  return `/plans/${here.contract}`;
};
const made = async (): Promise<string> => {
  here = await planWorld();
  return `/plans/${here.contract}`;
};
afterEach(async () => {
  expect(here.faults()).toEqual([]);
  if (here !== shared) await here.close();
});

/** What a reader reads: the page without its marks. */
const read = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

/** Takes in a next revision of the sample plan, changed. */
async function publish(change: (text: string) => string): Promise<void> {
  const text = change(await readFile(SAMPLE, 'utf8'));
  const agreed = ['solutions-architect', 'contract-office'];
  const loaded = await loadPlan(here.contracts, { text, agreed, at: FRIDAY, by: 'tester', facts: {} });
  expect(loaded).toMatchObject({ outcome: 'published' });
}

describe('the page of a plan', () => {
  test('says to anybody who is reached at each level, when one may go higher, what is promised, and since when it holds', async () => {
    const plan = same();
    const page = await here.get(undefined, plan);
    expect(page.statusCode).toBe(200);
    const words = read(page.body);
    for (const said of [
      'Where life is in danger Call 911',
      'Level 2: Solutions Architect',
      'Ines Calloway',
      'Deputy: Bram Otterley',
      'Details not confirmed by the contact yet',
      'For: Services that are down or impaired, and security.',
      '4 hours round the clock after the opening, unless the customer is satisfied',
      'answer within 1 hour, round the clock',
      'A closed case may be reopened within 30 days',
      '90 days after the contract was executed: until the end of Sun 14 Jul 2019',
      'Revision 1 In force',
    ]) {
      expect(words).toContain(said);
    }
    expect(page.body.match(/<h1/g)).toHaveLength(1);
  });

  test('is not there for a contract that is not, or of which nothing is published; its own people are told the latter', async () => {
    const plan = await made();
    const missing = await here.get(undefined, '/plans/nowhere');
    await here.ask("update revision set state = 'draft', published_at = null");
    const draft = await here.get(undefined, plan);
    expect([missing.statusCode, draft.statusCode]).toEqual([404, 404]);
    expect(read(draft.body).replaceAll(here.contract, 'nowhere')).toBe(read(missing.body));
    const own = await here.get('dana-quill', plan);
    expect([own.statusCode, read(own.body)]).toEqual([
      404,
      expect.stringContaining('Nothing of this plan is published yet'),
    ]);
    for (const part of ['.json', '/contacts/customer-support.vcf', '/ladders/service-impacting.svg']) {
      expect((await here.get('dana-quill', `${plan}${part}`)).statusCode).toBe(404);
    }
    expect(read((await here.get(undefined, '/plans')).body)).toContain('No plan is published yet');
  });

  test('is found in the list of all plans, and in the navigation of its people', async () => {
    const plan = same();
    expect((await here.get(undefined, '/plans')).body).toContain(`href="${plan}"`);
    const own = await here.get('dana-quill', plan);
    expect(own.body).toContain(`<a href="${plan}" aria-current="page">Plan</a>`);
  });

  test('is sent again to anybody only where it has changed; what somebody signed in reads, nobody keeps', async () => {
    const plan = await made();
    const first = await here.get(undefined, plan);
    const tag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = await here.get(undefined, plan, { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await here.ask("update person set name = 'Ines Newname' where person_id = 'solutions-architect'");
    const changed = await here.get(undefined, plan, { 'if-none-match': tag });
    expect([changed.statusCode, read(changed.body)]).toEqual([200, expect.stringContaining('Ines Newname')]);
    const own = await here.get('dana-quill', plan);
    expect([own.headers['cache-control'], own.headers.etag]).toEqual(['no-store', undefined]);
  });

  test('is in the language of its reader', async () => {
    const plan = same();
    const page = await here.get(undefined, plan, { 'accept-language': 'es' });
    expect(page.body).toContain('<html lang="es">');
    expect(read(page.body)).toContain('A quién se contacta');
    expect(read(page.body)).toContain('si el cliente no está satisfecho');
  });

  test('shows what anybody typed into a plan or a person as it was typed', async () => {
    const plan = await made();
    await publish((text) =>
      text
        .replace('Services that are down or impaired, and security', JSON.stringify(HOSTILE))
        .replace('title: Director of Solutions', `title: ${JSON.stringify(HOSTILE)}`)
        .replace('answer at level 3', JSON.stringify(HOSTILE)),
    );
    await here.ask('update person set name = $1, title = $1, office = $1, email = $1', [HOSTILE]);
    for (const reader of [undefined, 'dana-quill', 'tamsin-hale']) {
      const page = await here.get(reader, plan);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('<b>"');
      expect(page.body).not.toContain('<script>alert');
    }
    const svg = await here.get('tamsin-hale', `${plan}/ladders/service-impacting.svg`);
    expect(svg.body).not.toContain('<script>alert');
  });
});

describe('the people of a plan', () => {
  test('are those of today, and where they are not those of the agreed revision the page says so', async () => {
    const plan = await made();
    expect(read((await here.get(undefined, plan)).body)).not.toContain('Differs from the agreed revision');
    await here.ask(
      "update person set name = 'Odd Newcomer', office = '+1 916-555-0199' where person_id = 'solutions-manager'",
    );
    const words = read((await here.get(undefined, plan)).body);
    expect(words).toContain('Odd Newcomer');
    expect(words).toContain('Differs from the agreed revision: name and office number');
  });

  test('a contact says when all of it was confirmed, from the first detail to the last, and what is not', async () => {
    const plan = await made();
    const says = async (confirmed: Readonly<Record<string, string>>): Promise<string> => {
      await here.ask("delete from contact_means where person_id = 'solutions-architect'");
      for (const [field, at] of Object.entries(confirmed)) {
        await here.ask("insert into contact_means values ($1, 'solutions-architect', $2, $3)", [
          here.contract,
          field,
          at,
        ]);
      }
      return read((await here.get(undefined, plan)).body);
    };
    const [first, last] = ['2026-11-02T18:00:00.000Z', '2026-11-09T22:30:00.000Z'];
    expect(await says({ office: last, mobile: last, email: last })).toContain(
      'All details confirmed by the contact Mon 9 Nov 2026, 2:30 pm ',
    );
    expect(await says({ office: first, mobile: last, email: last })).toContain(
      'All details confirmed by the contact, last Mon 9 Nov 2026, 2:30 pm; the one confirmed longest ago, Mon 2 Nov 2026, 10:00 am',
    );
    expect(await says({ office: first, email: last })).toContain(
      'Not confirmed by the contact yet: mobile number; last confirmed anything Mon 9 Nov 2026, 2:30 pm',
    );
  });

  test('a seat that nobody fills says so, and has no card to save', async () => {
    const plan = await made();
    await here.ask("delete from seat where seat_id = 'solutions-manager'");
    await here.ask("update person set erased_at = now(), name = null where person_id = 'solutions-manager'");
    const words = read((await here.get(undefined, plan)).body);
    expect(words).toContain('Nobody fills this seat today');
    const card = await here.get('tamsin-hale', `${plan}/contacts/solutions-manager.vcf`);
    expect(card.statusCode).toBe(404);
  });

  test('a customer reads who their own account manager is, and nobody reads that of another', async () => {
    const plan = same();
    expect(read((await here.get('dana-quill', plan)).body)).toContain('Perpetua Lind');
    expect(read((await here.get('gideon-frost', plan)).body)).toContain('Casimir Vane');
    for (const reader of [undefined, 'gideon-frost']) {
      expect((await here.get(reader, plan)).body).not.toContain('Perpetua Lind');
    }
  });

  test.each([
    ['public', undefined, true],
    ['public', 'dana-quill', true],
    ['public', 'tamsin-hale', true],
    ['customers', undefined, false],
    ['customers', 'dana-quill', true],
    ['customers', 'emeric-stone', true],
    ['customers', 'odile-marsh', true],
    ['parties', undefined, false],
    ['parties', 'dana-quill', false],
    ['parties', 'emeric-stone', false],
    ['parties', 'odile-marsh', true],
    ['parties', 'perpetua-lind', true],
    ['parties', 'tamsin-hale', true],
    ['parties', 'lorcan-reed', true],
    ['parties', 'ysolde-park', true],
  ])(
    'numbers shown to %s are read by %s: %s, on the page, its pictures, its cards and as JSON',
    async (shown, reader, isRead) => {
      const plan = same();
      await here.ask("update person set shown = $1 where person_id = 'solutions-architect'", [shown]);
      const own = ['916-555-0142', '916-555-0143', 'ines.calloway@'];
      const page = await here.get(reader, plan);
      const json = await here.get(reader, `${plan}.json`);
      const picture = await here.get(reader, `${plan}/ladders/service-impacting.svg`);
      const card = await here.get(reader, `${plan}/contacts/solutions-architect.vcf`);
      await here.ask("update person set shown = 'customers' where person_id = 'solutions-architect'");
      expect([page.statusCode, json.statusCode, picture.statusCode, card.statusCode]).toEqual([
        200,
        200,
        200,
        isRead ? 200 : 404,
      ]);
      for (const { body } of isRead ? [page, json, card] : [page, json, picture, card]) {
        for (const number of own) expect([number, body.includes(number)]).toEqual([number, isRead]);
      }
      expect(page.body).toContain('Ines Calloway');
      expect(read(page.body).includes('There are numbers, which are shown to the parties alone')).toBe(
        shown === 'parties' && !isRead,
      );
    },
  );

  test('somebody of another contract reads what anybody may', async () => {
    const plan = await made();
    await here.ask("insert into contract values ('other', 'Another contract', 'UTC', now())");
    await here.ask(
      "insert into person (contract_id, person_id, name, email) values ('other', 'zoe', 'Zoe', 'zoe@k.example')",
    );
    await here.ask("insert into role values ('other', 'zoe', 'oversight')");
    const cookie = await here.stepInto('other', 'zoe');
    const page = await here.server.inject({ method: 'GET', url: plan, headers: { cookie } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('916-555-0142');
  });
});

describe('a contact to save', () => {
  test('is a card of RFC 6350 with the ways its reader may see', async () => {
    const plan = same();
    const { headers, body } = await here.get('dana-quill', `${plan}/contacts/solutions-architect.vcf`);
    expect(headers['content-type']).toBe('text/vcard; charset=utf-8');
    expect(headers['content-disposition']).toContain('filename="solutions-architect.vcf"');
    expect(body).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n[\s\S]*\r\nEND:VCARD\r\n$/);
    expect(body).toContain('FN:Ines Calloway\r\n');
    expect(body).toContain('TEL;TYPE="work,voice":+1 916-555-0142\r\n');
    expect(body).toContain('EMAIL;TYPE=work:ines.calloway@pacific-lantern.example\r\n');
  });

  test('stands as a link on the card of everybody whom the plan page shows with a number, and opens', async () => {
    const plan = same();
    for (const reader of ['dana-quill', 'gideon-frost', 'tamsin-hale']) {
      const { body } = await here.get(reader, plan);
      const shown = body.split('<div class="card">').slice(1);
      const reached = shown.filter((card) => card.includes('href="tel:') || card.includes('href="mailto:'));
      expect(reached.length).toBeGreaterThan(2);
      for (const card of reached) {
        const link = /href="([^"]+\.vcf[^"]*)"/.exec(card)?.[1] ?? `no card to save: ${read(card)}`;
        const name = /<h4>([^<]+)<\/h4>/.exec(card)?.[1];
        const number = /href="tel:([^"]+)"/.exec(card)?.[1] ?? '';
        const saved = await here.get(reader, link.replaceAll('&amp;', '&'));
        expect([link, saved.statusCode, saved.headers['content-type']]).toEqual([
          link,
          200,
          'text/vcard; charset=utf-8',
        ]);
        const lines = saved.body.replaceAll('\r\n ', '');
        expect(lines).toContain(`FN:${name}`);
        expect(lines.replaceAll(/[ -]/g, '')).toContain(number);
      }
    }
  });

  test('is there of one’s own account manager, and of nobody else’s', async () => {
    const seat = `${same()}/contacts/account-manager.vcf`;
    const own = await here.get('dana-quill', `${seat}?customer=harbor-safety`);
    expect(own.statusCode).toBe(200);
    expect(own.body).toContain('FN:Perpetua Lind\r\n');
    for (const [reader, query] of [
      ['gideon-frost', '?customer=harbor-safety'],
      ['tamsin-hale', '?customer=harbor-safety'],
      ['dana-quill', '?customer=nobody'],
      ['dana-quill', ''],
      [undefined, '?customer=harbor-safety'],
    ] as const) {
      expect([reader, (await here.get(reader, seat + query)).statusCode]).toEqual([reader, 404]);
    }
    const { body } = await here.get(undefined, same());
    expect(read(body)).toContain('Who that is differs by customer. Sign in to see yours.');
    expect(body).not.toContain('account-manager.vcf');
  });

  test.each(['nobody', 'account-manager', 'perpetua-lind', '%00', '..%2f'])(
    'is not there for "%s"',
    async (seat) => {
      const plan = same();
      expect((await here.get('tamsin-hale', `${plan}/contacts/${seat}.vcf`)).statusCode).toBe(404);
    },
  );
});

describe('what would happen if a case were opened', () => {
  test('is told for now on the first track, with real instants and why they fall there', async () => {
    const plan = same();
    const words = read((await here.get(undefined, plan)).body);
    expect(words).toContain('Service Impacting Escalations, opened Fri 20 Nov 2026, 4:30 pm Pacific');
    expect(words).toContain('Fri 20 Nov 2026, 8:30 pm Pacific The customer may contact level 2');
    expect(words).toContain('Mon 23 Nov 2026, 4:30 pm Pacific Oversight may contact level 3');
    expect(words).toContain('Sat and Sun are not business days');
  });

  test('is told for another track and time, as they were asked for', async () => {
    const plan = same();
    const asked = await here.get(
      undefined,
      `${plan}?track=bill-or-contract-impacting&at-date=2026-11-25&at-time=16:30`,
    );
    const words = read(asked.body);
    expect(words).toContain('Mon 30 Nov 2026, 4:30 pm Pacific The customer may contact level 2');
    expect(words).toContain('Thanksgiving Day');
    expect(asked.body).toContain('value="2026-11-25"');
    const again = await here.get(undefined, `${plan}?track=bill-or-contract-impacting&at=2026-11-25T16:30`);
    expect(read(again.body)).toContain('Mon 30 Nov 2026, 4:30 pm Pacific The customer may contact level 2');
  });

  test.each([
    ['at-date=2026-11-01&at-time=01:30', 'The clocks show that time twice'],
    ['at-date=2026-03-08&at-time=02:30', 'The clocks skip that time'],
    ['at-date=2026-11-25', '“2026-11-25” is not a date and a time of day'],
    ['at=soon', '“soon” is not a date and a time of day'],
    ['at=2999-01-01T00:00', '“2999-01-01T00:00” is not a date'],
    ['track=outage', 'The plan has no track &quot;outage&quot;'],
    ['track=constructor', 'The plan has no track'],
    ['month=2026-13', '“2026-13” is not a month'],
    ['month=%00', 'is not a month'],
  ])('says of "%s": %s', async (query, said) => {
    const plan = same();
    const page = await here.get(undefined, `${plan}?${query}`);
    expect(page.statusCode).toBe(200);
    expect(read(page.body).replaceAll('&#34;', '&quot;')).toContain(said);
  });

  test('a picture of a track that is not there is not there', async () => {
    const plan = same();
    for (const track of ['outage', 'constructor', '%00']) {
      expect((await here.get(undefined, `${plan}/ladders/${track}.svg`)).statusCode).toBe(404);
    }
    const picture = await here.get(undefined, `${plan}/ladders/service-impacting.svg`);
    expect(picture.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });
});

describe('the calendar of a plan', () => {
  test('shows this month and any other, with its holidays by name', async () => {
    const plan = same();
    const now = read((await here.get(undefined, plan)).body);
    expect(now).toContain('This month has 18 business days.');
    expect(now).toContain('Thu 26 Nov: closed (Thanksgiving Day)');
    expect(now).toContain('Open Mon, Tue, Wed, Thu and Fri, 8:00 am to 5:00 pm.');
    const later = read((await here.get(undefined, `${plan}?month=2026-12`)).body);
    expect(later).toContain('December 2026 in the calendar “business”');
    expect(later).toContain('Show January 2027');
  });
});

describe('the history of a plan', () => {
  test('tells what each revision changed in sentences, without numbers that its reader may not see', async () => {
    const plan = await made();
    await publish((text) =>
      text
        .replace('unsatisfiedFor: 4 hours', 'unsatisfiedFor: 3 hours')
        .replace('916-555-0142', '916-555-0198'),
    );
    const nobody = read((await here.get(undefined, plan)).body);
    expect(nobody).toContain('Revision 2 In force');
    expect(nobody).toContain('What it changed: 2 changes');
    expect(nobody).toContain('4 hours became 3 hours');
    expect(nobody).toContain('1 change of numbers that are not shown to you');
    expect(nobody).not.toMatch(/916-555-01[49]/);
    const oversight = read((await here.get('tamsin-hale', plan)).body);
    expect(oversight).toContain('+1 916-555-0142 became +1 916-555-0198');
  });

  test('of a plan whose text was erased the rules are still there, and the page says what is missing', async () => {
    const plan = await made();
    await here.ask('update revision_source set source = null, erased_at = now()');
    const page = await here.get(undefined, plan);
    const words = read(page.body);
    expect(page.statusCode).toBe(200);
    expect(words).toContain('The written plan was erased');
    expect(words).toContain('4 hours round the clock after the opening');
    expect(words).not.toContain('Call 911');
  });
});

describe('what changes about a plan, as a feed', () => {
  /** Whether every element of a feed ends where it should. */
  function isWellFormed(xml: string): boolean {
    const open: string[] = [];
    for (const [, end, name = ''] of xml
      .replace(/^<\?.*?\?>/, '')
      .matchAll(/<(\/?)([\w:-]+)(?:\s[^<>]*)?>/g)) {
      if (end === '') open.push(name);
      else if (open.pop() !== name) return false;
    }
    return open.length === 0;
  }
  const titles = (xml: string): readonly (string | undefined)[] =>
    [...xml.matchAll(/<entry>.*?<title>(.*?)<\/title>/gs)].map(([, title]) => title);

  test('has each publication with what it changed and whoever fills a seat since, and no number', async () => {
    const plan = await made();
    await publish((text) =>
      text
        .replace('unsatisfiedFor: 4 hours', 'unsatisfiedFor: 3 hours')
        .replace('916-555-0142', '916-555-0198'),
    );
    await here.ask("update person set name = 'Odd Newcomer' where person_id = 'solutions-manager'");
    await here.ask("update seat set since = now() + interval '10 years' where seat_id = 'solutions-manager'");
    for (const reader of [undefined, 'tamsin-hale']) {
      const { body, headers, statusCode } = await here.get(reader, `${plan}.atom`);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(isWellFormed(body)).toBe(true);
      expect(titles(body)).toEqual([
        'Odd Newcomer is Director of Solutions now',
        'Revision 2 is published',
        'Revision 1 is published',
      ]);
      expect(body).toContain('4 hours became 3 hours');
      expect(body).toContain('1 change of numbers that are not shown to you');
      expect(body).not.toMatch(/916-555-01[49]/);
      expect(body).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
      expect(body).toContain(`#revision-2</id>`);
    }
    const spanish = await here.get(undefined, `${plan}.atom?language=es`);
    expect(titles(spanish.body)[1]).toBe('Se publicó la revisión 2');
    expect(spanish.body).toContain('xml:lang="es"');
    expect(spanish.body).toContain('#revision-2</id>');
  });

  test('is sent again only where something has changed, and is named where feed readers look', async () => {
    const plan = same();
    const first = await here.get(undefined, `${plan}.atom`);
    const again = await here.get(undefined, `${plan}.atom`, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const page = await here.get(undefined, plan);
    const named = /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)"/.exec(page.body)?.[1];
    expect(named).toBe(`${plan}.atom?language=en`);
    expect((await here.get(undefined, '/plans/nowhere.atom')).statusCode).toBe(404);
  });

  test('says what anybody typed as it was typed', async () => {
    const plan = await made();
    await publish((text) =>
      text.replace('title: Director of Solutions', `title: ${JSON.stringify(HOSTILE)}`),
    );
    await here.ask('update contract set title = $1', [HOSTILE]);
    const { body } = await here.get(undefined, `${plan}.atom`);
    expect(isWellFormed(body)).toBe(true);
    expect(body).not.toContain('<b>');
    expect(body).toContain('&lt;b&gt;');
  });
});

describe('a plan as JSON', () => {
  test('has the rules as agreed and the people of today', async () => {
    const plan = same();
    const { headers, body } = await here.get('dana-quill', `${plan}.json`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      contract: here.contract,
      revision: { number: 1, agreedBy: ['solutions-architect', 'contract-office'] },
      tracks: {
        'service-impacting': { urgency: 'high', covers: 'Services that are down or impaired, and security' },
      },
      contacts: {
        'solutions-architect': { person: { name: 'Ines Calloway', office: '+1 916-555-0142' } },
      },
    });
  });
});
