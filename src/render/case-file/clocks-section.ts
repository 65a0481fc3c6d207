import { parseInstant } from '../../core/instant.ts';
import { caseSentences } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Block, PaperSection } from '../paper/paper.ts';
import { instantPieces } from './facts-sections.ts';
import type { FiledCase, FiledClock, FileParts } from './filed-case.ts';

/** Every run of every clock that began in this part, with why it was due then and how it ended. */
export function clocksSection({ file }: FileParts, language: Language): PaperSection {
  const { clocks: words } = catalogue(language).caseFile;
  return {
    id: 'clocks',
    title: words.title,
    blocks: [
      { is: 'text', words: words.about },
      ...(file.clocks.length === 0
        ? [{ is: 'text' as const, words: words.none }]
        : file.clocks.flatMap((one) => clockBlocks(file, one, language))),
    ],
  };
}

function clockBlocks(file: FiledCase, clock: FiledClock, language: Language): readonly Block[] {
  const { caseFile, casePage, parts } = catalogue(language);
  const { clocks: words } = caseFile;
  const { revision, name, dueAt, reasons } = clock;
  const { timeZone } = revision;
  const from = clock.from === undefined ? undefined : parseInstant(clock.from);
  return [
    { is: 'heading', rank: 3, text: casePage.clocks.deadline(name, revision) },
    {
      is: 'facts',
      facts: [
        ...(from === undefined ? [] : [{ name: words.from, value: instantPieces(from, timeZone, language) }]),
        { name: words.due, value: [{ text: parts.time.from({ at: dueAt, timeZone }), at: dueAt }] },
        ...(reasons.length === 0 ? [] : [{ name: words.why, value: { list: reasons } }]),
        { name: words.became, value: endWords(file, clock, language) },
      ],
    },
  ];
}

function endWords({ faces }: FiledCase, { ended, revision }: FiledClock, language: Language): string {
  const { caseFile, case: sentences } = catalogue(language);
  const { clocks: words } = caseFile;
  if (!ended) return words.runs;
  const nameOf = (person: string): string | undefined => faces.people.get(person)?.name;
  const event = caseSentences(sentences, { ...revision, nameOf }).event(ended.event);
  return words.how[ended.how]({ number: ended.by, event });
}
