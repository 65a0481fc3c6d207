import { describe, expect, test } from 'vitest';
import { parse } from '../reading/parse.ts';
import { valueAt } from '../reading/path.ts';
import { shownIn } from './field-value.ts';
import { entriesOf, NEW_ENTRY, type PlanPart, partForm } from './part-form.ts';
import { removeEntry, writeEntry } from './write-entry.ts';

const TEXT = `# The plan of the harbour.
ladder: 1
contract: { id: harbour, timeZone: America/Los_Angeles }
calendars:
  always: { hours: always }
  business: # as the office is open
    week: { mon-fri: ["08:00-17:00"] }
    businessDay: same-time
    holidays: { use: us-federal, add: [], remove: [] }
contacts:
  # Who is rung first.
  ana:
    kind: person
    name: Ana Example
    office: "+1 916-555-0142" # the old exchange
    mobile: null
  bo: { kind: person, name: Bo Example }
levels:
  - title: First
    reach: [ana] # until spring
tracks:
  service:
    title: Service
    steps:
      - { level: 1, actor: customer, means: [call] }
      - level: 2
        actor: customer
        when: { unsatisfiedFor: 4 hours, calendar: always, since: opened }
      - level: 3
        actor: oversight
        when:
          - { allSilent: [1, 2], for: 1 business day, calendar: business }
          - { unsatisfiedFor: 2 business days, calendar: business, since: levelBelow }
obligations:
  - { id: posted, kind: deliverable, title: Posted, due: { days: 90, after: execution }, owner: contractor }
`;

/** What the form of an entry shows, with some of it typed anew. */
function typedInto(part: PlanPart, key: string, changes: Readonly<Record<string, string>>, text = TEXT) {
  const { value: plan } = parse(text);
  const form = partForm(plan, part, key)!;
  const shown = Object.fromEntries(
    form.fields.map((field) => [
      field.input,
      form.isNew ? '' : shownIn(field, valueAt(plan, [...form.path, ...field.path])),
    ]),
  );
  return { form, typed: { ...shown, ...changes } };
}

const write = (part: PlanPart, key: string, changes: Readonly<Record<string, string>>, text = TEXT) => {
  const { form, typed } = typedInto(part, key, changes, text);
  return writeEntry(text, form, typed);
};

/** A text without the blanks that a list may be written with. */
const tight = (text: string): string => text.replaceAll(/([[{]) | (?=[\]}])/g, '$1');
/** The lines that are other in the second text. */
const changedLines = (text: string | undefined): readonly string[] => {
  const known = new Set(tight(TEXT).split('\n'));
  return tight(text ?? '')
    .split('\n')
    .filter((line) => !known.has(line) && !/^ *(?:business:|# as the office is open)$/.test(line));
};

describe('an entry written back', () => {
  test.each([
    ['contacts', 'ana'],
    ['contacts', 'bo'],
    ['levels', '1'],
    ['tracks', 'service'],
    ['calendars', 'always'],
    ['calendars', 'business'],
    ['obligations', '1'],
  ] as const)('as it was shown, %s %s changes nothing', (part, key) => {
    expect(write(part, key, {})).toEqual({ text: TEXT });
  });

  test.each([
    [
      'a number',
      'contacts',
      'ana',
      { office: '+1 916-555-0150' },
      '    office: "+1 916-555-0150" # the old exchange',
    ],
    ['what was missing', 'contacts', 'ana', { mobile: '+1 916-555-0143' }, '    mobile: +1 916-555-0143'],
    ['what is gone', 'contacts', 'ana', { name: '' }, '    name: null'],
    ['a row', 'levels', '1', { reach: 'bo\nana' }, '    reach: [bo, ana] # until spring'],
    [
      'a span of a condition',
      'tracks',
      'service',
      { 'step-3-2-unsatisfiedFor': '3 business days' },
      '          - { unsatisfiedFor: 3 business days, calendar: business, since: levelBelow }',
    ],
    [
      'levels that are silent',
      'tracks',
      'service',
      { 'step-3-1-silentLevels': '2' },
      '          - { allSilent: [2], for: 1 business day, calendar: business }',
    ],
    ['a rule', 'obligations', '1', { due: '2026-12-15' }, undefined],
  ] as const)('%s is written to its place, and nothing else', (_what, part, key, changes, line) => {
    const { text } = write(part, key, changes);
    expect(changedLines(text)).toHaveLength(1);
    if (line !== undefined) expect(changedLines(text)).toEqual([tight(line)]);
    for (const comment of ['# The plan of the harbour.', '# Who is rung first.', '# as the office is open'])
      expect(text).toContain(comment);
  });

  test('what is changed loses where a document says it, and nothing else does', () => {
    const read = TEXT.replace('name: Ana Example', 'name: Ana Example # page 1, line 4').replace(
      '# the old exchange',
      '# line 5',
    );
    const { text } = write('contacts', 'ana', { office: '+1 916-555-0177' }, read);
    expect(text).toContain('    name: Ana Example # page 1, line 4\n    office: "+1 916-555-0177"\n');
  });

  test('hours, holidays and exceptions are read line by line', () => {
    const { text } = write('calendars', 'business', {
      week: 'mon-thu: 08:00-12:00, 13:00-17:00\nfri: 08:00-12:00',
      holidaysAdd: '2026-12-24 Christmas Eve\n2026-12-31',
      exceptions: '2026-12-23: 08:00-12:00\n2026-12-30: closed',
      normalDay: '8 hours',
    });
    expect(parse(text ?? '').value.calendars?.business).toEqual({
      week: { 'mon-thu': ['08:00-12:00', '13:00-17:00'], fri: ['08:00-12:00'] },
      businessDay: 'same-time',
      normalDay: '8 hours',
      holidays: {
        use: 'us-federal',
        add: [{ date: '2026-12-24', name: 'Christmas Eve' }, '2026-12-31'],
        remove: [],
      },
      exceptions: { '2026-12-23': ['08:00-12:00'], '2026-12-30': [] },
    });
    const again = typedInto('calendars', 'business', {}, text);
    expect(writeEntry(text ?? '', again.form, again.typed)).toEqual({ text });
  });

  test('a new contact, level and obligation are added at the end', () => {
    const one = write('contacts', NEW_ENTRY, {
      id: 'cy',
      kind: 'desk',
      name: 'Cy',
      email: 'cy@agency.example',
    });
    expect(parse(one.text ?? '').value.contacts?.cy).toEqual({
      ...{ kind: 'desk', name: 'Cy', email: 'cy@agency.example' },
    });
    const two = write('levels', NEW_ENTRY, { title: 'Second', reach: 'bo' });
    expect(parse(two.text ?? '').value.levels?.[1]).toEqual({ title: 'Second', reach: ['bo'] });
    const three = write('obligations', NEW_ENTRY, { id: 'kept', due: 'every 90 days, after publication' });
    expect(parse(three.text ?? '').value.obligations?.[1]).toEqual({
      ...{ id: 'kept', due: { every: '90 days', after: 'publication' } },
    });
  });

  test('a part that is not there yet begins with its first entry', () => {
    const bare = 'ladder: 1\nlevels: null\n';
    expect(write('levels', NEW_ENTRY, { title: 'First' }, bare).text).toContain('title: First');
    expect(write('contacts', NEW_ENTRY, { id: 'ana', name: 'Ana' }, bare).text).toContain('name: Ana');
  });

  test('an entry is taken out, and the others stay', () => {
    const { value: plan } = parse(TEXT);
    const text = removeEntry(TEXT, partForm(plan, 'contacts', 'bo')!) ?? '';
    expect(entriesOf(parse(text).value, 'contacts')).toEqual(['ana']);
    expect(text).toContain('# Who is rung first.');
  });
});

describe('what is no value of its field', () => {
  test.each([
    ['contacts', 'ana', 'office', '555', 'telephone'],
    ['contacts', 'ana', 'email', 'ana at home', 'mail'],
    ['contacts', 'ana', 'name', 'two\nlines', 'line'],
    ['contacts', 'ana', 'name', 'a\u0000b', 'line'],
    ['contacts', 'ana', 'kind', 'robot', 'one'],
    ['contacts', 'ana', 'deputy', 'nobody', 'one'],
    ['contacts', 'ana', 'quietHours', 'nights', 'week'],
    ['levels', '1', 'reach', 'ana\nnobody', 'one'],
    ['levels', '1', 'responsibility', '\ud800', 'text'],
    ['tracks', 'service', 'step-2-1-unsatisfiedFor', '4 moons', 'span'],
    ['tracks', 'service', 'step-3-1-silentLevels', 'one', 'levels'],
    ['tracks', 'service', 'step-2-1-calendar', 'lunar', 'one'],
    ['calendars', 'business', 'week', 'mon-fri 08:00', 'week'],
    ['calendars', 'business', 'week', 'mon: 08:00-12:00\nmon: 13:00-17:00', 'week'],
    ['calendars', 'business', 'exceptions', '2026-02-30: 08:00-12:00', 'exceptions'],
    ['calendars', 'business', 'holidaysAdd', 'Christmas', 'holidays'],
    ['calendars', 'business', 'timeZone', 'Nowhere/Land', 'zone'],
    ['obligations', '1', 'due', 'soon', 'due'],
    ['obligations', '1', 'due', 'days 90, days 91', 'due'],
    ['obligations', '1', 'remind', '0', 'days'],
    ['contacts', NEW_ENTRY, 'id', '', 'missing'],
    ['contacts', NEW_ENTRY, 'id', 'ana', 'taken'],
    ['contacts', NEW_ENTRY, 'id', '__proto__', 'id'],
    ['obligations', NEW_ENTRY, 'id', 'posted', 'taken'],
  ] as const)('%s %s %s: %j', (part, key, input, value, problem) => {
    const written = write(part, key, { [input]: value });
    expect(written.wrong).toEqual([{ input, problem, value }]);
  });

  test('is named field by field, all at once', () => {
    const { wrong } = write('contacts', 'ana', { office: '1', email: 'x' });
    expect(wrong?.map(({ input }) => input)).toEqual(['office', 'email']);
  });

  test('in a text that is broken nothing is written', () => {
    expect(partForm(parse('contacts: [').value, 'contacts', 'ana')).toBeUndefined();
    const { form, typed } = typedInto('contacts', 'ana', { name: 'Other' });
    expect(writeEntry(`${TEXT}contacts: {`, form, typed).wrong).toEqual([
      expect.objectContaining({ problem: 'notWritten' }),
    ]);
  });

  test.each([['a word'], ['- a list'], ['']])('where the text is %j, nothing breaks', (text) => {
    const { form, typed } = typedInto('contacts', NEW_ENTRY, { id: 'cy', name: 'Cy', kind: 'person' });
    const { wrong, text: written } = writeEntry(text, form, typed);
    if (text === '') expect(valueAt(parse(written!).value, ['contacts', 'cy', 'name'])).toBe('Cy');
    else expect(wrong).toEqual([expect.objectContaining({ problem: 'notWritten' })]);
  });

  test('what an alias stands for is not written behind its back', () => {
    const aliased = 'ladder: 1\ncontacts:\n  ana: &one { kind: person, name: Ana }\n  bo: *one\n';
    expect(write('contacts', 'bo', { name: 'Bo' }, aliased).wrong).toEqual([
      expect.objectContaining({ problem: 'notWritten' }),
    ]);
  });

  test.each([
    ['contacts', 'nobody'],
    ['levels', '2'],
    ['levels', '0'],
    ['obligations', 'posted'],
  ] as const)('there is no form of %s %s', (part, key) => {
    expect(partForm(parse(TEXT).value, part, key)).toBeUndefined();
  });
});

describe('what is not in the plan yet', () => {
  const STEP_4 = {
    'step-4-actor': 'customer',
    'step-4-means': 'call\nemail',
    'step-4-1-allSilent': '2, 3',
    'step-4-1-silentFor': '2 hours',
    'step-4-1-calendar': 'business',
  };
  const WITH_4 = TEXT.replace('reach: [ana] # until spring', 'reach: [ana]\n  - {}\n  - {}\n  - {}');
  const stepsIn = (text: string | undefined, track = 'service'): unknown =>
    parse(text ?? '').value.tracks?.[track]?.steps;

  test('a step to the next level is added with its level, and only where something is said of it', () => {
    expect(stepsIn(write('tracks', 'service', STEP_4, WITH_4).text)).toMatchObject([
      ...[{ level: 1 }, { level: 2 }, { level: 3 }],
      {
        ...{ level: 4, actor: 'customer', means: ['call', 'email'] },
        when: { allSilent: [2, 3], for: '2 hours', calendar: 'business' },
      },
    ]);
    expect(write('tracks', 'service', {}, WITH_4).text).toBe(WITH_4);
    expect(typedInto('tracks', 'service', {}).form.fields.map(({ input }) => input)).not.toContain(
      'step-4-actor',
    );
  });

  test('a step that waits for nothing gets its condition, one that waits gets another, and comments stay', () => {
    const bare = TEXT.replace('when: { unsatisfiedFor: 4 hours, calendar: always, since: opened }', '');
    const first = { 'step-2-1-unsatisfiedFor': '1 hour', 'step-2-1-calendar': 'always' };
    expect(stepsIn(write('tracks', 'service', first, bare).text)).toMatchObject([
      { level: 1 },
      { level: 2, when: { unsatisfiedFor: '1 hour', calendar: 'always' } },
      { level: 3 },
    ]);
    const text = TEXT.replace('when: { unsatisfiedFor', 'when: # agreed in May\n          { unsatisfiedFor');
    const more = {
      ...{ 'step-2-1-unsatisfiedFor': '6 hours', 'step-2-2-anySilent': '1', 'step-2-2-silentFor': '2 hours' },
      ...{ 'step-2-2-calendar': 'business', 'step-3-3-allSilent': '1', 'step-3-3-silentFor': '3 hours' },
    };
    const written = write('tracks', 'service', more, text).text;
    expect(written).toContain('# agreed in May');
    expect(stepsIn(written)).toMatchObject([
      { level: 1 },
      {
        when: [
          { unsatisfiedFor: '6 hours', calendar: 'always', since: 'opened' },
          { anySilent: [1], for: '2 hours', calendar: 'business' },
        ],
      },
      { when: [{ allSilent: [1, 2] }, { unsatisfiedFor: '2 business days' }, { allSilent: [1] }] },
    ]);
  });

  test('a track is made with a step to each level, and a calendar with its hours or without end', () => {
    const track = {
      ...{ id: 'billing', title: 'Billing', 'step-1-actor': 'customer', 'step-2-actor': 'oversight' },
      ...{ 'step-2-1-unsatisfiedFor': '3 business days', 'step-2-1-since': 'opened' },
      'step-2-1-calendar': 'business',
    };
    expect(stepsIn(write('tracks', NEW_ENTRY, track, WITH_4).text, 'billing')).toEqual([
      { level: 1, actor: 'customer' },
      {
        ...{ level: 2, actor: 'oversight' },
        when: { unsatisfiedFor: '3 business days', since: 'opened', calendar: 'business' },
      },
    ]);
    const made = write('calendars', NEW_ENTRY, {
      id: 'late',
      week: 'mon-fri: 16:00-22:00',
      businessDay: 'close',
    });
    expect(parse(made.text ?? '').value.calendars?.late).toEqual({
      week: { 'mon-fri': ['16:00-22:00'] },
      businessDay: 'close',
    });
    const always = write('calendars', NEW_ENTRY, { id: 'round', hours: 'always' });
    expect(parse(always.text ?? '').value.calendars?.round).toEqual({ hours: 'always' });
    const first = write('tracks', NEW_ENTRY, { id: 'only', title: 'Only' }, 'ladder: 1\n');
    expect(parse(first.text ?? '').value.tracks).toEqual({ only: { title: 'Only' } });
  });

  test('needs a short name that is free', () => {
    const wrong = (part: PlanPart, id: string) => write(part, NEW_ENTRY, { id }).wrong?.[0];
    expect(wrong('tracks', '')).toMatchObject({ input: 'id', problem: 'missing' });
    expect(wrong('tracks', 'service')).toMatchObject({ input: 'id', problem: 'taken' });
    expect(wrong('calendars', 'business')).toMatchObject({ input: 'id', problem: 'taken' });
    expect(wrong('calendars', 'not a name')).toMatchObject({ input: 'id', problem: 'id' });
  });
});
