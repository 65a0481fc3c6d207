import { hourOfTries, type Reaching } from '../core/case/play/reaching.ts';
import type { Scenario } from '../core/case/play/scenario.ts';
import type { Line, Played } from '../core/case/play/simulate.ts';
import type { Instant } from '../core/instant.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import type { OutlookTry } from '../core/reach/outlook.ts';
import { plannedMeans } from './reaching.ts';

/** Somebody whom Ladder would try, between the lines of a played case. */
export type TriedLine = { readonly tried: OutlookTry & { readonly level: number } };

interface Given {
  readonly plan: Plan;
  readonly revision: Revision;
  readonly scenario: Scenario;
  readonly reaching: Reaching;
}

/** What tells a level no more: somebody of it has answered. */
const ANSWERS: readonly string[] = ['Acknowledged', 'Responded', 'ResolutionProposed'];

/**
 * The lines of a played case with whom Ladder would try in the first hour of each level, in the order of time, until
 * somebody of the level answers or the case ends.
 */
export function withTries({ lines }: Pick<Played, 'lines'>, given: Given): readonly (Line | TriedLine)[] {
  const tries = lines
    .flatMap((line) => ('event' in line && line.event.type === 'LevelContacted' ? [line.event] : []))
    .flatMap(({ level, occurredAt }) => triesAt({ lines }, given, level, occurredAt))
    .sort((a, b) => a.tried.at - b.tried.at);
  const all: (Line | TriedLine)[] = [];
  for (const line of lines) {
    const at = 'event' in line ? line.event.at : line.at;
    while (tries[0] && tries[0].tried.at < at) all.push(tries.shift() as TriedLine);
    all.push(line);
  }
  return [...all, ...tries];
}

function triesAt(
  { lines }: Pick<Played, 'lines'>,
  { plan, revision, scenario, reaching }: Given,
  level: number,
  at: Instant,
): readonly TriedLine[] {
  const urgency = revision.tracks[scenario.track]?.urgency ?? 'normal';
  const end = lines.find((line) => 'event' in line && line.event.at >= at && ends(line.event, level));
  const endsAt = end && 'event' in end ? end.event.at : scenario.until;
  const asked = { level, urgency, at, directory: scenario.directory, meansOf: plannedMeans(plan) };
  return hourOfTries(revision, reaching, asked)
    .filter((one) => endsAt === undefined || one.at < endsAt)
    .map((one) => ({ tried: { ...one, level } }));
}

function ends(event: { readonly type: string }, level: number): boolean {
  if (event.type === 'CaseClosed') return true;
  return ANSWERS.includes(event.type) && (event as { level?: number }).level === level;
}
