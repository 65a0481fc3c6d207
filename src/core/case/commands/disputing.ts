import type { CommandOf } from '../command.ts';
import type { Course } from '../course.ts';
import { base, given, openState, record } from '../course.ts';
import type { CaseRefusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Ask, Stop } from '../state.ts';

/** The customer holds that a pause should not count. */
export function contestPause(course: Course, command: CommandOf<'contestPause'>): CaseRefusal | undefined {
  const { pause, text } = command;
  const stop = pauseOf(course, pause);
  if (!stop) return refusal('case-pause-unknown', { pause });
  const no = alreadyContested(stop, 'pause', pause);
  if (no) return no;
  record(course, { type: 'PauseContested', ...base(command), pause, ...given({ text }) });
  return undefined;
}

/** Oversight decides; where it upholds the contest, clocks count as though nobody had paused. */
export function decidePauseDispute(
  course: Course,
  command: CommandOf<'decidePauseDispute'>,
): CaseRefusal | undefined {
  const { pause, upheld, text } = command;
  const stop = pauseOf(course, pause);
  if (!stop) return refusal('case-pause-unknown', { pause });
  const no = notContested(stop, 'pause', pause);
  if (no) return no;
  record(course, { type: 'PauseDisputeDecided', ...base(command), pause, upheld, ...given({ text }) });
  return undefined;
}

/** The contractor doubts that the customer asked when it says it did. */
export function contestStatedInstant(
  course: Course,
  command: CommandOf<'contestStatedInstant'>,
): CaseRefusal | undefined {
  const { text } = command;
  const ask = askOf(course, command.ask);
  if (!ask) return refusal('case-ask-unknown', { ask: command.ask });
  if (ask.statedAt === undefined) return refusal('case-ask-not-stated', { ask: command.ask });
  const no = alreadyContested(ask, 'ask', command.ask);
  if (no) return no;
  record(course, { type: 'StatedInstantContested', ...base(command), ask: command.ask, ...given({ text }) });
  return undefined;
}

/** Oversight decides; upheld, the ask counts from when it was received. */
export function decideStatedInstant(
  course: Course,
  command: CommandOf<'decideStatedInstant'>,
): CaseRefusal | undefined {
  const { upheld, text } = command;
  const ask = askOf(course, command.ask);
  if (!ask) return refusal('case-ask-unknown', { ask: command.ask });
  const no = notContested(ask, 'ask', command.ask);
  if (no) return no;
  record(course, {
    type: 'StatedInstantDecided',
    ...base(command),
    ask: command.ask,
    upheld,
    ...given({ text }),
  });
  return undefined;
}

const pauseOf = (course: Course, number: number): Stop | undefined =>
  openState(course).stops.find((stop) => stop.kind === 'pause' && stop.number === number);

const askOf = (course: Course, number: number): Ask | undefined =>
  openState(course).asks.find((ask) => ask.number === number);

type Contested = Pick<Stop, 'contest'>;

function alreadyContested(
  { contest }: Contested,
  what: 'pause' | 'ask',
  number: number,
): CaseRefusal | undefined {
  return contest === 'none' ? undefined : refusal('case-contest-settled', { what, number });
}

function notContested(
  { contest }: Contested,
  what: 'pause' | 'ask',
  number: number,
): CaseRefusal | undefined {
  return contest === 'open' ? undefined : refusal('case-contest-missing', { what, number });
}
