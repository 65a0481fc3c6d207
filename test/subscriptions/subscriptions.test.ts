import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tellSubscribers } from '../../src/app/subscriptions/tell-subscribers.ts';
import { writeNews } from '../../src/app/subscriptions/write-news.ts';
import { asInstant } from '../../src/core/instant.ts';
import { attempt } from '../../src/engine/attempt.ts';
import { FRIDAY } from '../build/plan-world.ts';
import { pathIn, type SubscriptionsWorld, subscriptionsWorld } from './subscriptions-world.ts';

const HOUR = 3_600_000;
const HOSTILE = `<b>"'&</b><script>alert(1)</script>`;
const RETITLED = (text: string): string =>
  text.replace('title: Solutions Architect', 'title: Chief Architect');

let here: SubscriptionsWorld;
beforeEach(async () => {
  here = await subscriptionsWorld();
});
afterEach(async () => {
  expect(here.faults()).toEqual([]);
  await here.close();
});

const later = (hours: number) => here.setClock(asInstant(FRIDAY + hours * HOUR));
const addresses = (mails: readonly { to: { address: string } }[]): readonly string[] =>
  mails.map(({ to }) => to.address).sort();
const kept = async (): Promise<unknown> =>
  (await here.ask('select count(*)::int as n from plan_subscription'))[0]?.n;

describe('asking for it with an address', () => {
  test('sends one link, tells nobody anything before it is used, and everything after', async () => {
    const path = await here.asks('reader@agency.example');
    expect(path).toMatch(/^\/l\//);
    await here.publish(RETITLED);
    expect(addresses(await here.told())).not.toContain('reader@agency.example');
    const looked = await here.get(undefined, path!);
    expect([looked.statusCode, looked.headers.location]).toEqual([303, path!.replace('/l/', '/subscribe/')]);
    const page = await here.get(undefined, path!.replace('/l/', '/subscribe/'));
    expect(page.body).toContain('reader@agency.example');
    const proved = await here.post(undefined, path!.replace('/l/', '/subscribe/'), {});
    expect([proved.statusCode, proved.body]).toEqual([
      200,
      expect.stringContaining('You are told from now on'),
    ]);
    await later(1);
    await here.publish(
      (text) => text.replace('title: Solutions Architect', 'title: Head Architect'),
      asInstant(FRIDAY + HOUR),
    );
    const mail = (await here.told()).find(({ to }) => to.address === 'reader@agency.example');
    expect(mail).toMatchObject({ subject: 'The plan has changed: revision 3 is in force' });
    expect(mail!.text).toContain('Head Architect');
    expect(mail!.text).toContain(`http://ladder.example${here.plan}`);
    expect(mail!.endUrl).toMatch(/^http:\/\/ladder\.example\/unsubscribe\/[\w-]{43}$/);
    expect(addresses(await here.told())).toEqual([]);
  });

  test('looks the same for every address, and writes to each once a day at most', async () => {
    const pages = [];
    for (const email of ['once@agency.example', 'Once@Agency.example ', 'other@agency.example'])
      pages.push((await here.post(undefined, `${here.plan}/subscribe`, { email })).body);
    expect(new Set(pages).size).toBe(1);
    expect(addresses(await here.told())).toEqual(['once@agency.example', 'other@agency.example']);
    await later(23);
    expect(await here.asks('once@agency.example')).toBeUndefined();
    await later(25);
    expect(await here.asks('once@agency.example')).toMatch(/^\/l\//);
  });

  test('ends after so many strangers in a day, and says so', async () => {
    await here.ask(
      `insert into plan_subscription (contract_id, subscription_id, address, language, asked_at, proof_hash, expires_at, end_hash)
       select $1, gen_random_uuid(), 'a' || n || '@agency.example', 'en', $2::timestamptz, sha256(('p' || n)::bytea),
         $2::timestamptz + interval '3 days', sha256(('e' || n)::bytea) from generate_series(1, 200) n`,
      [here.contract, new Date(FRIDAY).toISOString()],
    );
    const no = await here.post(undefined, `${here.plan}/subscribe`, { email: 'late@agency.example' });
    expect([no.statusCode, no.body]).toEqual([429, expect.stringContaining('Too many addresses')]);
    expect(addresses(await here.told())).toEqual([]);
  });

  test('refuses what is no address, and keeps what was typed', async () => {
    for (const email of ['', 'nobody', HOSTILE, 'a@b@c.example', 'x'.repeat(300)]) {
      const no = await here.post(undefined, `${here.plan}/subscribe`, { email });
      expect([no.statusCode, no.body]).toEqual([422, expect.stringContaining('That is no mail address')]);
      expect(no.body).not.toContain('<script>alert');
    }
    expect(await kept()).toBe(0);
    for (const plan of ['/plans/nowhere', '/plans/%00']) {
      const no = await here.post(undefined, `${plan}/subscribe`, { email: 'a@agency.example' });
      expect([plan, no.statusCode]).toEqual([plan, 404]);
    }
    expect((await here.get(undefined, '/plans/nowhere/subscribe')).statusCode).toBe(404);
  });

  test('works by its link once and for 72 hours, and an address that is not proved is forgotten', async () => {
    const path = (await here.asks('slow@agency.example'))!.replace('/l/', '/subscribe/');
    await later(72);
    expect((await here.get(undefined, path)).statusCode).toBe(410);
    expect((await here.post(undefined, path, {})).statusCode).toBe(410);
    await here.subscribed('quick@agency.example');
    expect(await kept()).toBe(1);
    const [gone] = await here.ask(`select count(*)::int as n from delivery_body where address like 'slow%'`);
    expect(gone).toEqual({ n: 0 });
    const again = (await here.asks('slow@agency.example'))!.replace('/l/', '/subscribe/');
    expect((await here.post(undefined, again, {})).statusCode).toBe(200);
    expect((await here.post(undefined, again, {})).statusCode).toBe(410);
  });
});

describe('being told', () => {
  test('is in the language that was chosen, and of numbers only what its reader may see', async () => {
    await here.subscribed('lectora@agency.example', 'es');
    await here.post('odile-marsh', `${here.plan}/subscribe`, {});
    await later(1);
    await here.publish(
      (text) => text.replace('+1 916-555-0142', '+1 916-555-0149'),
      asInstant(FRIDAY + HOUR),
    );
    const mails = await here.told();
    const stranger = mails.find(({ to }) => to.address === 'lectora@agency.example')!;
    expect(stranger.subject).toBe('El plan ha cambiado: la revisión 2 está en vigor');
    const desk = mails.find(
      ({ to, subject }) => to.address.startsWith('odile') && subject.startsWith('The plan has'),
    )!;
    expect(desk.text).toMatch(/555-0149/);
    expect(stranger.text).not.toMatch(/555-0149/);
    expect(stranger.text).toContain('1 cambio');
  });

  test('of a seat says who is reached now, and of two changes of one seat the last', async () => {
    await here.subscribed('reader@agency.example');
    await later(1);
    await here.contracts.transaction(async (tx) => {
      const at = await tx.now();
      for (const personId of ['odile-marsh', 'perpetua-lind']) {
        await here.ask(`update seat set person_id = $1, since = $2 where seat_id = 'solutions-architect'`, [
          personId,
          new Date(at).toISOString(),
        ]);
        await tellSubscribers(tx, here.contract, { kind: 'seatFilled', seat: 'solutions-architect' }, at);
      }
    });
    const mails = (await here.told()).filter(({ to }) => to.address === 'reader@agency.example');
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Perpetua Lind is Lead Solutions Architect/Contract Program Manager now',
    ]);
    expect(mails[0]!.text).toContain('level 2');
  });

  test('is told when the program manager names somebody else for a seat', async () => {
    await here.subscribed('reader@agency.example');
    const path = `/contracts/${here.contract}/contacts/seats/solutions-manager`;
    const typed = { sure: 'yes', who: 'nobody', reason: 'Wren has left the company tonight' };
    expect((await here.post('solutions-architect', path, typed)).statusCode).toBe(303);
    const mails = (await here.told()).filter(({ to }) => to.address === 'reader@agency.example');
    expect(mails.map(({ subject }) => subject)).toHaveLength(1);
    expect(mails[0]!.text).not.toContain('left the company');
  });

  test('goes to each once, whatever dies between two of them, on however many nodes', async () => {
    await here.ask(
      `insert into plan_subscription (contract_id, subscription_id, address, language, asked_at, proved_at, end_hash)
       select $1, gen_random_uuid(), 'a' || n || '@agency.example', 'en', $2::timestamptz, $2::timestamptz,
         sha256(('e' || n)::bytea) from generate_series(1, 250) n`,
      [here.contract, new Date(FRIDAY).toISOString()],
    );
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    let composed = 0;
    const dying: typeof here.newsParts = {
      ...here.newsParts,
      compose: (mail) => {
        composed += 1;
        if (composed === 130) throw Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' });
        return here.newsParts.compose(mail);
      },
    };
    expect(await writeNews(dying)).toBe(true);
    await expect(writeNews(dying)).rejects.toThrow('the connection ended');
    await Promise.all([writeNews(here.newsParts), writeNews(here.newsParts)]);
    const mails = (await here.told()).filter(({ subject }) => subject.startsWith('The plan has changed'));
    const all = await here.ask(
      `select count(*)::int as n, count(distinct case_id)::int as d from delivery where kind = 'planNews'`,
    );
    expect(all).toEqual([{ n: 250, d: 250 }]);
    expect(mails.length).toBeGreaterThan(100);
  });

  test('of what cannot be put into words waits, is logged, and holds up nothing else', async () => {
    await here.subscribed('reader@agency.example');
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    const broken = {
      ...here.newsParts,
      compose: () => {
        throw new TypeError('no words');
      },
    };
    expect(await writeNews(broken)).toBe(true);
    expect(await writeNews(broken)).toBe(false);
    expect(here.log.lines.join()).toContain('plan-news-not-told');
    await later(2);
    expect(addresses(await here.told())).toContain('reader@agency.example');
  });
});

describe('the end of it', () => {
  const end = async (): Promise<string> => {
    await here.subscribed('reader@agency.example');
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    return pathIn((await here.told()).find(({ to }) => to.address === 'reader@agency.example'))!;
  };
  const bodies = async () =>
    here.ask(`select count(*)::int as n from delivery_body where address = 'reader@agency.example'`);

  test('is a button on a page behind the link of each letter, which forgets the address', async () => {
    const path = (await end()).replace('/l/', '/unsubscribe/');
    expect((await here.get(undefined, path)).body).toContain('Be told no more?');
    expect(await kept()).toBe(1);
    const ended = await here.post(undefined, path, {});
    expect([ended.statusCode, ended.body]).toEqual([200, expect.stringContaining('You are told no more')]);
    expect([await kept(), await bodies()]).toEqual([0, [{ n: 0 }]]);
    expect((await here.get(undefined, path)).statusCode).toBe(410);
    expect((await here.post(undefined, path, {})).statusCode).toBe(200);
    await later(2);
    await here.publish((text) => text, asInstant(FRIDAY + 2 * HOUR));
    expect(addresses(await here.told())).not.toContain('reader@agency.example');
  });

  test('is one request of a mailbox, as a form of either kind', async () => {
    const url = (await end()).replace('/l/', '/unsubscribe/');
    for (const [type, payload] of [
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      ],
      ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    ] as const) {
      const headers = { 'content-type': type };
      const { statusCode } = await here.server.inject({ method: 'POST', url, headers, payload });
      expect([type, statusCode, await kept()]).toEqual([type, 200, 0]);
    }
  });

  test('comes with a letter that was refused for good, but an address that was only asked is remembered as asked', async () => {
    await here.subscribed('reader@agency.example');
    await here.asks('stranger@agency.example');
    const [asked] = await here.ask(`select delivery_id, case_id from delivery where kind = 'subscription'
      order by number desc limit 1`);
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    await here.told();
    const sent = await here.ask(
      `select delivery_id, contract_id, case_id from delivery where kind = 'planNews'`,
    );
    const keys = [...sent, asked!].map(({ case_id }) => ({
      contract: here.contract,
      subscriptionId: String(case_id).replace('subscription:', ''),
    }));
    await here.store.transaction((tx) => tx.endBouncedSubscriptions(keys));
    const left = await here.ask('select address from plan_subscription');
    expect(left).toEqual([{ address: 'stranger@agency.example' }]);
    expect(await here.asks('stranger@agency.example')).toBeUndefined();
  });

  test('keeps a letter that is still under way from being sent', async () => {
    const path = (await end()).replace('/l/', '/unsubscribe/');
    await here.ask(`update delivery set state = 'queued' where kind = 'planNews'`);
    await here.post(undefined, path, {});
    const [row] = await here.ask(
      `select address from delivery_body join delivery using (contract_id, delivery_id) where kind = 'planNews'`,
    );
    expect(row).toEqual({ address: null });
    const taken = { state: 'queued', address: undefined } as Parameters<typeof attempt>[1];
    expect(await attempt({} as never, taken)).toMatchObject({
      result: { permanent: true, reason: 'address-erased' },
    });
  });
});

describe('somebody of the contract', () => {
  test('presses one button, is written to where they are reached, and presses it again', async () => {
    const page = await here.get('dana-quill', here.plan);
    expect(page.body).toContain('Tell me when this plan changes</button>');
    expect(page.body).not.toMatch(/told to \d+ reader/);
    expect((await here.post('dana-quill', `${here.plan}/subscribe`, {})).headers.location).toBe(
      `${here.plan}#told`,
    );
    await here.post('dana-quill', `${here.plan}/subscribe`, {});
    expect((await here.get('dana-quill', here.plan)).body).toContain('You are told by mail');
    expect((await here.get('tamsin-hale', here.plan)).body).toContain('told to 1 reader');
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    const [address] = await here.ask(`select email from person where person_id = 'dana-quill'`);
    expect(addresses(await here.told())).toContain(address!.email);
    await here.post('dana-quill', `${here.plan}/subscribe/end`, {});
    expect((await here.get('dana-quill', here.plan)).body).toContain(
      'Tell me when this plan changes</button>',
    );
    expect(await kept()).toBe(0);
  });

  test('is told no more once they are nobody there any more', async () => {
    await here.post('dana-quill', `${here.plan}/subscribe`, {});
    await here.ask(`delete from role where person_id = 'dana-quill'`);
    await later(1);
    await here.publish(RETITLED, asInstant(FRIDAY + HOUR));
    const [address] = await here.ask(`select email from person where person_id = 'dana-quill'`);
    expect(addresses(await here.told())).not.toContain(address!.email);
    expect(await kept()).toBe(0);
  });
});
