import { expect, test } from 'vitest';
import { play } from './play.ts';

const PLAN = 'plans/minimal.plan.yaml';
const scenario = (more: string): string => `
track: trouble
customer: dana
openedAt: 2026-12-25T02:10
until: 2026-12-25T06:20
${more}
`;
const reaching = `
reaching:
  carriers: [email, call]
  people:
    lead: { rules: [{ from: "22:00", until: "06:00", tries: [{ means: call, afterMinutes: 0 }], againMinutes: 10 }] }
`;

const played = (more: string, ...flags: readonly string[]) =>
  play(['simulate', PLAN, '-', ...flags], { stdin: scenario(more) });

interface Line {
  readonly at: string;
  readonly type?: string;
  readonly tried?: { readonly level: number; readonly contact: string; readonly means: readonly string[] };
}

test('a played case says whom Ladder would try in the first hour of each level, in its place', async () => {
  const { exit, out } = await played(reaching);
  expect(exit).toBe(0);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  const tried = lines.flatMap((line) => (line.tried ? [{ at: line.at, ...line.tried }] : []));
  expect(tried[0]).toEqual({ at: '2026-12-25T10:10:00.000Z', level: 1, contact: 'lead', means: ['call'] });
  expect(tried.filter(({ level, at }) => level === 1 && at >= '2026-12-25T11:10')).toEqual([]);
});

test('whoever answers is tried no more', async () => {
  const answer = `then: [{ at: 2026-12-25T02:22, as: lead, do: acknowledge }]`;
  const { out } = await played(`${reaching}${answer}`, '--story');
  expect(out).toContain('Fri 25 Dec, 2:20 am  Ladder would try Corin Ashdown, by call, for level 1.\n');
  expect(out).not.toContain('2:30 am  Ladder would try');
  expect(out).not.toContain('Harbor Lines service desk, by');
});

test('without rules of notices nothing of that is played, and rules that go too far are refused', async () => {
  expect((await played('')).out).not.toContain('tried');
  const late = 'reaching: { people: { lead: { rules: [{ tries: [], againMinutes: 31 }] } } }';
  const { exit, err } = await played(late);
  expect([exit, err.includes('The next round would come after 31 minutes.')]).toEqual([2, true]);
});
