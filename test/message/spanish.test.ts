import { expect, test } from 'vitest';
import { type Catalogue, catalogue } from '../../src/core/message/catalogue.ts';
import { parseSpan } from '../../src/core/span.ts';
import { COMPLIANCE } from './compliance-said.ts';
import { CONTACT_CHANGES } from './contacts-said.ts';
import { ENGLISH } from './english.ts';
import { DRILLS, SURE_SAID, TIME_OFF_SAID } from './page-values.ts';
import { context, reader, SHAPES, type Shape, values } from './said.ts';
import { TELEPHONE } from './telephone-said.ts';

/** Of those who write plans, keep an installation or use the terminal: they are spoken to in English. */
const ENGLISH_ONLY: ReadonlySet<string> = new Set([
  ...[
    'calendar',
    'caseTerminal',
    'cli',
    'deadline',
    'diff',
    'duty',
    'findings',
    'meters',
    'people',
    'planFormat',
  ],
  ...['record', 'running', 'settings', 'start'],
]);
const AREAS = Object.keys(catalogue('en')).filter((area) => area !== 'language') as (keyof Catalogue)[];
const SPANISH = AREAS.filter((area) => !ENGLISH_ONLY.has(area));

/** What is the same in both: names, and words that Spanish writes alike. */
const SAME: readonly RegExp[] = [
  /^(?:picture\.(title|call|sentence)|chats\.kinds\..*)$/,
  /^pages\.(site|places\.(api|plan)|placeGroups\.plan)$/,
  /^pages\.(problems\.columns\.error|clock\.spanTyped)$/,
  /^mail\.subject$/,
  /^planPage\.(history\.version|questions\.reading)$/,
  /^service\.(operations|replies|api)\b/,
  /^forecast\.reach$/,
  /^intake\.contents\./,
  /^lists\.promises\.(number|share)$/,
  /^extras\.files\.(kinds\.pdf|size)\b/,
  /^parts\.(error|frame\.errorTitle)$/,
  /^overview\.(duration|short|number)$/,
  /^drafts\.questions\.reading$/,
  /^recordPage\.one\.texts\.none$/,
  /^obligations\.roles\.none$/,
  /^contactReports\.form\.option$/,
  /^heldMails\.(likely|files\.line)$/,
];

/** Deadlines by their names, one of each kind. */
const DEADLINES = [
  ...['step/2', 'warning/2', 'pass/2', 'pauseEnd', 'reminder/1'],
  ...['acknowledgeWithin', 'respondWithin', 'updateEvery', 'longestAtLevel'].map(
    (one) => `promise/service/1/${one}`,
  ),
];

/** What a form of the page of a case is about. */
const SUBJECTS = {
  full: { automatic: 1, isEarly: true, onBehalf: true, revision: 12 },
  bare: { automatic: 0, isEarly: false, onBehalf: false, revision: 12, at: undefined },
} as const;

/** Reports of wrong contacts, of everything that can be wrong and in every way. */
const REPORTS = (['noAnswer', 'wrongPerson', 'left', 'returned', 'other'] as const).map((wrong, index) => ({
  ...{ wrong, means: (['email', 'office', 'mobile', 'contact', 'email'] as const)[index] },
  answer: (['corrected', 'confirmedRight', 'unfounded'] as const)[index % 3],
  levels: index === 0 ? [] : index === 1 ? [2] : [1, 3],
  ...{ by: index === 0 ? undefined : 'Rex', name: 'Rhea', title: 'Warden', change: 12 },
  ...{ address: index === 2 ? undefined : 'r@k.example', isProved: index % 2 === 0 },
  ...{ at: values('full').at, dueAt: values('full').dueAt, timeZone: 'America/Los_Angeles' },
  contractTitle: 'Harbour lights',
}));

/** Seats that somebody fills, or nobody, in each state. */
const SEATS = ([true, false] as const).map((isFilled) => ({
  ...{ holder: isFilled ? 'Rhea' : undefined, before: isFilled ? undefined : 'Rex', seat: 'Warden' },
  ...{ name: 'Rhea', by: 'Rex', filling: 12, contractTitle: 'Harbour lights' },
  ...{ isVacant: !isFilled, isAgreed: isFilled, at: values('full').at, dueAt: values('full').dueAt },
  timeZone: 'America/Los_Angeles',
}));

/** First arguments of sentences that are not asked for by names. */
const FIRST: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^case\.instant$/, [values('full').at]],
  [/^casePage\.(clocks\.deadline|why\.title)$/, DEADLINES],
  [/^contacts\./, CONTACT_CHANGES],
  [/^(seats|sure\.seat|sure\.seatVerdict)\./, SEATS],
  [/^contactReports\.one\.events\.ReportAnswered$/, REPORTS.slice(1)],
  [/^(contactReports|sure\.report)\./, REPORTS],
  [/^casePage\.reach\.level$/, [2]],
  [/^casePage\.reach\.number$/, ['+19165550101']],
  [/^casePage\.zone$/, ['America/Los_Angeles', 'Europe/Berlin']],
  [/^mail\.actions\./, [2, undefined]],
  [/^mail\.checkpointFooter$/, ['Harbour lights']],
  [/^mail\.telephone$/, ['+19165550101']],
  [/^mail\.(next|system\.)$/, []],
  [/^mail\.(whereYouAre)$/, [values('full').at]],
  [/^picture\.(day|month)$/, ['2026-11-26']],
  [/^picture\.(undated)$/, ['never', 'later']],
  [/^pages\.clock\.spanTyped$/, ['77']],
  [/^picture\.(call|mobile)$/, ['555-0101']],
  [/^picture\.(ownContact|otherwise)$/, ['Warden']],
  [/^picture\.sentence$/, [['Uno 1', 'Dos 2']]],
  [/^forecast\.reachDirectory$/, ['Warden']],
  [/^recordPage\.(whole\.of|one\.(missing|heading))$/, ['Noon']],
  [/^admin\.people\.seats$/, [['ana', 'bo']]],
  [/^admin\.(people|customers|tokens)\.(added|granted|withdrawn|accountSet|revokeSure|revoked)$/, ['Rhea']],
  [/^admin\.(access\..*|domains\.refusals\..*)$/, ['Rhea']],
  [/^admin\.installation\.(published|late)$/, [5_400_000]],
  [/^admin\.installation\.open$/, ['Harbour lights']],
  [/^overview\.(weekday|hour)$/, [5]],
  [/^overview\.(duration|short)$/, [7_260_000]],
  [/^overview\.number$/, [1234]],
  [/^overview\.(date|dayMonth)$/, ['2026-11-26']],
  [/^overview\.(countedAt|exports\.about|distribution\.(upTo|longer))$/, ['Noon']],
  [
    /^overview\.open\.waits$/,
    [
      { kind: 'verdict', party: 'customer' },
      { kind: 'move', party: 'oversight' },
    ],
  ],
  [/^planPage\.party$/, ['oversight']],
  [/^obligations\.date$/, ['2026-11-26']],
  [/^rota\.plan\.date$/, ['2026-11-26']],
];

/** What a sentence is said with: values by name, and all it may look up about plan, case and reader. */
function argumentsFor(path: string, shape: Shape): readonly (readonly unknown[])[] {
  const second = orNumber({ ...values(shape), ...reader(shape), ...context() });
  if (path === 'mail.next') return [[reader(shape)]];
  if (path.startsWith('obligations.mail.news.'))
    return [[valuesFor(path, shape), { ...obligation(shape), name: shape === 'full' ? 'Rhea' : undefined }]];
  if (path === 'pages.instant') return [[values(shape).at, 'America/Los_Angeles']];
  if (path === 'forecast.condition') return [[values('full').condition, 1, context()]];
  if (path === 'forecast.clock') return [[values('full').reason, 1, context()]];
  const first = FIRST.find(([form]) => form.test(path))?.[1];
  return (first ?? [orNumber(valuesFor(path, shape))]).map((one) => [one, second]);
}

const windows = [{ from: 480, until: 1020 }];

/** What the file of a case asks for by names that elsewhere mean something else. */
const CASE_FILE: Readonly<Record<Shape, object>> = {
  full: { ...{ reason: 'Flood', from: 'Noon', until: 'Dusk', at: 'Dawn' }, plain: '7 h', open: '6 h' },
  bare: { ...{ reason: 'Flood', from: 'Noon', until: undefined, at: 'Dawn' }, plain: '7 h', open: undefined },
};

/** What the page of a plan asks for by names that elsewhere mean something else. */
const PLAN_PAGE: Readonly<Record<Shape, object>> = {
  full: {
    ...{ windows, weekdays: [0, 4], month: '2026-11', from: '2026-11-23', spans: [values('full').span] },
    ...{
      fields: ['name', 'office'],
      by: ['Name-ana'],
      due: { days: 90, after: 'execution' },
      on: '2026-09-13',
    },
    ...{ quote: 'Typed', place: 'Warden', isAlways: false, to: 'oversight' },
  },
  bare: {
    ...{ to: 'customer' },
    ...{ windows: [], weekdays: [5], month: '2027-01', from: '2026-11-30', spans: [values('full').span] },
    ...{ fields: ['mobile'], by: [], due: { monthly: 15, of: 'Kal' }, on: undefined, count: 1 },
    ...{
      quote: undefined,
      place: undefined,
      note: undefined,
      says: '',
      title: '',
      isAlways: true,
      levels: [],
    },
  },
};

/** What papers of a plan are given. */
const PAPERS: Readonly<Record<Shape, object>> = {
  full: {
    ...{ from: '2026-11-23', until: '2027-11-22', dueOn: '2019-07-14', days: 90, digest: 'd1', of: 12 },
    ...{
      posted: { on: '2019-07-20', lateDays: 6 },
      owner: 'Warden',
      name: 'Rhea',
      calendar: 'Kal',
      count: 1,
    },
  },
  bare: {
    ...{ from: '2026-11-23', until: '2027-11-22', dueOn: '2019-07-14', days: 90, digest: 'd1', of: 12 },
    ...{ posted: undefined, owner: '', name: 'Rhea', calendar: 'Kal', count: 3 },
  },
};

/** What is read from documents. */
const INTAKE: Readonly<Record<Shape, object>> = {
  full: {
    numbers: ['+1 916-555-0101'],
    demand: 'roles',
    contact: 'Vex',
    stop: 'Warden',
    value: 'Warden',
    page: 3,
    line: 9,
  },
  bare: {
    numbers: ['+1 916-555-0102'],
    demand: 'levels.2',
    contact: 'Vex',
    stop: 'Warden',
    value: 'Warden',
    page: undefined,
    line: 9,
  },
};

/** What sentences about drafts ask for. */
const DRAFTS: Readonly<Record<Shape, object>> = {
  full: {
    ...{ status: 'proposed', missing: ['contractor', 'oversight'], did: 'wrote', findings: [1, 2] },
    ...{ revision: 12, gaps: ['Vex'], by: 'Rex', who: 'Rhea', named: 'Kal', finding: 'Fido', path: 'Sugar' },
    ...{ personId: 'Rhea', effectiveAt: values('full').at, quote: 'Typed', about: 'Vex', party: 'oversight' },
  },
  bare: {
    ...{ status: 'dropped', missing: ['oversight'], did: 'agreed', findings: [1], blocking: 0, count: 1 },
    ...{
      revision: 12,
      gaps: ['Vex'],
      by: 'Rex',
      who: 'Rhea',
      named: undefined,
      finding: 'Fido',
      path: 'Sugar',
    },
    ...{
      personId: 'Rhea',
      effectiveAt: values('full').at,
      quote: undefined,
      about: 'Vex',
      party: 'contractor',
    },
  },
};

/** What nobody has given a value is a number, which most sentences can show; the one word of a sentence is one too. */
const orNumber = (all: object): object =>
  new Proxy(all, {
    get: (bag, name) => {
      if (name === Symbol.toPrimitive) return () => '77';
      return name in bag ? (Reflect.get(bag, name) as unknown) : 77;
    },
  });

/** Of obligations the same names mean other things. */
const obligation = (shape: Shape): object => ({
  ...orNumber(values(shape)),
  ...{ kind: 'milestone', status: 'accepted', daysBefore: shape === 'full' ? 7 : 0, whom: 'Rhea' },
  ...{ doneOn: shape === 'full' ? '2026-11-25' : undefined, revisionNumber: 12, weeks: 61, text: 'Typed' },
  ...{ proposed: shape === 'full' ? values('full').proposed : { what: 'waiver' }, title: 'Warden' },
  ...{
    from: '2026-11-23',
    until: '2027-05-31',
    value: '31.1.',
    audience: shape === 'full' ? 'contractor' : 'oversight',
  },
});

/** What sentences about confirming one's own details ask for. */
const ATTESTATION: Readonly<Record<Shape, object>> = {
  full: {
    ...{ because: 'seat', detail: 'mobile', value: '+1 916 555 0142', why: 'unproved', canReply: true },
    ...{ levels: [1, 2], names: ['Rhea', 'Rex'] },
  },
  bare: {
    ...{ because: 'round', detail: 'email', value: 'r@k.example', why: 'passed', canReply: false },
    ...{ levels: [2], names: ['Rhea'] },
  },
};

/** What questions that are asked once more ask for. */
const SURE: Readonly<Record<Shape, object>> = {
  full: {
    party: 'contractor',
    isLast: true,
    draft: 31,
    number: 32,
    codes: 3,
    sessions: 4,
    from: 'Noon',
    due: 'Noon',
  },
  bare: {
    party: undefined,
    isLast: false,
    draft: 31,
    codes: 1,
    sessions: 1,
    from: undefined,
    due: undefined,
  },
};
const CUSTOMER_TABLE = {
  full: {
    ...{ added: 31, changed: 32, unchanged: 33, wrong: 34, line: 35, kibibytes: 512 },
    ...{ isNew: true, isNewManager: true, manager: 'Rex', insteadOf: 'Una' },
    ...{ linesMax: 1000, kibibytesMax: 512, columns: ['uno', 'dos'], column: 'uno', cells: 7 },
    ...{ customerId: 'kites', reason: 'quote' },
  },
  bare: {
    ...{ added: 1, changed: 1, unchanged: 1, wrong: 1, line: 1, kibibytes: 512, count: 1 },
    ...{ isNew: false, isNewManager: false, manager: 'Rex', insteadOf: undefined },
    ...{ linesMax: 1000, kibibytesMax: 512, columns: ['uno'], column: 'uno', cells: 7 },
    ...{ customerId: 'kites', reason: 'encoding' },
  },
};

/** Values that the name alone does not settle. */
function valuesFor(path: string, shape: Shape): object {
  const all = values(shape);
  if (path.startsWith('compliance.')) return { ...all, ...COMPLIANCE[shape] };
  if (path.startsWith('sure.')) return { ...SURE_SAID, ...SURE[shape] };
  if (path.startsWith('attestation.')) return { ...all, ...ATTESTATION[shape] };
  if (path.startsWith('obligations.')) {
    const isOfDate = /\.(inTime|notInTime|obligation-done-ahead)$/.test(path);
    return { ...all, ...obligation(shape), ...(isOfDate && { doneOn: '2026-11-25' }) };
  }
  if (path.startsWith('case.events.CaseClosed') || path === 'mail.news.CaseClosed')
    return { ...all, reason: shape === 'full' ? 'withdrawn' : 'satisfied' };
  if (path.startsWith('intake.')) {
    return { ...all, ...INTAKE[shape], page: shape === 'bare' && path === 'intake.place' ? undefined : 3 };
  }
  if (path.startsWith('admin.refusals.')) {
    const { at: erasedAt } = all;
    return {
      ...all,
      erasedAt,
      field: 'office',
      personId: 'ana',
      role: 'R-90',
      scope: 'scoped',
      charactersMax: 200,
    };
  }
  if (path === 'rota.swap.option') return { ...all, since: 'Noon' };
  if (path.startsWith('dutyMail.') && shape === 'full') return { ...all, names: ['Rhea', 'Rex'] };
  if (path.startsWith('dutyMail.')) return { ...all, names: [], until: undefined, dueAt: undefined };
  if (path.startsWith('timeOff.')) return { ...all, ...TIME_OFF_SAID };
  if (path.startsWith('overview.')) {
    const week = { monday: '26 Nov', median: '4 h' };
    const slowest = { weekday: 2, hour: 9, median: '4 h' };
    const period = { from: '2026-11-23', until: '2026-11-27', yearsMax: 20, known: ['uno2'] };
    return { ...all, ...period, median: '4 h', ninetieth: '9 h', first: week, last: week, slowest };
  }
  if (path.endsWith('.StepPassed')) return { ...all, to: 'oversight' };
  if (path === 'case.events.DeliveryRecorded')
    return { ...all, means: 'call', why: shape === 'full' ? 'voicemail' : undefined };
  if (/^(case\.events|mail\.news)\./.test(path)) return { ...all, reason: 'Flood', condition: 0, answers: 1 };
  const { statedAt, since, suggestion } = values('full');
  if (path === 'case.refusals.case-step-too-early') return all;
  if (path === 'case.refusals.case-revision-too-few-levels') return { ...all, levels: 2 };
  if (/^case\.refusals\./.test(path)) return { ...all, statedAt, since, suggestion, reason: 'Flood' };
  if (path === 'mail.system.clocksNotActedOn') return { ...all, since };
  if (path === 'forecast.rows.promiseDue')
    return { ...all, promise: { kind: 'respondWithin', span: all.span, id: 'p', calendar: 'always' } };
  if (/^(mail\.clockStarted)$/.test(path))
    return { ...all, since: shape === 'full' ? 'levelBelow' : undefined };
  if (path === 'pages.link.behalf') return { ...all, party: shape === 'full' ? 'customer' : 'oversight' };
  if (/^(picture\.supposed)$/.test(path))
    return { ...all, answers: shape === 'full' ? [{ level: 2, at: all.at }] : [] };
  if (path.startsWith('casePage.acts.of.')) return { ...all, ...SUBJECTS[shape], context: context() };
  if (path === 'casePage.revised.caption') return { ...all, revision: 12 };
  if (path === 'casePage.problems.instant') return { ...all, zone: 'Harbour lights' };
  if (path === 'pages.refusals.page-reply-not-taken') return { ...all, reason: 'Flood' };
  if (path === 'service.problems.revision-not-found') return { ...all, revision: 12 };
  if (path === 'planPage.calendars.knownUntil') return { ...all, until: '2028-12-31' };
  if (path === 'planPage.about.termSays') return { ...all, from: '2026-07-01', until: '2029-06-30' };
  if (path === 'startPage.form.examples') return { ...all, examples: ['Flood', 'Fire'] };
  if (path.startsWith('papers.')) return { ...all, ...PAPERS[shape] };
  if (path.startsWith('caseFile.')) return { ...all, ...CASE_FILE[shape] };
  if (/^planPage\.questions\.(?:about|value)$/.test(path))
    return { ...all, about: 'calendars.Vex.businessDay', value: shape === 'full' ? 'close' : ['hours'] };
  if (path.startsWith('planPage.')) return { ...all, ...PLAN_PAGE[shape] };
  if (/^(?:telephone|heldMails\.mail\.desk)\./.test(path)) return { ...all, ...TELEPHONE[shape] };
  if (path.startsWith('drills.')) return { ...all, ...DRILLS[shape] };
  if (/^(?:webhooks|chats)\./.test(path))
    return { ...all, off: shape === 'full' ? 'gone' : 'failing', host: 'Rex', reason: 'Flood', levels: [2] };
  if (path.startsWith('subscription.'))
    return { ...all, revision: 12, levels: [2], name: shape === 'full' ? 'Rhea' : undefined };
  if (path.startsWith('customerTable.')) return { ...all, ...CUSTOMER_TABLE[shape] };
  if (path.endsWith('.says.loaded')) return { ...all, ...DRAFTS[shape], agreed: ['Rhea', 'Rex'] };
  if (path.startsWith('drafts.')) return { ...all, ...DRAFTS[shape] };
  if (path === 'mail.leftFiles.line') return { ...all, why: 'file-empty' };
  if (path === 'mail.checkpoint') return { ...all, at: '2026-11-24T17:01:00Z' };
  return all;
}

/** Every sentence of an area, by its path: of a function, what it says in both shapes. */
function said(node: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    return SHAPES.flatMap((shape) =>
      argumentsFor(path, shape).flatMap((given) => {
        const words = heard(node as Sentence, given, path);
        return textsOf(words).map((text, at) => [`${path} ${at}`, text] as const);
      }),
    );
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, one]) => said(one, `${path}.${key}`));
}

type Sentence = (...given: readonly unknown[]) => unknown;

function heard(sentence: Sentence, given: readonly unknown[], path: string): unknown {
  try {
    return sentence(...given);
  } catch (cause) {
    throw new Error(`${path} is given something else than it asks for: see test/message/said.ts`, { cause });
  }
}

const textsOf = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
};

const pairs = SPANISH.flatMap((area) => {
  const [en, es] = [said(catalogue('en')[area], area), said(catalogue('es')[area], area)];
  expect(es.map(([path]) => path)).toEqual(en.map(([path]) => path));
  return en.map(([path, english], at) => ({ path, english, spanish: es[at]![1] }));
});

const isSame = (path: string): boolean => SAME.some((form) => form.test(path.split(' ')[0]!));

test('areas that are not for people of a contract alone are English', () => {
  expect(AREAS.filter((area) => catalogue('es')[area] === catalogue('en')[area]).sort()).toEqual(
    [...ENGLISH_ONLY].sort(),
  );
});

test('every sentence for people of a contract is said in Spanish', () => {
  expect(
    pairs.filter(
      ({ path, english, spanish }) => english === spanish && /\p{Letter}{3}/u.test(english) && !isSame(path),
    ),
  ).toEqual([]);
});

test('nothing is left out of a sentence, and nothing is asked for that it is not given', () => {
  const unsound = /undefined|NaN|\[object|=>/;
  const wrong = pairs.filter(
    ({ english, spanish }) =>
      unsound.test(`${english} ${spanish}`) || shown(spanish).join() !== shown(english).join(),
  );
  expect(wrong).toEqual([]);
});

/** Numbers and names that a sentence shows, whatever its language. */
const SHOWN =
  /\d+|Flood|Fire|Agency of Kites|Agency of Tides|Rhea|Rex|Warden|Harbour lights|plan\.pdf|INC-|Sugar|Vex|Opt\b|Fido|Keyed|R-90|scoped|x-head|TRACE|Name-\w+|Kite Day|Kal\b|Typed|Mess\b|Adv\b|Nova/g;
const shown = (text: string): readonly string[] => [...new Set(text.match(SHOWN))].sort();

test('no English is left in a Spanish sentence', () => {
  const names =
    /Ladder|Department of \w+|Agency of \w+|ladder verify --against this-mail\.eml|`[^`]+`|[“"][^”"]*[”"]/g;
  const left = pairs
    .filter(({ path }) => !isSame(path))
    .filter(({ spanish }) => ENGLISH.test(spanish.replace(names, '')));
  expect(left).toEqual([]);
});

test.each([
  ['1 hora', '1 hour'],
  ['4 HORAS', '4 hours'],
  [' 90 minutos ', '90 minutes'],
  ['2 días', '2 days'],
  ['2 dias', '2 days'],
  ['1 semana', '1 week'],
  ['45 segundos', '45 seconds'],
  ['4 hours', '4 hours'],
])('the clock is moved by %j as by %j', (spanish, english) => {
  const { spanTyped } = catalogue('es').pages.clock;
  expect(parseSpan(spanTyped(spanish))).toEqual(parseSpan(english));
});

test.each(['2 días hábiles', 'ayer', '-4 horas', 'cuatro horas', ''])(
  '%j is no span that moves a clock',
  (typed) => {
    expect(parseSpan(catalogue('es').pages.clock.spanTyped(typed))).toBeUndefined();
  },
);
