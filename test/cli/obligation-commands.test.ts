import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, type Person } from '../http/api-world.ts';
import { report } from '../obligation/build.ts';
import { undertakenIn } from '../obligation/undertaken-in.ts';
import { play } from './play.ts';

let api: ApiWorld;
let url: string;

beforeAll(async () => {
  api = await apiWorld();
  url = await api.server.listen({ host: '127.0.0.1', port: 0 });
  await undertakenIn(api.world, report);
  await undertakenIn(api.world, { ...report, id: 'training', dueOn: '2027-02-01' });
});
afterAll(() => api.close());

const as = (who: Person, line: readonly string[], stdin = '') =>
  play(['obligation', ...line], { stdin, env: { LADDER_URL: url, LADDER_TOKEN: api.token(who) } });

test('obligations are listed by date, all of them or some', async () => {
  const { out } = await as('olga', ['list']);
  expect(out.split('\n')).toEqual([
    'Due by the end of  How it stands  Whose move  Name               What',
    '2027-01-15         To come        Contractor  report.2027-01-15  Report on every escalation',
    '2027-02-01         To come        Contractor  training           Report on every escalation',
    '',
  ]);
  expect((await as('olga', ['list', '--show', 'late'])).out).toBe('No obligation fits\n');
  const { out: lines } = await as('olga', ['list', '--json']);
  expect(
    lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).obligation),
  ).toEqual([...['report.2027-01-15', 'training']]);
});

test('one is handed over, sent back, handed over again and accepted, and its record says so', async () => {
  const link = 'https://portal.example/report';
  const handed = await as('ana', ['deliver', report.id, '--text', '-', '--link', link], 'Here it is\n');
  expect(handed).toMatchObject({
    exit: 0,
    out: `${report.id}  Handed over  Due until the end of Fri 15 Jan 2027\n`,
  });
  expect((await as('olga', ['send-back', report.id, '--reason', 'December is missing'])).exit).toBe(0);
  const key = ['--key', 'december-1', '--text', 'With December'];
  for (const _again of [1, 2]) expect((await as('ana', ['deliver', report.id, ...key])).exit).toBe(0);
  expect((await as('olga', ['accept', report.id])).out).toContain('Accepted');
  const { out } = await as('olga', ['show', report.id]);
  expect(out).toContain('Deliverable: Report on every escalation');
  expect(out).toMatch(/Handed over \(ana\)\n {4}Here it is\n {4}https:\/\/portal\.example\/report\n/);
  expect(out).toMatch(/Sent back \(olga\)\n {4}December is missing\n/);
  expect(out.match(/Handed over \(ana\)/g)).toHaveLength(2);
});

test('a date is proposed by one party and agreed to by the other', async () => {
  const because = ['--reason', 'The rooms are closed'];
  const proposed = await as('petra', ['renegotiate', 'training', '--date', '2027-03-01', ...because]);
  expect(proposed).toMatchObject({ exit: 0, err: '' });
  expect((await as('olga', ['show', 'training'])).out).toContain(
    'The contractor proposed the date Mon 1 Mar 2027. The date stays as it is until the other party agrees.',
  );
  expect(await as('petra', ['renegotiate', 'training', '--agree'])).toMatchObject({ exit: 1 });
  expect((await as('olga', ['renegotiate', 'training', '--agree'])).out).toContain('Mon 1 Mar 2027');
  expect((await as('olga', ['show', 'training'])).out).toContain('Date of the plan: Mon 1 Feb 2027');
  expect((await as('petra', ['renegotiate', 'training', '--waive', ...because])).exit).toBe(0);
  expect((await as('petra', ['renegotiate', 'training', '--withdraw'])).exit).toBe(0);
});

test.each([
  ['what there is none of', ['show', 'nothing'], 1, 'There is no obligation “nothing” here.'],
  ['nothing to show', ['deliver', 'training'], 1, 'This is not yours to do.'],
  ['an answer where nothing is proposed', ['renegotiate', 'training', '--decline'], 1, 'does not stand'],
  ['nothing to renegotiate', ['renegotiate', 'training'], 2, '--date'],
  ['two things at once', ['renegotiate', 'training', '--waive', '--agree'], 2, '--agree'],
] as const)('refused: %s', async (_title, line, exit, says) => {
  const answer = await as('olga', line);
  expect(answer.exit).toBe(exit);
  expect(answer.err).toContain(says);
});

test('a customer sees how it stands, and not what was said', async () => {
  const { out } = await as('dana', ['show', report.id]);
  expect(out).toContain('What was handed over and said is for the parties of the contract.');
  expect(out).not.toContain('Here it is');
});
