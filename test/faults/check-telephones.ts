import { sql } from 'kysely';
import type { Command } from '../../src/core/case/command.ts';
import type { CaseEvent, EventType } from '../../src/core/case/event.ts';
import { catalogue } from '../../src/core/message/catalogue.ts';
import type { NoticeAct } from '../../src/core/telephone/said.ts';
import type { CarriedCall, CarriedText } from '../../src/dev/test-carrier/carried.ts';
import type { Accepted } from '../simulation/case-replay.ts';
import type { Given } from './carrier-front.ts';
import type { Town } from './town.ts';

/** What the carrier took from Ladder, and what Ladder took from the carrier. */
export interface Carried {
  readonly texts: readonly CarriedText[];
  readonly calls: readonly CarriedCall[];
  readonly given: readonly Given[];
}

/** What was looked at on the telephone's side, and all that is wrong with it. */
export interface CarriedChecked {
  readonly problems: readonly string[];
  readonly texts: number;
  readonly calls: number;
  /** Texts that the carrier took more than once, and calls beyond those that were to be repeated. */
  readonly carriedTwice: number;
  /** Texts and calls of which it stands on their case that they reached nobody. */
  readonly lost: number;
  /** Answers by a digit or a key that were taken. */
  readonly answers: number;
}

interface Sent {
  readonly contract_id: string;
  readonly case_id: string;
  readonly delivery_id: string;
  readonly person_id: string;
  readonly means: 'text' | 'call';
  readonly state: string;
  readonly reason: string | null;
  readonly carrier_id: string | null;
  readonly address: string | null;
}

interface Known extends Carried {
  readonly sent: readonly Sent[];
  /** Of each delivery what the carrier calls each time that it took it. */
  readonly taken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>;
}

/** Holds what the carrier took and said against the deliveries and the cases. */
export async function checkCarried(
  { connection: { db } }: Town,
  carried: Carried,
  events: ReadonlyMap<string, readonly CaseEvent[]>,
): Promise<CarriedChecked> {
  const { rows: sent } = await sql<Sent>`
    select contract_id, case_id, delivery_id, person_id, means, delivery.state, reason, carrier_id, address
    from delivery join delivery_body using (contract_id, delivery_id) where means <> 'email'`.execute(db);
  const known: Known = { ...carried, sent, events, taken: takenOf(carried) };
  const { problems, answers } = answerProblems(known);
  const lost = sent.filter(({ state, reason }) => state === 'failed' && reason !== 'overtaken');
  return {
    problems: [...sentProblems(known), ...receiptProblems(known), ...problems],
    texts: sent.filter(({ means }) => means === 'text').length,
    calls: sent.filter(({ means }) => means === 'call').length,
    carriedTwice: sent.filter(({ means, delivery_id: id }) => means === 'text' && sizeOf(known, id) > 1)
      .length,
    lost: lost.length,
    answers,
  };
}

const sizeOf = ({ taken }: Known, id: string): number => taken.get(id)?.size ?? 0;

function takenOf({ texts, calls }: Carried): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { statusCallback, sid } of [...texts, ...calls]) {
    const id = statusCallback?.split('/').at(-1);
    if (id !== undefined) taken.set(id, (taken.get(id) ?? new Set()).add(sid));
  }
  return taken;
}

/** What was handed over the carrier has; what was not is said on its case, once; and the carrier has nothing else. */
function sentProblems(known: Known): readonly string[] {
  const { sent, taken, events } = known;
  const ids = new Set(sent.map(({ delivery_id: id }) => id));
  const wrong = [...taken.keys()].filter((id) => !ids.has(id)).map((id) => `the carrier has ${id} of nobody`);
  for (const one of sent) {
    const { case_id: caseId, delivery_id: id, means, state, reason, carrier_id: sid } = one;
    const say = (what: string) => wrong.push(`case ${caseId}: ${means} ${id} ${what}`);
    if (sid !== null && !taken.get(id)?.has(sid)) say(`was never taken as ${sid}`);
    if ((state === 'handedOver' || state === 'delivered') && sid === null) say(`is ${state} as nothing`);
    const results = (events.get(caseId) ?? []).flatMap((event) =>
      event.type === 'DeliveryRecorded' && event.delivery === id ? [event.result] : [],
    );
    const times = (result: string) => results.filter((found) => found === result).length;
    const isTold = state === 'failed' && reason !== 'overtaken';
    if (times('failed') !== (isTold ? 1 : 0)) say(`failed (${reason}), said ${times('failed')} times`);
    if (times('delivered') !== (state === 'delivered' ? 1 : 0))
      say(`said ${times('delivered')} times to be there`);
    if (times('handedOver') > sizeOf(known, id)) say('was handed over more often than it was taken');
    if (sid !== null && times('handedOver') === 0) say('was handed over and its case does not say so');
  }
  return wrong;
}

const UNDER_WAY = new Set(['queued', 'sent', 'initiated', 'ringing', 'in-progress', 'answered']);

/** What became of a text or a call was told and taken, so it stands there. */
function receiptProblems({ sent, given }: Known): readonly string[] {
  const byId = new Map(sent.map((one) => [one.delivery_id, one]));
  return given.flatMap(({ path, form }) => {
    const [, , what, , id = ''] = path.split('/');
    const status = form.MessageStatus ?? form.CallStatus ?? '';
    if (what !== 'status' || UNDER_WAY.has(status)) return [];
    const one = byId.get(id);
    if (!one || one.carrier_id !== (form.MessageSid ?? form.CallSid)) return [];
    return one.state === 'handedOver'
      ? [`case ${one.case_id}: ${one.means} ${id} was ${status}, and is not`]
      : [];
  });
}

const ACTS = ['respond', 'notSatisfied', 'acknowledge'] as const satisfies readonly NoticeAct[];
type Act = (typeof ACTS)[number];
const EVENT_OF = {
  respond: 'Responded',
  notSatisfied: 'NotSatisfied',
  acknowledge: 'Acknowledged',
} as const satisfies Record<Act, EventType>;

interface Answered {
  readonly caseId: string;
  readonly personId: string;
  readonly over: 'text' | 'call';
  readonly act: Act;
  /** What the carrier calls the text or the call. */
  readonly sid: string;
  readonly said: string | undefined;
}

/**
 * Every answer that Ladder said to have taken is on its case, once; what it said no to is not. What it took without
 * anybody hearing so, because it ended before it had said it, may be there: once for each time that somebody answered.
 */
function answerProblems(known: Known): { readonly problems: readonly string[]; readonly answers: number } {
  const wrong: string[] = [];
  const { events, given, texts } = known;
  const all = new Map<string, Answered>();
  for (const one of [...textAnswers(known), ...callAnswers(known)]) all.set(`${one.sid} ${one.act}`, one);
  const answers = [...all.values()];
  const written = new Map<string, number>();
  for (const event of [...events.values()].flat())
    if ('text' in event && event.text !== undefined)
      written.set(event.text, (written.get(event.text) ?? 0) + 1);
  const taken = new Set(answers.flatMap(({ said }) => said ?? []));
  const refused = new Set(given.flatMap(({ form }) => saidIn(form.Body) ?? []));
  for (const said of texts.flatMap(({ body }) => saidIn(body) ?? [])) {
    const times = written.get(said) ?? 0;
    if (times > 1 || (taken.has(said) && times === 0)) wrong.push(`"${said}" is there ${times} times`);
    if (refused.has(said) && !taken.has(said) && times > 0)
      wrong.push(`"${said}" was not taken, and is there`);
  }
  const there = recorded(known);
  const tried = triedOf(known);
  for (const one of answers)
    if (!isThere(known, one)) wrong.push(`${nameOf(one)} was taken, and is not there`);
  for (const [name, times] of there)
    if (times > (tried.get(name) ?? 0))
      wrong.push(`${name} was answered ${tried.get(name) ?? 0} times, and is there ${times} times`);
  return { problems: [...wrong, ...differing(given)], answers: answers.length };
}

type Deed = Pick<Answered, 'caseId' | 'personId' | 'over' | 'act'>;
const nameOf = ({ caseId, personId, over, act }: Deed): string => `${caseId} ${personId} ${over} ${act}`;

/** Who has acknowledged already is told that it is done, whoever it was told over. */
const isThere = ({ events }: Known, { caseId, personId, act }: Deed): boolean =>
  (events.get(caseId) ?? []).some(({ type, by }) => type === EVENT_OF[act] && by === personId);

/** How often each answer stands on the cases. */
function recorded({ events }: Known): ReadonlyMap<string, number> {
  return counted(
    [...events].flatMap(([caseId, all]) =>
      all.filter(isAnswer).map(({ type, by: personId, over }) => {
        const act = ACTS.find((one) => EVENT_OF[one] === type)!;
        return nameOf({ caseId, personId, over: over === 'call' ? 'call' : 'text', act });
      }),
    ),
  );
}

const ACT_OF: Readonly<Record<string, Act>> = { 1: 'acknowledge', 2: 'respond', 4: 'notSatisfied' };

/** How often people texted or pressed each, whatever came of it. */
function triedOf({ texts, calls, sent }: Known): ReadonlyMap<string, number> {
  const byNumber = new Map(sent.map((one) => [one.address, one.person_id]));
  const byId = new Map(sent.map((one) => [one.delivery_id, one]));
  const texted = texts.flatMap(({ from, body }) => {
    const [, digit = '', caseId] = /^(\d) (\d{6})\b/.exec(body) ?? [];
    const [act, personId] = [ACT_OF[digit], byNumber.get(from)];
    if (!act || caseId === undefined || personId === undefined) return [];
    return [nameOf({ caseId, personId, over: 'text', act })];
  });
  const pressed = calls.flatMap(({ statusCallback, lines }) => {
    const one = byId.get(statusCallback?.split('/').at(-1) ?? '');
    if (!one) return [];
    const { case_id: caseId, person_id: personId } = one;
    return lines.flatMap(({ how, text }) => {
      const act = how === 'pressed' ? ACT_OF[text] : undefined;
      return act ? [nameOf({ caseId, personId, over: 'call', act })] : [];
    });
  });
  return counted([...texted, ...pressed]);
}

const counted = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(names, (name) => name)].map(([name, some]) => [name, some.length]));

const saidIn = (body = ''): string | undefined => /\bsaid [0-9a-f-]{36}$/.exec(body)?.[0];

/** A text that was handed over more than once was answered the same each time. */
const differing = (given: readonly Given[]): readonly string[] =>
  [
    ...Map.groupBy(
      given.filter(({ path }) => path === '/telephone/text'),
      ({ form }) => form.MessageSid,
    ),
  ]
    .filter(([, some]) => new Set(some.map(({ body }) => body)).size > 1)
    .map(([sid]) => `the text ${sid} was answered twice, and not the same`);

function* textAnswers({ given, sent }: Known): Generator<Answered> {
  const byNumber = new Map(sent.map((one) => [one.address, one.person_id]));
  for (const { path, form, body } of given) {
    const caseId = /^\d (\d{6})\b/.exec(form.Body ?? '')?.[1];
    const personId = byNumber.get(form.From ?? '');
    if (path !== '/telephone/text' || caseId === undefined || personId === undefined) continue;
    const act = ACTS.find((one) => body.includes(doneText(one, caseId)));
    const sid = form.MessageSid ?? '';
    if (act) yield { caseId, personId, over: 'text', act, sid, said: saidIn(form.Body) };
  }
}

function* callAnswers({ given, sent }: Known): Generator<Answered> {
  const byId = new Map(sent.map((one) => [one.delivery_id, one]));
  const byCall = new Map<string, Sent>();
  for (const { path, form, body } of given) {
    const sid = form.CallSid ?? '';
    const [, , , what, , id = ''] = path.split('/');
    const begun = what === 'notice' ? byId.get(id) : undefined;
    if (begun) byCall.set(sid, begun);
    const one = byCall.get(sid);
    if (!one || form.Digits === undefined || form.Digits === '') continue;
    const { case_id: caseId, person_id: personId } = one;
    const act = ACTS.find((other) => body.includes(doneCall(other, caseId)));
    if (act) yield { caseId, personId, over: 'call', act, sid, said: undefined };
  }
}

const { telephone } = catalogue('en');
const doneText = (act: Act, caseId: string): string =>
  telephone.text.done({ act, level: undefined, caseId, text: '', isUndone: false });
const doneCall = (act: Act, caseId: string): string => telephone.call.done({ act, level: undefined, caseId });

const ANSWERS: ReadonlySet<EventType> = new Set(Object.values(EVENT_OF));

/**
 * Answers by telephone that stand on a case, as the commands that they were: whoever asks things over the pipe knows
 * nothing of them. `decisions` names of each event the decision that it is of: what falls due in the same minute is of
 * another.
 */
export function heardByTelephone(
  events: readonly CaseEvent[],
  decisions: readonly string[],
  accepted: readonly Accepted[],
): readonly Accepted[] {
  const isAsked = new Set(accepted.flatMap(({ from, to }) => range(from, to)));
  return events.flatMap((event, index): Accepted[] => {
    if (isAsked.has(index + 1) || !isAnswer(event)) return [];
    let to = index + 1;
    while (to < events.length && decisions[to] === decisions[index]) to += 1;
    const { at, occurredAt, actor, by, onBehalfOf, over } = event;
    const type = ACTS.find((act) => EVENT_OF[act] === event.type)!;
    const said = 'text' in event && event.text !== undefined ? { text: event.text } : {};
    const whose = { ...(onBehalfOf && { onBehalfOf }), ...(over && { over }) };
    return [
      { from: index + 1, to, command: { type, at, occurredAt, actor, by, ...whose, ...said } as Command },
    ];
  });
}

const isAnswer = ({ type, over }: CaseEvent): boolean =>
  ANSWERS.has(type) && (over === 'text' || over === 'call');

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
