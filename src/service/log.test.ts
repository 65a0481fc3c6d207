import { expect, test } from 'vitest';
import type { LogFields } from '../app/ports/log.ts';
import { jsonLog, type LogLevel, requestFields } from './log.ts';

const TOKEN = 'q3JpYmJsZS1zY3JhYmJsZS1xM0pwWW1Kc1pTMXpZM0o';

function listening(level: LogLevel = 'info') {
  const lines: string[] = [];
  return { lines, log: jsonLog({ level, to: { write: (line) => void lines.push(line) } }) };
}

test('a line is JSON with its severity, time, code and fields', () => {
  const { lines, log } = listening();
  log.info('deadline-fired', { contract: 'sample', caseId: '100001', level: 2, latenessMs: 8 });
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    code: 'deadline-fired',
    contract: 'sample',
    caseId: '100001',
    caseLevel: 2,
    latenessMs: 8,
  });
});

const SECRETS = {
  address: 'pat.example@agency.example',
  telephone: '+1 202 555 0142',
  token: TOKEN,
  link: `http://localhost:8080/l/${TOKEN}`,
  text: 'the line is dead and Pat is furious',
};

test.each(Object.entries(SECRETS))('no field lets %s through', (_what, secret) => {
  const { lines, log } = listening();
  const everywhere = [...fieldNames(), 'email', 'body'].map((name) => [name, secret]);
  log.info('mail-taken', Object.fromEntries(everywhere) as LogFields);
  log.warn(secret, { route: secret });
  log.error('mail-broken', failing(secret), { reason: secret });
  log.error('mail-broken', secret);
  expect(lines).toHaveLength(4);
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).not.toContain('furious');
});

test('what is no field is left out, whatever it holds', () => {
  const { lines, log } = listening();
  log.info('mail-taken', { caseId: '100001', ...{ subject: 'ok' } });
  expect(lines[0]).toContain('100001');
  expect(lines[0]).not.toContain('subject');
});

test('an error shows its kind, its code and where it was thrown, cause by cause', () => {
  const { lines, log } = listening();
  log.error('case-set-aside', failing('x'), { caseId: '100001' });
  const { error } = JSON.parse(lines[0] ?? '');
  const thrownAt = expect.arrayContaining([expect.stringContaining('log.test.ts')]);
  expect(error).toMatchObject([
    { name: 'Error', thrownAt },
    { name: 'TypeError', code: '23505', table: 'delivery', constraint: 'delivery_pkey', thrownAt },
  ]);
});

test('a message that pretends to be a stack shows nothing', () => {
  const { lines, log } = listening();
  log.error('mail-broken', new Error('furious\n    at furious (furious.ts:1:1)'));
  expect(lines[0]).not.toContain('furious');
});

test('a circle of causes ends', () => {
  const { lines, log } = listening();
  const circle = new Error('a');
  circle.cause = circle;
  log.error('mail-broken', circle);
  expect(JSON.parse(lines[0] ?? '').error).toHaveLength(5);
});

test('lines below the level are not written', () => {
  const { lines, log } = listening('warn');
  log.info('deadline-fired');
  log.warn('deadline-late');
  expect(lines).toHaveLength(1);
});

test('a request is logged by the pattern of its route', () => {
  const answered = { method: 'GET', status: 200, ms: 3.7, requestId: 'req-1' };
  expect(requestFields({ ...answered, route: '/l/:token' })).toMatchObject({ route: '/l/:token', ms: 4 });
  const { lines, log } = listening();
  log.info('http-answered', requestFields({ ...answered, route: undefined }));
  log.info('http-answered', requestFields({ ...answered, route: '/api/v1/cases/:caseId/responses' }));
  log.info('http-answered', requestFields({ ...answered, route: `/l/${TOKEN}` }));
  log.info('http-answered', requestFields({ ...answered, route: '/search?q=pat' }));
  expect(lines.map((line) => JSON.parse(line).route)).toEqual([
    'none',
    '/api/v1/cases/:caseId/responses',
    '[withheld]',
    '[withheld]',
  ]);
});

const fieldNames = (): readonly string[] => [
  ...['contract', 'caseId', 'customerId', 'personId', 'deliveryId', 'jobId', 'requestId', 'queue'],
  ...['command', 'event', 'means', 'result', 'reason', 'role', 'kind', 'version', 'signal', 'method'],
  ...['route', 'status', 'port', 'level', 'sequence', 'attempt', 'count', 'bytes', 'ms', 'latenessMs'],
];

/** As a database fails: what it could not store stands in the message and in the detail. */
function failing(secret: string): Error {
  const cause = Object.assign(new TypeError(`cannot store ${secret}`), {
    code: '23505',
    detail: secret,
    table: 'delivery',
    constraint: 'delivery_pkey',
  });
  return new Error(`while telling ${secret}`, { cause });
}
