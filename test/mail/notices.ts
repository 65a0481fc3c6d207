import { readFileSync } from 'node:fs';
import type { Command } from '../../src/core/case/command.ts';
import { decide } from '../../src/core/case/decide.ts';
import { type Effect, effectsOf } from '../../src/core/case/effects.ts';
import type { CaseEvent } from '../../src/core/case/event.ts';
import { evolve } from '../../src/core/case/evolve.ts';
import { readScenario, scenarioOf } from '../../src/core/case/play/scenario.ts';
import { simulate } from '../../src/core/case/play/simulate.ts';
import { type CaseState, initial } from '../../src/core/case/state.ts';
import { waitingFor } from '../../src/core/case/waiting-for.ts';
import { asInstant } from '../../src/core/instant.ts';
import type { MailContact, MailNotice } from '../../src/core/message/mail-notice.ts';
import { parse } from '../../src/core/plan/reading/parse.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import { stateAfter } from '../build/case.ts';
import { ROOT } from '../cli/play.ts';

type Send = Extract<Effect, { type: 'send' }>;

/** What one decision told somebody: the effect, the decision's events, and the case after it. */
export interface Telling {
  readonly send: Send;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

/** Every telling of a decision, from the state before it. */
export function tellingsOf(before: CaseState, events: readonly CaseEvent[]): readonly Telling[] {
  const state = events.reduce(evolve, before);
  return effectsOf(before, events).flatMap((effect) =>
    effect.type === 'send' ? [{ send: effect, events, state }] : [],
  );
}

/** What a command tells people, after others. */
export function tellingsAfter(told: readonly Command[], command: Command): readonly Telling[] {
  const before = stateAfter(...told);
  const decision = decide(before, command);
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return tellingsOf(before, decision.events);
}

/** Every telling of a scenario that stands under `scenarios/`. */
export function scenarioTellings(name: string): readonly Telling[] {
  const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
  const { written } = readScenario(read(`scenarios/${name}.scenario.yaml`));
  const plan = read(`scenarios/${written.plan}`.replace('scenarios/../', ''));
  const { revision } = compile(parse(plan).value, 1);
  const result = scenarioOf(written, revision!);
  if (!('scenario' in result)) throw new Error(result.problem.code);
  const events = simulate(revision!, result.scenario).lines.flatMap((line) =>
    'event' in line ? [line.event] : [],
  );
  let state: CaseState = initial;
  return decisionsOf(events).flatMap((decision) => {
    const before = state;
    state = decision.reduce(evolve, state);
    return tellingsOf(before, decision);
  });
}

/** What was decided at one instant. */
function decisionsOf(events: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const decisions: CaseEvent[][] = [];
  for (const event of events) {
    const last = decisions.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else decisions.push([event]);
  }
  return decisions;
}

export const CONTACTS: readonly MailContact[] = [
  {
    level: 1,
    name: 'Customer Support',
    title: 'Customer Support Center',
    phones: [
      { kind: 'office', number: '+18005550100' },
      { kind: 'mobile', number: '+19165550101' },
    ],
    email: 'lanternnet.escalations@pacific-lantern.example',
  },
  {
    level: 2,
    name: 'Ines Calloway',
    title: 'Lead Solutions Architect/Contract Program Manager',
    phones: [
      { kind: 'office', number: '+19165550142' },
      { kind: 'mobile', number: '+19165550143' },
    ],
    email: 'ines.calloway@pacific-lantern.example',
  },
  {
    level: 3,
    name: 'Wren Halloway',
    title: 'Director of Solutions',
    phones: [{ kind: 'office', number: '+17075550118' }],
    email: 'wren.halloway@pacific-lantern.example',
  },
];

const NAMES = {
  dana: 'Dana Reyes',
  'customer-support': 'Customer Support',
  'solutions-architect': 'Ines Calloway',
  'solutions-manager': 'Wren Halloway',
  oversight: 'Olga Marsh',
};
const READERS = { customer: 'Dana Reyes', contractor: 'Pacific Lantern', oversight: 'Olga Marsh' } as const;

/** The mail of a telling, to somebody in California unless said otherwise. */
export function noticeOf({ send, events, state }: Telling, changes: Partial<MailNotice> = {}): MailNotice {
  const level = 'level' in send.to ? send.to.level : undefined;
  const audience = 'party' in send.to ? send.to.party : level === undefined ? 'customer' : 'contractor';
  return {
    language: 'en',
    audience,
    level,
    isWatching: false,
    reader: {
      name: CONTACTS.find((one) => one.level === level)?.name ?? READERS[audience],
      timeZone: 'America/Los_Angeles',
    },
    event: send.event,
    also: events.filter((one) => one !== send.event),
    before: [],
    state,
    at: asInstant(send.event.at + 1000),
    contractTitle: 'CALNET 3, Category 9.1',
    customerName: 'Department of Lighthouses',
    caseId: '100001',
    references: ['INC-4711'],
    names: NAMES,
    contacts: contactsFor(state, audience),
    actions: actionsFor(state, audience, level),
    caseUrl: 'https://ladder.example/cases/100001',
    canReply: true,
    round: 0,
    demonstration: false,
    ...changes,
  };
}

/** Whom a customer or oversight would call: the levels reached, and one that may be. */
function contactsFor(state: CaseState, audience: MailNotice['audience']): readonly MailContact[] {
  if (state.status !== 'open' || audience === 'contractor') return [];
  const waiting = waitingFor(state);
  const levels = [...state.contacted, ...waiting.due].map(({ level }) => level);
  return CONTACTS.filter(({ level }) => levels.includes(level)).toReversed();
}

/** What each audience may do now, as the service offers it. */
function actionsFor(
  state: CaseState,
  audience: MailNotice['audience'],
  level: number | undefined,
): MailNotice['actions'] {
  const url = (name: string): string => `ladder-link:${name}`;
  if (state.status === 'closed') {
    return audience === 'customer' && state.before ? [{ action: 'undoSatisfied', url: url('undo') }] : [];
  }
  const moves = waitingFor(state)
    .due.filter((step) => step.actor === audience)
    .map((step) => ({ action: 'escalate' as const, level: step.level, url: url(`move-${step.level}`) }));
  if (audience === 'contractor' && level !== undefined) {
    return [
      { action: 'acknowledge', level, url: url('acknowledge') },
      { action: 'respond', level, url: url('respond') },
    ];
  }
  if (audience !== 'customer') return moves;
  return [
    ...moves,
    { action: 'satisfied', url: url('satisfied') },
    { action: 'notSatisfied', url: url('not-satisfied') },
  ];
}
