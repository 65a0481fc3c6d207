import type { CaseEvent } from '../../core/case/event.ts';
import { FOLLOWING } from '../../core/case/following.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { caseSentences } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Cell, Line, PaperSection } from '../paper/paper.ts';
import { instantPieces, openOf } from './facts-sections.ts';
import type { FiledCase, FiledEvent, FileParts } from './filed-case.ts';

/** Everything that happened, in its order: who, what was typed, what became of each message, and the digest of each. */
export function eventsSection({ file }: FileParts, language: Language): PaperSection {
  const { events: words } = catalogue(language).caseFile;
  const { columns } = words;
  return {
    id: 'events',
    title: words.title,
    blocks: [
      { is: 'text', words: words.about },
      {
        is: 'table',
        caption: words.caption,
        isCaptionHidden: true,
        columns: [columns.number, columns.when, columns.what],
        rows: file.events.map((one) => [
          String(one.number),
          whenCell(file, one, language),
          { lines: linesOf(file, one, language) },
        ]),
      },
    ],
  };
}

function whenCell(file: FiledCase, { at, said }: FiledEvent, language: Language): Cell {
  const { timeZone } = openOf(file).revision;
  const occurred = said?.event.occurredAt ?? at;
  return {
    lines: [
      { words: instantPieces(occurred, timeZone, language) },
      { words: formatInstant(occurred), isQuiet: true },
    ],
  };
}

/** A minute is what a table shows: what was taken in later than that is said. */
const MINUTE_MS = 60_000;
const minuteOf = (at: Instant): number => Math.floor(at / MINUTE_MS);

function linesOf(file: FiledCase, one: FiledEvent, language: Language): readonly Line[] {
  const { caseFile, casePage, parts } = catalogue(language);
  const { events: words } = caseFile;
  const { timeZone } = openOf(file).revision;
  const { digest, said, textErased } = one;
  const quiet = (text: string): Line => ({ words: text, isQuiet: true });
  const digestLine: Line = {
    words: [`${words.digest} `, { text: digest, isCode: true }],
    isQuiet: true,
  };
  if (!said) return [quiet(words.withheld), digestLine];
  const { event } = said;
  const who = whoOf(one, event, language);
  const wasLater = minuteOf(event.at) > minuteOf(event.occurredAt);
  return [
    { words: sentenceOf(file, event, language) },
    ...(who === '' ? [] : [quiet(who)]),
    ...typedLines(event),
    ...(textErased ? [quiet(casePage.conversation.erased)] : []),
    ...(one.delivery
      ? [quiet(`${words.carried(one.delivery)} ${becameOf(one.delivery, timeZone, language)}`)]
      : []),
    ...(wasLater ? [quiet(words.counted({ at: parts.time.at({ at: event.at, timeZone }) }))] : []),
    ...(event.type === 'FileAttached' && event.fileDigest !== undefined
      ? [
          {
            words: [`${words.file} `, { text: event.fileDigest, isCode: true as const }],
            isQuiet: true as const,
          },
        ]
      : []),
    digestLine,
  ];
}

/** When each thing became of a message, in their order. */
function becameOf(
  { queuedAt, handedOverAt, deliveredAt, answeredAt }: NonNullable<FiledEvent['delivery']>,
  timeZone: string,
  language: Language,
): string {
  const { casePage, parts } = catalogue(language);
  const { became } = casePage.conversation;
  const steps = [
    [became.queued, queuedAt],
    [became.handedOver, handedOverAt],
    [became.delivered, deliveredAt],
    [became.answered, answeredAt],
  ] as const;
  const known = steps.flatMap(([words, at]) =>
    at === undefined ? [] : [`${words} ${parts.time.at({ at, timeZone })}`],
  );
  return `${known.join(', ')}.`;
}

function sentenceOf(file: FiledCase, event: CaseEvent, language: Language): string {
  const { casePage, case: sentences } = catalogue(language);
  if (event.type === 'NoteAdded') return casePage.conversation.note(event);
  const nameOf = (person: string): string | undefined => file.faces.people.get(person)?.name;
  return caseSentences(sentences, { ...openOf(file).revision, nameOf }).event(event);
}

function whoOf({ name }: FiledEvent, event: CaseEvent, language: Language): string {
  if (event.by === 'ladder' || FOLLOWING.has(event.type)) return '';
  const { who, over } = catalogue(language).casePage.conversation;
  const said = who({
    ...{ name, party: event.actor, isYou: false, ladder: undefined },
    onBehalf: event.onBehalfOf !== undefined,
  });
  const means = over[event.over ?? ''] ?? '';
  return means === '' ? said : `${said}, ${means}`;
}

/** What was typed, in its lines; a file's name is in its sentence already. */
function typedLines(event: CaseEvent): readonly Line[] {
  const text = 'text' in event && event.type !== 'FileAttached' ? (event.text ?? '') : '';
  if (text.trim() === '') return [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.map((line, at) => ({
    words: `${at === 0 ? '“' : ''}${line}${at === lines.length - 1 ? '”' : ''}`,
  }));
}
