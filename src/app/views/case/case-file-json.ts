import { ANSWERS } from '../../../core/case/answer-times.ts';
import { formatInstant, type Instant } from '../../../core/instant.ts';
import { caseSentences } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import { caseView } from '../case-view.ts';
import type { CaseFile, FiledClock, FiledEvent } from './case-file.ts';

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** The file of a case for a program: the case as it stands, its clocks, and its events as they lie in the record. */
export function caseFileJson(file: CaseFile, language: Language): object {
  const { key, contractTitle, now, part, state, isSetAside, references, faces, answers, proof } = file;
  const nameOf = (person: string): string | undefined => faces.people.get(person)?.name;
  const { lastCheckpoint, broken, ...counts } = proof;
  return {
    format: 'ladder-case-file-1',
    writtenAt: formatInstant(now),
    language,
    part: { ...part },
    contract: { contract: key.contract, title: contractTitle },
    case: caseView({ key, state, events: part.events, isSetAside, references }, language),
    revisionDigest: file.revisionDigest ?? null,
    answers: Object.fromEntries(
      ANSWERS.map((kind) => {
        const taken = answers[kind];
        const minutes = (ms: number | undefined) => (ms === undefined ? null : ms / MINUTE_MS);
        return [
          kind,
          taken
            ? {
                at: iso(taken.at),
                minutes: minutes(taken.plainMs),
                openMinutes: minutes(taken.openMs),
              }
            : null,
        ];
      }),
    ),
    clocks: file.clocks.map((one) => clockJson(one, nameOf, language)),
    events: file.events.map((one) => eventJson(one, file, language)),
    record: {
      holds: broken === undefined,
      code: broken?.code ?? null,
      events: counts.events,
      texts: counts.texts,
      erased: counts.erased,
      checkpoint: lastCheckpoint
        ? { number: lastCheckpoint.number, at: iso(lastCheckpoint.at), digest: lastCheckpoint.digest }
        : null,
    },
  };
}

const MINUTE_MS = 60_000;

function clockJson(
  { name, dueAt, begunBy, ended, revision, from, reasons }: FiledClock,
  nameOf: (person: string) => string | undefined,
  language: Language,
): object {
  const words = catalogue(language);
  const say = caseSentences(words.case, { ...revision, nameOf }).event;
  return {
    name,
    sentence: words.casePage.clocks.deadline(name, revision),
    from: from ?? null,
    dueAt: formatInstant(dueAt),
    reasons,
    begunBy,
    ended: ended ? { how: ended.how, by: ended.by, sentence: say(ended.event) } : null,
  };
}

function eventJson(
  { number, said, textErased, digest, delivery }: FiledEvent,
  { state, faces }: CaseFile,
  language: Language,
): object {
  if (!said) return { number, withheld: true, digest };
  const open = state.status === 'closed' ? state.last : state;
  const nameOf = (person: string): string | undefined => faces.people.get(person)?.name;
  const sentence = caseSentences(catalogue(language).case, { ...open.revision, nameOf }).event(said.event);
  const text = 'text' in said.event ? said.event.text : undefined;
  return {
    number,
    ...said.body,
    ...(text !== undefined && { text }),
    ...(textErased && { textErased }),
    sentence,
    ...(delivery && {
      carried: {
        event: delivery.event,
        attempts: delivery.attempts,
        reason: delivery.reason ?? null,
        queuedAt: iso(delivery.queuedAt),
        settledAt: iso(delivery.settledAt),
        handedOverAt: iso(delivery.handedOverAt),
        deliveredAt: iso(delivery.deliveredAt),
        answeredAt: iso(delivery.answeredAt),
      },
    }),
    digest,
  };
}
