import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asInstant, type Instant, parseInstant } from '../instant.ts';
import {
  NOTICE_MEANS,
  type NoticeRule,
  type NoticeRules,
  RULE_LIMITS,
  RULE_URGENCIES,
  ruleProblems,
} from './notice-rules.ts';
import {
  beginReaching,
  type LevelContact,
  NEXT_PERSON_MS,
  type ReachProgress,
  reachLevel,
  restReaching,
} from './reach-level.ts';
import { INSIST_MS, roundOf, ruleAt, type TrySituation, triesOf } from './tries.ts';

const MINUTE = 60_000;
const START = parseInstant('2026-11-24T10:10:00Z')!;
const at = (minutes: number): Instant => asInstant(START + minutes * MINUTE);
const MAIL_ONLY: TrySituation = { urgency: 'high', carriers: ['email'] };
const ALL: TrySituation = { urgency: 'high', carriers: NOTICE_MEANS };

const contact = (personId: string, rules: NoticeRules = [], has = NOTICE_MEANS): LevelContact => ({
  ...{ personId, rules, has },
  timeZone: 'America/Los_Angeles',
});

/** `ana 0 email`: who is tried after how many minutes and by what, until nothing more comes or `until`. */
function reached(contacts: readonly LevelContact[], situation: TrySituation, until = 60): readonly string[] {
  const said: string[] = [];
  let look = beginReaching(contacts, situation, START);
  for (let now = START; ; ) {
    for (const { personId, means, round } of look.now)
      said.push(`${personId} ${(now - START) / MINUTE} ${means.join('+')} #${round}`);
    if (look.nextAt === undefined || look.nextAt > at(until)) return said;
    expect(look.nextAt).toBeGreaterThan(now);
    now = look.nextAt;
    look = reachLevel(contacts, look.progress, situation, now);
  }
}

describe('a level', () => {
  test('whose first contact has said nothing is tried by mail at once and every quarter of an hour', () => {
    expect(reached([contact('ana')], MAIL_ONLY, 45)).toEqual([
      'ana 0 email #0',
      'ana 15 email #1',
      'ana 30 email #2',
      'ana 45 email #3',
    ]);
  });

  test.each(['constructor', 'toString'])('whose next person is called %s tries them like others', (id) => {
    expect(reached([contact('ana'), contact(id)], MAIL_ONLY, 30)).toEqual([
      'ana 0 email #0',
      'ana 15 email #1',
      `${id} 15 email #1`,
      'ana 30 email #2',
      `${id} 30 email #2`,
    ]);
  });

  test('is tried by text at once and by a call after five minutes, once there are carriers', () => {
    expect(reached([contact('ana')], ALL, 20)).toEqual([
      'ana 0 email+text #0',
      'ana 5 call #1',
      'ana 15 email+text #2',
      'ana 20 call #3',
    ]);
  });

  test('has its next contact tried after a quarter of an hour, by that one’s own rules', () => {
    const late: NoticeRule = {
      urgency: 'any',
      tries: [{ means: 'email', afterMinutes: 4 }],
      againMinutes: 30,
    };
    expect(reached([contact('ana'), contact('bo', [late])], MAIL_ONLY, 50)).toEqual([
      'ana 0 email #0',
      'ana 15 email #1',
      'bo 19 email #1',
      'ana 30 email #2',
      'ana 45 email #3',
      'bo 49 email #2',
    ]);
  });

  test('waits for a first contact whose rule says so, and the next one joins no later for it', () => {
    const late: NoticeRule = {
      urgency: 'any',
      tries: [{ means: 'email', afterMinutes: 10 }],
      againMinutes: 30,
    };
    expect(reached([contact('ana', [late]), contact('bo')], MAIL_ONLY, 15)).toEqual([
      'ana 10 email #1',
      'bo 15 email #1',
    ]);
  });

  test('ends after eight hours', () => {
    const said = reached([contact('ana')], MAIL_ONLY, 10_000);
    expect(said.at(-1)).toBe('ana 480 email #32');
    expect(said).toHaveLength(33);
  });

  test('has whoever moves up tried at once', () => {
    const { progress } = beginReaching([contact('ana'), contact('bo')], MAIL_ONLY, START);
    const { now } = reachLevel([contact('bo')], progress, MAIL_ONLY, at(2));
    expect(now).toEqual([{ personId: 'bo', means: ['email'], round: 1, toldBefore: 1 }]);
  });

  test('has what was missed in one bundle, and the next a minute later at the soonest', () => {
    const { progress } = beginReaching([contact('ana')], ALL, START);
    const look = reachLevel([contact('ana')], progress, ALL, asInstant(at(15) - 1_000));
    expect(look.now).toEqual([{ personId: 'ana', means: ['call'], round: 1, toldBefore: 1 }]);
    expect(look.nextAt).toBe(at(15) - 1_000 + MINUTE);
    expect(reachLevel([contact('ana')], look.progress, ALL, look.nextAt!).now).toEqual([
      { personId: 'ana', means: ['email', 'text'], round: 2, toldBefore: 2 },
    ]);
  });

  test('that is asked again tells of it at once, keeps its rounds and calls, and goes on for eight hours more', () => {
    const calls = { ...contact('ana'), triedAt: START, askedAt: at(4) };
    const look = beginReaching([calls, contact('bo')], ALL, at(4), START);
    expect(look.now).toEqual([{ personId: 'ana', means: ['email', 'text'], round: 0, toldBefore: 0 }]);
    const told = { ...contact('ana'), triedAt: at(4) };
    const call = reachLevel([told, contact('bo')], look.progress, ALL, look.nextAt!);
    expect(look.nextAt).toBe(at(5));
    expect(call.now).toMatchObject([{ personId: 'ana', means: ['call'] }]);
    expect(call.nextAt).toBe(at(15));
    expect(call.progress.until).toBe(at(4) + INSIST_MS);
  });

  test('waits for the minute after a bundle of the same case, and then says all of it in one', () => {
    const asked = { ...contact('ana'), triedAt: at(4), askedAt: asInstant(at(4) + 4_000) };
    const look = beginReaching([asked], ALL, asInstant(at(4) + 4_000), START);
    expect(look.now).toEqual([]);
    expect(look.nextAt).toBe(at(5));
    expect(reachLevel([asked], look.progress, ALL, at(5)).now).toMatchObject([
      { personId: 'ana', means: ['call', 'email', 'text'], toldBefore: 0 },
    ]);
  });

  test('waits with its first bundle where somebody has just had one for another level', () => {
    const look = beginReaching([{ ...contact('ana'), triedAt: asInstant(START - 20_000) }], MAIL_ONLY, START);
    expect(look.now).toEqual([]);
    expect(look.nextAt).toBe(at(1) - 20_000);
    expect(reachLevel([contact('ana')], look.progress, MAIL_ONLY, look.nextAt!).now).toMatchObject([
      { personId: 'ana', means: ['email'] },
    ]);
  });

  test('goes on after a rest as if there had been none', () => {
    const { progress } = beginReaching([contact('ana')], MAIL_ONLY, START);
    const rested = restReaching(progress, 6 * 3_600_000);
    const { now, nextAt } = reachLevel([contact('ana')], rested, MAIL_ONLY, at(15 + 360));
    expect(now).toMatchObject([{ personId: 'ana', round: 1 }]);
    expect(nextAt).toBe(at(30 + 360));
  });
});

describe('the rule that counts', () => {
  const night: NoticeRule = {
    urgency: 'high',
    from: '22:00',
    until: '07:00',
    tries: [{ means: 'call', afterMinutes: 0 }],
    againMinutes: 10,
  };
  const who = { rules: [night], timeZone: 'America/Los_Angeles' };

  test.each([
    ['in its hours', 'high', '2026-12-25T10:10:00Z', 1],
    ['not outside them', 'high', '2026-12-25T15:00:00Z', undefined],
    ['from its first minute', 'high', '2026-12-25T06:00:00Z', 1],
    ['not before it', 'high', '2026-12-25T05:59:59Z', undefined],
    ['not for another urgency', 'normal', '2026-12-25T10:10:00Z', undefined],
  ] as const)('%s', (_title, urgency, text, number) => {
    expect(ruleAt(who, urgency, parseInstant(text)!).number).toBe(number);
  });

  test('names what it passes over, and what is tried in its place', () => {
    expect(roundOf(night, contact('ana'), MAIL_ONLY)).toEqual({
      tries: [{ means: 'email', afterMinutes: 0 }],
      passedOver: [{ means: 'call', afterMinutes: 0, because: 'noCarrier' }],
      instead: 'email',
    });
    expect(roundOf(night, { has: ['email'] }, ALL)).toMatchObject({
      passedOver: [{ because: 'noNumber' }],
      instead: 'email',
    });
  });

  test.each([
    ['a text, where there is no address', ['text', 'call'], NOTICE_MEANS, 'text'],
    ['a call, where texts have no carrier either', ['text', 'call'], ['email', 'call'], 'call'],
    ['a call, where there is an office telephone alone', ['call'], NOTICE_MEANS, 'call'],
    ['nothing, where nothing of it is carried', ['text', 'call'], ['email'], undefined],
  ] as const)('of mail alone gives way to %s', (_title, has, carriers, instead) => {
    const rule: NoticeRule = { urgency: 'any', tries: [mail(4)], againMinutes: 15 };
    const round = roundOf(rule, { has }, { carriers });
    expect(round.instead).toBe(instead);
    expect(round.tries).toEqual(instead === undefined ? [] : [{ means: instead, afterMinutes: 4 }]);
  });

  test('has nobody tried by what they do not have', () => {
    expect(roundOf(night, { has: [] }, ALL).tries).toEqual([]);
  });
});

const mail = (afterMinutes: number) => ({ means: 'email', afterMinutes }) as const;
const sound: NoticeRule = { urgency: 'any', tries: [mail(0)], againMinutes: 15 };

test.each([
  ['first tried late', { tries: [mail(11)] }, 'firstTooLate', '11'],
  ['no tries', { tries: [] }, 'noTries', '0'],
  ['again too soon', { againMinutes: 4 }, 'againOutside', '4'],
  ['again too late', { againMinutes: 31 }, 'againOutside', '31'],
  ['a try after the next round', { tries: [mail(0), mail(15)] }, 'tryAfterAgain', '15'],
  ['the same twice', { tries: [mail(1), mail(1)] }, 'tryTwice', 'email 1'],
  ['half a minute', { tries: [mail(0.5)] }, 'minutesInvalid', '0.5'],
  ['hours without an end', { from: '22:00' }, 'hoursIncomplete', '22:00'],
  ['hours that are none', { from: '22:00', until: '24:30' }, 'hoursInvalid', '24:30'],
  ['hours of no length', { from: '22:00', until: '22:00' }, 'hoursInvalid', '22:00-22:00'],
] as const)('a rule with %s is refused', (_title, change, code, value) => {
  expect(ruleProblems([sound, { ...sound, ...change }])).toEqual([{ code, rule: 1, value }]);
});

describe('whatever rules are taken', () => {
  const minutes = fc.integer({ min: 0, max: RULE_LIMITS.againMinutesMax });
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
    .map(([hour, half]) => `${String(hour).padStart(2, '0')}:${half}`);
  const rule = fc
    .record({
      urgency: fc.constantFrom(...RULE_URGENCIES),
      hours: fc.option(fc.tuple(time, time), { nil: undefined }),
      tries: fc.array(fc.record({ means: fc.constantFrom(...NOTICE_MEANS), afterMinutes: minutes }), {
        minLength: 1,
        maxLength: RULE_LIMITS.triesMax,
      }),
      againMinutes: minutes,
    })
    .map(({ hours, ...rest }): NoticeRule => (hours ? { ...rest, from: hours[0], until: hours[1] } : rest))
    .filter((one) => ruleProblems([one]).length === 0);
  const person = fc.record({
    rules: fc.array(rule, { maxLength: RULE_LIMITS.rulesMax }),
    timeZone: fc.constantFrom('America/Los_Angeles', 'Asia/Kolkata', 'UTC'),
    has: fc.subarray([...NOTICE_MEANS]),
  });
  const situation = fc.record({
    urgency: fc.constantFrom('high' as const, 'normal' as const),
    carriers: fc.subarray([...NOTICE_MEANS]),
  });
  const CALLED = { rules: [], timeZone: 'UTC' as const, has: ['email' as const, 'call' as const] };
  const CALLS = { urgency: 'high' as const, carriers: CALLED.has };
  const instant = fc.integer({ min: START, max: START + 400 * 86_400_000 }).map(asInstant);

  const canBeTried = (
    { has }: Pick<LevelContact, 'has'>,
    { carriers }: Pick<TrySituation, 'carriers'>,
  ): boolean => has.some((one) => carriers.includes(one));

  test('whoever has anything that is carried is tried within the limit, again within the limit, and never twice in a minute', () => {
    fc.assert(
      fc.property(person, situation, instant, (who, given, start) => {
        const end = asInstant(start + INSIST_MS);
        const bundles = [...triesOf(who, given, { start, end })];
        expect(bundles.length > 0).toBe(canBeTried(who, given));
        if (bundles.length === 0) return;
        expect(bundles[0]!.at - start).toBeLessThanOrEqual(RULE_LIMITS.firstMinutesMax * MINUTE);
        for (const [index, { at: now, means }] of bundles.entries()) {
          expect(means.length).toBeGreaterThan(0);
          expect(means.every((one) => who.has.includes(one) && given.carriers.includes(one))).toBe(true);
          const gap = (bundles[index + 1]?.at ?? end) - now;
          if (index + 1 < bundles.length) expect(gap).toBeGreaterThanOrEqual(MINUTE);
          const longest = RULE_LIMITS.againMinutesMax + RULE_LIMITS.firstMinutesMax;
          expect(gap).toBeLessThanOrEqual(longest * MINUTE);
        }
      }),
    );
  });

  test('each next person is tried within the limit after their turn, however late or often somebody looks', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 40 * MINUTE }), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        situation,
        instant,
        looks,
        (people, given, start, late) => {
          const contacts = people.map((one, index) => ({ ...one, personId: `p${index}` }));
          const tried = new Map<string, Instant[]>();
          const rounds = new Set<string>();
          let look = beginReaching(contacts, given, start);
          let now = start;
          let lateness = 0;
          for (let count = 0; ; count++) {
            for (const { personId, round } of look.now) {
              expect(rounds.has(`${personId} ${round}`)).toBe(false);
              rounds.add(`${personId} ${round}`);
              tried.set(personId, [...(tried.get(personId) ?? []), now]);
            }
            if (look.nextAt === undefined) break;
            expect(look.nextAt).toBeGreaterThan(now);
            now = asInstant(look.nextAt + (late[count] ?? 0));
            lateness = Math.max(lateness, late[count] ?? 0);
            look = reachLevel(contacts, look.progress as ReachProgress, given, now);
          }
          for (const [index, { personId }] of contacts.entries()) {
            const own = tried.get(personId);
            expect(own !== undefined).toBe(canBeTried(contacts[index]!, given));
            if (!own) continue;
            const longest = index * NEXT_PERSON_MS + RULE_LIMITS.firstMinutesMax * MINUTE + 2 * lateness;
            expect(own[0]! - start).toBeLessThanOrEqual(longest);
            for (const [place, instantOf] of own.entries())
              if (place > 0) expect(instantOf - own[place - 1]!).toBeGreaterThanOrEqual(MINUTE);
          }
        },
      ),
      {
        numRuns: 20,
        // A late look leaves somebody's next bundle a millisecond too soon, just when the next person's turn comes.
        examples: [[[CALLED, CALLED], CALLS, START, [9 * MINUTE + 1]]],
      },
    );
  });

  test('asking again tells of each ask within its limits, once, and neither adds rounds nor puts any off', () => {
    const asking = fc.array(fc.integer({ min: 1, max: 20 * MINUTE }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(person, situation, instant, asking, (who, given, start, gaps) => {
        const asks = gaps.map((_, index) =>
          asInstant(start + gaps.slice(0, index + 1).reduce((sum, gap) => sum + gap, 0)),
        );
        if (!who.has.some((one) => given.carriers.includes(one))) return;
        const { bundles, heard } = asked(who, given, start, asks);
        for (const [index, now] of bundles.entries())
          if (index > 0) expect(now - bundles[index - 1]!).toBeGreaterThanOrEqual(MINUTE);
        for (const [index, ask] of [start, ...asks].entries()) {
          const limit = RULE_LIMITS.firstMinutesMax + RULE_LIMITS.againMinutesMax + 1;
          expect(heard[index]).toBeDefined();
          expect(heard[index]! - ask).toBeLessThanOrEqual(limit * MINUTE);
        }
        const end = asInstant(asks.at(-1)! + INSIST_MS);
        const own = [...triesOf(who, given, { start, end })];
        expect(bundles.length).toBeLessThanOrEqual(own.length + asks.length);
        // What they would have been tried by without any further ask comes all the same, a minute later at the latest.
        for (const { at: planned } of own)
          expect(bundles.some((now) => now >= planned && now <= planned + MINUTE)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  /** When one person is tried whose level is asked at `start` and at each of `asks`, and when they hear of each ask. */
  function asked(
    who: Omit<LevelContact, 'personId'>,
    given: TrySituation,
    start: Instant,
    asks: readonly Instant[],
  ) {
    const all = [start, ...asks];
    const bundles: Instant[] = [];
    const heard: (Instant | undefined)[] = all.map(() => undefined);
    const contactAt = (now: Instant): LevelContact => ({
      ...{ ...who, personId: 'ana', triedAt: bundles.at(-1) },
      askedAt: all.find((ask, index) => ask <= now && heard[index] === undefined),
    });
    for (const [index, ask] of all.entries()) {
      let now = ask;
      let look = beginReaching([contactAt(now)], given, now, index === 0 ? now : start);
      for (;;) {
        if (look.now.length > 0) {
          bundles.push(now);
          for (const [place, one] of all.entries()) if (one <= now) heard[place] ??= now;
        }
        // The notice of the next ask goes on with it.
        if (look.nextAt === undefined || look.nextAt >= (all[index + 1] ?? Infinity)) break;
        now = look.nextAt;
        look = reachLevel([contactAt(now)], look.progress, given, now);
      }
    }
    return { bundles, heard };
  }
});
