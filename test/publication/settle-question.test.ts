import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/plan/check.ts';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { settleQuestion } from '../../src/core/publication/settle-question.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { planText, planWith } from '../build/plan.ts';
import { ROOT } from '../check/source.ts';
import { DOCUMENTS } from '../intake/documents.ts';

const HOW = { by: ['paula'], date: '2026-11-30', because: 'Both parties read it so' };

const questionsIn = (text: string) => parse(text).value.questions ?? [];
const settle = (text: string, question: number, reading: number) =>
  settleQuestion(text, { question, reading, ...HOW });

/** Every reading of every open question of a text, as places in its lists from 0 and 1. */
const readingsIn = (text: string) =>
  questionsIn(text).flatMap(({ about, readings = [], settled }, question) =>
    settled ? [] : readings.map(({ value }, at) => ({ about, value, question, reading: at + 1 })),
  );

/** What is said about the questions and the shape of a text. */
const said = (text: string): readonly string[] =>
  [...parse(text).findings, ...check(text).findings]
    .map(({ code }) => code)
    .filter((code) => /^(?:question-(?!open)|plan-|step-condition|step-since|step-silence)/.test(code));

const draftOf = async (bytes: Uint8Array): Promise<string> => {
  const { report, problem } = await readDocument(bytes, ' A draft');
  if (!report) throw new Error(problem.code);
  return report.draft;
};
const documentNamed = async (name: string): Promise<string> =>
  draftOf((await DOCUMENTS.find((one) => one.name === name)?.bytes()) ?? new Uint8Array());

describe('each reading of each question can be settled on', () => {
  test.each(DOCUMENTS)('of the draft of $name', async ({ bytes }) => {
    const draft = await draftOf(await bytes());
    const before = said(draft);
    for (const { about, value, question, reading } of readingsIn(draft)) {
      const { text, problem } = settle(draft, question, reading);
      expect([about, value, problem]).toEqual([about, value, undefined]);
      expect(said(text ?? '')).toEqual(before);
      expect(questionsIn(text ?? '')[question]).toMatchObject({ about, taken: reading, settled: HOW });
    }
  });

  test.each(['calnet-3-category-9.1.uncured', 'everything'])('of the sample %s', (name) => {
    const plan = readFileSync(`${ROOT}plans/${name}.plan.yaml`, 'utf8');
    const before = said(plan);
    for (const { about, value, question, reading } of readingsIn(plan)) {
      const { text, problem } = settle(plan, question, reading);
      expect([about, value, problem]).toEqual([about, value, undefined]);
      expect(said(text ?? '')).toEqual(before);
    }
  });

  test.each(DOCUMENTS)('of the draft of $name, its last ones one after the other', async ({ bytes }) => {
    let draft = await draftOf(await bytes());
    for (let open = readingsIn(draft); open.length > 0; open = readingsIn(draft)) {
      const [first] = open;
      const last = open.findLast(({ question }) => question === first?.question);
      const { text = '' } = settle(draft, last?.question ?? 0, last?.reading ?? 0);
      expect(readingsIn(text).length).toBeLessThan(open.length);
      draft = text;
    }
    expect(check(draft).findings.filter(({ code }) => code.startsWith('question-'))).toEqual([]);
  });
});

/** A text with a question, settled on one of its readings. */
function settled(text: string, about: string, reading: number): string {
  const question = questionsIn(text).findIndex((one) => one.about === about);
  return settle(text, question, reading).text ?? 'not written';
}
/** The lines that the second text has and the first has not. */
function newLines(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !known.has(line) && !/^ +(?:taken|settled|by|- paula|date|because)/.test(line));
}

describe('a comment of where a value was read', () => {
  test('comes to say where the reading stands that holds', async () => {
    const twin = await documentNamed('twin');
    const about = 'contacts.customer-support-center.office';
    expect(newLines(twin, settled(twin, about, 2))).toEqual(['    office: +1 800-555-0150 # line 58']);
    expect(newLines(twin, settled(twin, about, 1))).toEqual([]);
  });

  test('moves where somebody had written the other value by hand already', async () => {
    const twin = (await documentNamed('twin')).replace('office: +1 800-555-0100', 'office: +1 800-555-0150');
    const after = settled(twin, 'contacts.customer-support-center.office', 2);
    expect(after).toContain('    office: +1 800-555-0150 # line 58\n');
  });

  test('goes where the reading that holds has none', () => {
    const text = askedAbout('contract.title', ['Sample contract', 'Other'], (it) => {
      it.questions![0]!.readings![0]!.place = 'line 3';
    }).replace('title: Sample contract', 'title: Sample contract # line 3');
    expect(settled(text, 'contract.title', 2)).toContain('title: Other\n');
  });

  test('stays where it says anything else', () => {
    const text = askedAbout('contract.title', ['Sample contract', 'Other'], () => {}).replace(
      'title: Sample contract',
      'title: Sample contract # of the cover',
    );
    expect(settled(text, 'contract.title', 2)).toContain('title: Other # of the cover\n');
  });

  test('moves beside a list too, which stays in its lines', async () => {
    const after = settled(await documentNamed('twice'), 'tracks.outages.steps.2.means', 2);
    expect(after).toContain('        means:\n          # line 23\n          - email\n');
  });
});

test('who stands at a level is settled on one listing of the levels, or on all of them', async () => {
  const listing = (name: string) => `Level 1: Help Desk, 209-555-0120\n\nLevel 2: ${name}, 209-555-0121\n\n`;
  const text = `# Plan\n\n${listing('Ann Marlow')}## Numbers\n\n${listing('Bo Lind')}`;
  const draft = await draftOf(new TextEncoder().encode(text));
  const reachAfter = (reading: number) =>
    parse(settled(draft, 'levels.2.reach', reading)).value.levels?.[1]?.reach;
  expect([1, 2, 3].map(reachAfter)).toEqual([['contact-2'], ['contact-2-2'], ['contact-2', 'contact-2-2']]);
});

/** The sound plan with a question about one place. */
function askedAbout(
  about: string,
  values: readonly (string | string[])[],
  change: (plan: Plan) => void = () => {},
): string {
  return planText(
    planWith((it) => {
      it.questions = [
        {
          ...{ about, taken: 1, quote: 'as the paper has it', place: 'page 4' },
          readings: values.map((value) => ({ value })),
        },
      ];
      change(it);
    }),
  );
}
const planSettled = (text: string, reading = 2): Plan =>
  parse(settled(text, questionsIn(text)[0]?.about ?? '', reading)).value;

describe('who stands at a level', () => {
  test('is put in the place of whom the other reading names, and others stay', () => {
    const text = askedAbout('levels.3', ['Cy Example', 'Ana Example'], (it) => {
      it.levels![2]!.reach = ['bo', 'cy'];
    });
    expect(planSettled(text).levels?.[2]).toMatchObject({ title: 'Director', reach: ['bo', 'ana'] });
  });

  test('is somebody new with gaps where the plan does not know the name: the numbers of another are not theirs', async () => {
    const twin = await documentNamed('twin');
    const after = settled(twin, 'levels.3', 2);
    expect(newLines(twin, after)).toEqual([
      '  contact-3:',
      '    name: Jory Pellinger # line 58',
      '    title: null',
      '    office: null',
      '    email: null',
      '      - contact-3',
    ]);
    expect(parse(after).value.contacts?.['contact-3']).toEqual({ kind: 'person', name: 'Jory Pellinger' });
    const gaps = check(after).findings.filter(({ code }) => code === 'contact-field-missing');
    expect(gaps.filter(({ path }) => path[1] === 'contact-3')).toHaveLength(3);
  });

  test('is no person of whom only a desk is known, and has an id that is free', () => {
    const text = askedAbout('levels.1', ['Support desk', 'Zoe Example'], (it) => {
      it.levels![0] = { title: 'Desk', reach: ['desk'] };
      it.contacts!['contact-1'] = { kind: 'person', name: 'Somebody else' };
    });
    const after = planSettled(text);
    expect(after.levels?.[0]?.reach).toEqual(['contact-1-2']);
    expect(after.contacts?.['contact-1-2']).toEqual({ name: 'Zoe Example' });
  });

  test('comes first where none of the others is named', () => {
    const text = askedAbout('levels.2', ['Zoe Example', 'cy']);
    expect(planSettled(text).levels?.[1]?.reach).toEqual(['cy', 'bo']);
    const empty = askedAbout('levels.2', ['Zoe Example', 'cy'], (it) => {
      it.levels![1] = { title: 'Second' };
    });
    expect(planSettled(empty).levels?.[1]?.reach).toEqual(['cy']);
  });
});

const WHEN = 'tracks.service.steps.3.when';
const WHEN_2 = 'tracks.service.steps.2.when';
const stepOf = (plan: Plan, level: number) => plan.tracks?.service?.steps?.[level - 1];

describe('what a step waits for', () => {
  test('is written to the one of several conditions that has another reading', () => {
    const text = askedAbout(WHEN, ['allSilent', 'anySilent']);
    expect(stepOf(planSettled(text), 3)?.when).toEqual([
      { anySilent: [1, 2], for: '8 hours', calendar: 'always' },
      { unsatisfiedFor: '12 hours', calendar: 'always', since: 'levelBelow' },
    ]);
    const one = askedAbout(`${WHEN}.1`, ['allSilent', 'anySilent']);
    expect(stepOf(planSettled(one), 3)?.when).toMatchObject([{ anySilent: [1, 2] }, {}]);
  });

  test('is a span where the readings are spans', () => {
    const text = askedAbout(WHEN, ['8 hours', '6 hours']);
    expect(stepOf(planSettled(text), 3)?.when).toMatchObject([
      { for: '6 hours' },
      { unsatisfiedFor: '12 hours' },
    ]);
  });

  test('becomes silence of the level below, and which levels is asked next', () => {
    const text = askedAbout(WHEN, ['unsatisfiedFor', 'allSilent'], (it) => {
      it.tracks!.service!.steps![2]!.when = {
        ...{ unsatisfiedFor: '12 hours', calendar: 'always', since: 'opened' },
      };
      it.questions!.push(
        { about: `${WHEN}.since`, readings: [{ value: 'opened' }, { value: 'levelBelow' }], taken: 1 },
        {
          about: `${WHEN}.unsatisfiedFor`,
          readings: [{ value: '12 hours' }, { value: '1 day' }],
          taken: 1,
        },
      );
    });
    const after = planSettled(text);
    expect(stepOf(after, 3)?.when).toEqual({ allSilent: [2], for: '12 hours', calendar: 'always' });
    expect(after.questions?.slice(1)).toMatchObject([
      { about: `${WHEN}.for` },
      {
        ...{ about: `${WHEN}.allSilent`, quote: 'as the paper has it', place: 'page 4', taken: 1 },
        readings: [{ value: ['2'] }, { value: ['1', '2'] }],
      },
    ]);
    const both = settled(settled(text, WHEN, 2), `${WHEN}.allSilent`, 2);
    expect(stepOf(parse(both).value, 3)?.when).toMatchObject({ allSilent: [1, 2] });
    expect(said(both)).toEqual([]);
  });

  test('becomes silence of the only level below, and nothing is left to ask', () => {
    const after = planSettled(askedAbout(WHEN_2, ['unsatisfiedFor', 'allSilent']));
    expect(stepOf(after, 2)?.when).toEqual({ allSilent: [1], for: '4 hours', calendar: 'always' });
    expect(after.questions).toHaveLength(1);
  });

  test('becomes dissatisfaction, and what it counts from is asked next where there are two ways', () => {
    const silent = (level: number) => (it: Plan) => {
      const below = level === 3 ? [1, 2] : [1];
      it.tracks!.service!.steps![level - 1]!.when = { allSilent: below, for: '8 hours', calendar: 'always' };
    };
    const waits = { unsatisfiedFor: '8 hours', calendar: 'always', since: 'opened' };
    const third = planSettled(askedAbout(WHEN, ['allSilent', 'unsatisfiedFor'], silent(3)));
    expect(stepOf(third, 3)?.when).toEqual(waits);
    expect(third.questions?.slice(1)).toMatchObject([
      { about: `${WHEN}.since`, readings: [{ value: 'opened' }, { value: 'levelBelow' }] },
    ]);
    const second = planSettled(askedAbout(WHEN_2, ['allSilent', 'unsatisfiedFor'], silent(2)));
    expect([stepOf(second, 2)?.when, second.questions?.length]).toEqual([waits, 1]);
  });
});

describe('other values', () => {
  test.each([
    [
      'calendars.business.week',
      ['mon-fri 08:00-17:00', 'mon-sat 09:00-18:00'],
      { 'mon-sat': ['09:00-18:00'] },
    ],
    ['requirements.levels', ['3', '4'], 4],
    ['requirements.posting.within.days', ['90', '45'], 45],
    ['requirements.contactFields', [['office', 'mobile'], ['office']], ['office']],
    ['tracks.service.steps.3.when.1.allSilent', [['1', '2'], ['2']], [2]],
    ['contract.term.until', ['2029-06-30', '2027-12-31'], '2027-12-31'],
  ] as const)('%s comes to what its place has room for', (about, values, expected) => {
    const text = askedAbout(
      about,
      values.map((value) => (typeof value === 'string' ? value : [...value])),
    );
    const plan: unknown = planSettled(text);
    const path = about.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part));
    expect(path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], plan)).toEqual(
      expected,
    );
  });

  test.each([
    ['contract.term', ['five years', 'ten years']],
    ['contract.executed', ['2026-06-15', 'in June']],
    ['calendars.business.week', ['mon-fri 08:00-17:00', 'mon-fri in the morning']],
    [WHEN, ['soon', 'later']],
    ['tracks.service.steps.2.means', ['call', 'carrier pigeon']],
  ])('%s is not written where the reading is nothing that can stand there', (about, values) => {
    expect(settle(askedAbout(about, values), 0, 2)).toEqual({ problem: 'notWritten' });
  });

  test('what an alias stands for is not written behind its back', () => {
    const text = askedAbout('tracks.billing.steps.2.when', ['unsatisfiedFor', 'allSilent'])
      .replace(/when:(\n +unsatisfiedFor: 4 hours)/, 'when: &one$1')
      .replace(
        /when:\n +unsatisfiedFor: 1 business day\n +calendar: business\n +since: opened/,
        'when: *one',
      );
    expect([text.includes('&one'), text.includes('*one')]).toEqual([true, true]);
    expect(settle(text, 0, 2)).toEqual({ problem: 'notWritten' });
  });
});
