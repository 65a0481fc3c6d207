import type { Caller } from '../app/authorise.ts';
import type { Answer } from '../app/handle.ts';
import type { KeptEvent } from '../app/ports/reading.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { openPart } from '../app/views/case-view.ts';
import { type EventView, eventView, isForReader } from '../app/views/event-view.ts';
import { sightOf } from '../app/views/sight.ts';
import type { CaseRefusal } from '../core/case/refusal.ts';
import { formatInstant } from '../core/instant.ts';
import type { CaseContext } from '../core/message/case.ts';
import { API_LANGUAGE } from './api-language.ts';
import type { HttpParts } from './parts.ts';
import { caseProblem, isServiceProblem, type Problem, problem } from './problem.ts';

/** What a command brought. */
interface Done {
  readonly caseId: string;
  readonly at: string;
  /** How many events the case has after it. */
  readonly version: number;
  readonly events: readonly EventView[];
}

/** Nobody brings that many in one decision; the rest is under `events`. */
const EVENTS_MAX = 200;

/** The reply to a command, the same for whoever repeats it; a no is thrown as a problem. */
export async function answered(
  parts: HttpParts,
  caller: Caller,
  answer: Answer,
  context: CaseContext | undefined,
): Promise<Done> {
  const key = { contract: caller.contract, caseId: answer.caseId };
  if (!answer.accepted) throw await refused(parts, caller, key, answer.refusal, context);
  const { from, to, at, caseId } = answer;
  const kept =
    from > to ? [] : await parts.reading.events(key, from - 1, Math.min(to - from + 1, EVENTS_MAX));
  const words = context ?? (await contextOf(parts, caller, key));
  return { caseId, at: formatInstant(at), version: to, events: viewsFor(caller, kept, words) };
}

/** The events of one case that a caller may read. */
export const viewsFor = (
  caller: Caller,
  kept: readonly KeptEvent[],
  context: CaseContext | undefined,
): readonly EventView[] =>
  context
    ? kept.filter((one) => isForReader(one, caller)).map((one) => eventView(one, context, API_LANGUAGE))
    : [];

async function contextOf(parts: HttpParts, caller: Caller, key: CaseKey): Promise<CaseContext | undefined> {
  const found = await parts.reading.case(key, sightOf(caller));
  if (found) return openPart(found.state).revision;
  const [published] = await parts.reading.revisions(key.contract);
  return published && parts.reading.rules(key.contract, published.number);
}

async function refused(
  parts: HttpParts,
  caller: Caller,
  key: CaseKey,
  refusal: Extract<Answer, { accepted: false }>['refusal'],
  context: CaseContext | undefined,
): Promise<Problem> {
  if (refusal.code === 'case-changed') return changed(parts, caller, key, refusal.values, context);
  if (isServiceProblem(refusal)) return problem(refusal.code, refusal.values as never);
  const words = context ?? (await contextOf(parts, caller, key));
  if (!words) return problem('case-not-found', { caseId: key.caseId });
  return caseProblem(refusal as CaseRefusal, words);
}

/** Somebody else was faster: what happened since is said with the no. */
async function changed(
  parts: HttpParts,
  caller: Caller,
  key: CaseKey,
  values: { readonly expected: number; readonly said: number },
  context: CaseContext | undefined,
): Promise<Problem> {
  const kept = await parts.reading.events(key, values.expected, EVENTS_MAX);
  const words = context ?? (await contextOf(parts, caller, key));
  const happened = viewsFor(caller, kept, words).map(({ sentence }) => sentence);
  const version = Math.max(values.said, kept.at(-1)?.number ?? 0);
  return problem('case-changed', values, { happened, headers: { etag: `"${version}"` } });
}
