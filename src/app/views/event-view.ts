import type { CaseEvent } from '../../core/case/event.ts';
import { eventFromJson } from '../../core/case/event-json.ts';
import { type CaseContext, caseSentences } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { Caller } from '../authorise.ts';
import type { KeptEvent } from '../ports/reading.ts';
import { readsFor } from './sight.ts';

/** An event as a program reads it, with its sentence. */
export type EventView = Readonly<Record<string, unknown>> & {
  readonly caseId: string;
  readonly number: number;
  readonly sentence: string;
};

/** What was said to one party is for that party and for whoever said it; the rest is for all who see the case. */
export function isForReader({ body }: Pick<KeptEvent, 'body'>, caller: Caller): boolean {
  const { audience, actor } = body;
  if (typeof audience !== 'string' || audience === 'all') return true;
  const parties = readsFor(caller);
  if (parties === 'all') return true;
  return [...parties].some((party) => party === audience || party === actor);
}

/** An event as the core has it, with what was typed; the rules it names are known by their number alone. */
export function eventOf({ body, text }: KeptEvent): CaseEvent {
  const { textDigest: _digest, ...rest } = body;
  return eventFromJson(text === undefined ? rest : { ...rest, text }, namedOnly);
}

/** An event on its way out, its sentence in the reader's language; the rules it names are looked up where that wants them. */
export function eventView(kept: KeptEvent, context: CaseContext, language: Language): EventView {
  const { caseId, number, body, text, textErased, digest } = kept;
  const { textDigest: _digest, ...rest } = body;
  const sentence = caseSentences(catalogue(language).case, context).event(eventOf(kept));
  return {
    caseId,
    number,
    ...rest,
    ...(text !== undefined && { text }),
    ...(textErased && { textErased }),
    sentence,
    digest,
  };
}

/** Sentences name a revision by its number; its rules are not asked for. */
const namedOnly = (number: number): Revision => ({ number }) as Revision;
