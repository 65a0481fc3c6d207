import { expect } from 'vitest';
import { formatInstant, type Instant, parseInstant } from '../../src/core/instant.ts';
import { until } from '../build/until.ts';
import { place } from '../store/cluster-world.ts';
import { ladder, started } from './ladder-process.ts';

/** Of some eight seconds each. */
const CLOCK_CALLS_MAX = 60;
const CONTRACT = 'calnet-3-category-9-1';

/** A mail as its reader finds it on the outbox page. */
interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface Event {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A running demonstration, used as people use it: the API, the mails, their links, replies, and its clock. */
export interface Demonstration {
  readonly data: string;
  readonly now: () => Promise<Instant>;
  readonly moveTo: (until: Instant) => Promise<void>;
  /** Opens a case for Dana Quill over the API and answers its number. */
  readonly open: (text: string, reference: string) => Promise<string>;
  readonly post: (caseId: string, path: string, body?: object) => Promise<number>;
  readonly events: (caseId: string) => Promise<readonly Event[]>;
  readonly show: (caseId: string) => Promise<Readonly<Record<string, unknown>>>;
  /** The newest mail of a case to somebody with such a subject, once it is there. */
  readonly mail: (caseId: string, to: string, subject: RegExp) => Promise<Mail>;
  /** Looks at the page behind a link, and then presses its button; answers the status of that. */
  readonly follow: (mail: Mail, label: RegExp, text?: string) => Promise<number>;
  readonly get: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
  readonly fresh: (mail: Mail, label: RegExp) => Promise<number>;
  readonly reply: (mail: Mail, text: string) => Promise<void>;
  readonly verify: () => Promise<string>;
  readonly stop: () => Promise<number | null>;
}

/** Starts `ladder start` on an empty folder and waits until it is ready. */
export async function demonstration(): Promise<Demonstration> {
  const data = place();
  const env = { LADDER_MAIL_PORT: '0', LADDER_RATE_PER_MINUTE: '100000' };
  const running = await started({ data, env });
  const { url } = running;
  const token = await tokenOf(data, `${CONTRACT}/dana-quill`);
  const cases = `${url}/api/v1/contracts/${CONTRACT}/cases`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const json = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
    const reply = await fetch(path, { headers });
    expect(reply.status).toBe(200);
    return (await reply.json()) as Record<string, unknown>;
  };
  const page = async (path: string): Promise<{ status: number; body: string }> => {
    const reply = await fetch(`${url}${path}`);
    return { status: reply.status, body: await reply.text() };
  };
  const form = async (path: string, fields: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams(fields);
    const reply = await fetch(path, { method: 'POST', body, headers: { origin: url } });
    await reply.text();
    return reply.status;
  };
  const clock = async (body: object): Promise<{ now: string; isThere: boolean }> => {
    const reply = await fetch(`${url}/api/v1/demonstration/clock`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    });
    const moved = (await reply.json()) as { now: string; isThere: boolean };
    expect(reply.status, JSON.stringify(moved)).toBe(200);
    return moved;
  };
  return {
    data,
    now: async () => parseInstant((await clock({ by: '1 second' })).now)!,
    moveTo: async (instant) => {
      // Each call comes nearer, from due instant to due instant; how far depends on the machine.
      for (let calls = 1; !(await clock({ until: formatInstant(instant) })).isThere; calls++)
        expect(calls).toBeLessThan(CLOCK_CALLS_MAX);
    },
    open: async (text, reference) => {
      const body = JSON.stringify({ track: 'service-impacting', text, references: [reference] });
      const reply = await fetch(cases, { method: 'POST', headers, body });
      const opened = (await reply.json()) as { caseId: string };
      expect(reply.status, JSON.stringify(opened)).toBe(201);
      return opened.caseId;
    },
    post: async (caseId, path, body = {}) => {
      const reply = await fetch(`${cases}/${caseId}/${path}`, {
        ...{ method: 'POST', headers, body: JSON.stringify(body) },
      });
      await reply.text();
      return reply.status;
    },
    events: async (caseId) => {
      const all: Event[] = [];
      for (let after: unknown = 0; after !== null; ) {
        const { items, next } = await json(`${cases}/${caseId}/events?after=${after}`);
        all.push(...(items as Event[]));
        after = next;
      }
      return all;
    },
    show: (caseId) => json(`${cases}/${caseId}`),
    mail: (caseId, to, subject) => newestMail(page, caseId, to, subject),
    follow: async (mail, label, text = '') => {
      const link = linkIn(mail, label);
      const looked = await fetch(link);
      await looked.text();
      if (looked.status !== 200) return looked.status;
      return form(link, { text });
    },
    get: page,
    fresh: (mail, label) => form(`${linkIn(mail, label)}/fresh`, {}),
    reply: async (mail, text) => expect(await form(`${url}/outbox/${mail.id}/reply`, { text })).toBe(200),
    verify: async () => {
      const { exit, out, err } = await ladder(['verify'], { data }).ended;
      expect(exit, out + err).toBe(0);
      return out;
    },
    stop: async () => {
      running.child.kill('SIGINT');
      return (await running.ended).exit;
    },
  };
}

async function tokenOf(data: string, person: string): Promise<string> {
  const args = ['token', 'create', '--name', 'story', '--person', person, '--json'];
  const { exit, out, err } = await ladder(args, { data }).ended;
  expect(exit, err).toBe(0);
  return (JSON.parse(out) as { token: string }).token;
}

type Page = (path: string) => Promise<{ status: number; body: string }>;

async function newestMail(page: Page, caseId: string, to: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await until(async () => {
    const { body } = await page(`/outbox?case=${caseId}`);
    const rows = body.split('<tr>').map(rowOf);
    const row = rows.find((one) => one?.to === to && subject.test(one.subject));
    expect(
      row,
      `${to}: ${subject} among ${rows.map((one) => `${one?.to}: ${one?.subject}`).join(' | ')}`,
    ).toBeDefined();
    const { body: shown } = await page(`/outbox/${row!.id}`);
    const [, text = ''] = /<pre>([\s\S]*?)<\/pre>/.exec(shown) ?? [];
    found = { ...row!, text: plain(text) };
  });
  return found!;
}

/** A row of a mail; texts and calls stand among them. */
function rowOf(html: string): Omit<Mail, 'text'> | undefined {
  const [, id, subject, means, to] =
    /href="\/outbox\/([\w-]{36})">([^<]*)<\/a><\/th>\s*<td[^>]*>([^<]*)<\/td>\s*<td[^>]*>([^<]*)</.exec(
      html,
    ) ?? [];
  if (id === undefined || means !== 'Mail') return undefined;
  return { id, subject: plain(subject ?? ''), to: plain(to ?? '') };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** The address under the action with such a label. */
function linkIn({ text, subject }: Mail, label: RegExp): string {
  const block = text
    .split(/^\* /m)
    .slice(1)
    .find((one) => label.test(one));
  const link = /https?:\/\/\S+\/l\/[\w-]{43}/.exec(block ?? '')?.[0];
  expect(link, `${label} in ${subject}:\n${text}`).toBeDefined();
  return link!;
}
