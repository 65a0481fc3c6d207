import { describe, expect, test } from 'vitest';
import { play } from '../../test/cli/play.ts';

const PLAN = 'plans/calnet-3-category-9.1.plan.yaml';
const SOUND = `track: service-impacting
openedAt: 2026-11-20T16:30-08:00
until: 2026-11-20T21:00-08:00
`;
/** A scenario from standard input, on the sample plan. */
const simulated = (stdin: string, ...options: string[]) =>
  play(['simulate', PLAN, '-', ...options], { stdin });
const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a scenario that can be played', () => {
  test('prints its events in order, one JSON object a line, and exits 0', async () => {
    const { exit, out, err } = await simulated(SOUND);
    expect([exit, err]).toEqual([0, '']);
    expect(lines(out)[0]).toMatchObject({
      ...{ at: '2026-11-21T00:30:00.000Z', type: 'CaseOpened', actor: 'customer', by: 'customer' },
    });
    expect(lines(out).at(-1)).toMatchObject({
      ...{ type: 'StepFellDue', actor: 'customer', by: 'ladder', step: 'service-impacting/2', level: 2 },
      ...{ dueAt: '2026-11-21T04:30:00.000Z', latenessMs: 0 },
    });
  });
  test('has every time of a line as an instant in UTC', async () => {
    const { out } = await simulated(SOUND);
    for (const line of lines(out)) {
      for (const [key, value] of Object.entries(line)) {
        if (/^at$|At$/.test(key)) expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }
    }
  });
  test('takes times without an offset from the clocks of the contract', async () => {
    const { out } = await simulated(SOUND.replaceAll('-08:00', ''));
    expect(out).toBe((await simulated(SOUND)).out);
  });
  test('may be JSON', async () => {
    const json = JSON.stringify({
      ...{ track: 'service-impacting', openedAt: '2026-11-20T16:30-08:00', until: '2026-11-20T21:00-08:00' },
    });
    expect((await simulated(json)).out).toBe((await simulated(SOUND)).out);
  });
  test('is played on the plan it names, by its own place', async () => {
    const alone = await play(['simulate', 'scenarios/a.scenario.yaml']);
    const both = await play(['simulate', PLAN, 'scenarios/a.scenario.yaml']);
    expect(alone.exit).toBe(0);
    expect(alone.out).toBe(both.out);
  });
  test('prints a refusal in its place, with a code and words, and goes on', async () => {
    const { exit, out } = await simulated(`${SOUND}then:
  - { at: 2026-11-20T17:00-08:00, as: customer, do: escalate, level: 2 }
  - { at: 2026-11-20T18:00-08:00, as: customer, do: ask }
`);
    expect(exit).toBe(0);
    const refused = lines(out).filter((line) => 'refused' in line);
    expect(refused).toEqual([
      {
        ...{ at: '2026-11-21T01:00:00.000Z', refused: 'case-step-too-early' },
        message: expect.stringContaining('from Fri 20 Nov 2026, 8:30 pm'),
      },
    ]);
    expect(out).toContain('CustomerAsked');
  });
  test('is told as a story that ends with what the case waits for', async () => {
    const { exit, out } = await simulated(SOUND, '--story');
    expect(exit).toBe(0);
    expect(out).not.toContain('{');
    expect(out.trimEnd().split('\n\n')).toHaveLength(2);
  });
});

describe('who does it', () => {
  const done = async (as: string, command: string) => {
    const { out } = await simulated(`${SOUND}directory: { account-manager: kim }
then:
  - { at: 2026-11-20T17:00-08:00, as: ${as}, do: ${command} }
`);
    const [line] = lines(out).filter(({ at, by }) => at === '2026-11-21T01:00:00.000Z' && by !== 'ladder');
    return line;
  };
  test.each([
    ['customer', 'ask', { actor: 'customer', by: 'customer' }],
    ['desk', 'ask', { actor: 'customer', by: 'desk', onBehalfOf: 'customer' }],
    ['desk', 'respond', { actor: 'contractor', by: 'desk' }],
    ['contractor', 'update', { actor: 'contractor', by: 'contractor' }],
    ['oversight', "addNote, text: 'Seen'", { actor: 'oversight', by: 'oversight' }],
    ['level-1', 'respond', { actor: 'contractor', by: 'kim', level: 1 }],
    ['kim', 'respond', { actor: 'contractor', by: 'kim', level: 1 }],
    ['solutions-manager', 'respond', { actor: 'contractor', by: 'solutions-manager', level: 1 }],
  ])('%s does %s', async (as, command, expected) => {
    expect(await done(as, command)).toMatchObject(expected);
  });
});

describe('a scenario that cannot be played exits with 1 and says why', () => {
  const refused = async (stdin: string) => {
    const { exit, out, err } = await simulated(stdin);
    expect([exit, out]).toEqual([1, '']);
    return err;
  };
  test.each([
    ['a key there is not', `${SOUND}opened: now\n`, 'opened'],
    ['a key of what is done there is not', `${SOUND}then: [{ at: 2026-11-20T17:00, who: dana }]\n`, 'who'],
    ['a command there is not', `${SOUND}then: [{ at: 2026-11-20T17:00, as: customer, do: shout }]\n`, 'do'],
    ['no track', 'openedAt: 2026-11-20T16:30-08:00\n', 'track'],
    ['no opening', 'track: service-impacting\n', 'openedAt'],
    ['no time of what is done', `${SOUND}then: [{ as: customer, do: ask }]\n`, 'then.1.at'],
    ['nobody who does it', `${SOUND}then: [{ at: 2026-11-20T17:00, do: ask }]\n`, 'then.1.as'],
    ['nothing that is done', `${SOUND}then: [{ at: 2026-11-20T17:00, as: customer }]\n`, 'then.1.do'],
    [
      'a move without a level',
      `${SOUND}then: [{ at: 2026-11-20T17:00, as: customer, do: escalate }]\n`,
      'then.1.level',
    ],
    ['a time that is none', SOUND.replace('16:30-08:00', 'noon'), 'openedAt'],
    [
      'a person the plan does not know',
      `${SOUND}then: [{ at: 2026-11-20T17:00, as: zoe, do: ask }]\n`,
      'zoe',
    ],
    [
      'a level the plan does not have',
      `${SOUND}then: [{ at: 2026-11-20T17:00, as: level-4, do: ask }]\n`,
      'level-4',
    ],
    [
      'a stop of the engine that ends before it begins',
      `${SOUND}engineDown: [[2026-11-20T21:00, 2026-11-20T20:00]]\n`,
      'engineDown.1',
    ],
    ['an end before the opening', SOUND.replace('20T21:00', '20T16:00'), 'until'],
    [
      'a field that the command does not take',
      `${SOUND}then: [{ at: 2026-11-20T17:00, as: customer, do: ask, level: 2 }]\n`,
      'then.1.level',
    ],
  ])('%s', async (_, stdin, named) => {
    expect(await refused(stdin)).toContain(named);
  });
  test('a track the plan does not have is a refusal of the opening', async () => {
    const { exit, out } = await simulated(SOUND.replace('service-impacting', 'repairs'));
    expect(exit).toBe(0);
    expect(lines(out)).toMatchObject([{ refused: 'case-track-unknown' }]);
  });
  test('a plan on which no clock can be counted', async () => {
    const stdin = 'ladder: 1\ncontract: { id: x }\n';
    const { exit, err } = await play(['simulate', '-', 'scenarios/a.scenario.yaml'], { stdin });
    expect(exit).toBe(1);
    expect(err).toContain('timeZone');
  });
});

test.each([
  ['no file', ['simulate'], 2],
  ['a third file', ['simulate', PLAN, 'scenarios/a.scenario.yaml', 'again'], 2],
  ['an option there is not', ['simulate', PLAN, 'scenarios/a.scenario.yaml', '--loud'], 2],
])('%s is misuse', async (_, args, expected) => {
  const { exit, out, err } = await play(args);
  expect([exit, out]).toEqual([expected, '']);
  expect(err).not.toBe('');
});
test('a scenario alone that names no plan is misuse: the line must name it', async () => {
  const { exit, err } = await play(['simulate', '-'], { stdin: SOUND });
  expect(exit).toBe(2);
  expect(err).toContain('ladder simulate PLAN SCENARIO');
});
test('a file there is not is misuse', async () => {
  const { exit, err } = await play(['simulate', 'nowhere.scenario.yaml']);
  expect(exit).toBe(2);
  expect(err).toContain('nowhere.scenario.yaml');
});
