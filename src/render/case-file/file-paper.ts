import { waitingFor } from '../../core/case/waiting-for.ts';
import { caseSentences } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Block, Paper, PaperSection, Words } from '../paper/paper.ts';
import { clocksSection } from './clocks-section.ts';
import { eventsSection } from './events-section.ts';
import { caseSection, instantPieces, levelsSection, openOf } from './facts-sections.ts';
import type { FileParts } from './filed-case.ts';

/** The file of a case, or of a part of a long one, as a paper. */
export function filePaper(parts: FileParts, language: Language): Paper {
  const { file } = parts;
  const { caseFile, casePage } = catalogue(language);
  const title = casePage.title({ caseId: file.key.caseId, track: openOf(file).track.title });
  const { number, of } = file.part;
  return {
    language,
    caption: file.contractTitle,
    title,
    stamp: stampOf(parts, language),
    foot: caseFile.foot({ title, number, of, digest: lastDigest(parts).slice(0, SHORT_DIGEST) }),
    asOf: file.now,
    opening: openingOf(parts, language),
    sections: [
      caseSection(parts, language),
      levelsSection(parts, language),
      clocksSection(parts, language),
      eventsSection(parts, language),
      recordSection(parts, language),
    ],
  };
}

/** As much of a digest as tells it from any other that somebody holds beside it. */
const SHORT_DIGEST = 12;
const lastDigest = ({ file }: FileParts): string => file.events.at(-1)?.digest ?? '';

function stampOf({ file, address }: FileParts, language: Language): Words {
  const { stamp } = catalogue(language).caseFile;
  const { timeZone } = openOf(file).revision;
  const { number, of } = file.part;
  const next = `${address}/file.pdf?${new URLSearchParams({ part: String(number + 1), language })}`;
  return [
    ...(of > 1 ? [`${stamp.part({ number, of })} `] : []),
    `${stamp.events(file.part)} ${stamp.written} `,
    ...instantPieces(file.now, timeZone, language),
    `. ${stamp.address} `,
    { text: address, href: address },
    '.',
    ...(number < of ? [` ${stamp.next} `, { text: next, href: next }, '.'] : []),
  ];
}

/** Where the case stands, before everything else: and what makes it unlike others. */
function openingOf({ file }: FileParts, language: Language): readonly Block[] {
  const { casePage, parts, case: words } = catalogue(language);
  const open = openOf(file);
  const nameOf = (person: string): string | undefined => file.faces.people.get(person)?.name;
  const say = caseSentences(words, { ...open.revision, nameOf });
  const warn = (text: string): Block => ({
    is: 'notice',
    kind: 'warning',
    title: parts.notices.warning,
    words: text,
  });
  return [
    ...(open.practice ? [warn(casePage.practice)] : []),
    ...(file.isSetAside ? [warn(casePage.setAside)] : []),
    {
      is: 'text',
      words: [
        { text: `${casePage.stands}: `, isStrong: true },
        { text: say.waiting(waitingFor(file.state)) },
      ],
    },
  ];
}

/** What the digests are worth: whether the record holds, and the checkpoint that covers it. */
function recordSection({ file }: FileParts, language: Language): PaperSection {
  const { caseFile, recordPage: words, pages, record } = catalogue(language);
  const { record: own } = caseFile;
  const { timeZone } = openOf(file).revision;
  const { broken, lastCheckpoint, ...counts } = file.proof;
  const say = broken && (record.breaks[broken.code as never] as (values: object) => { message: string });
  return {
    id: 'record',
    title: own.title,
    blocks: [
      { is: 'text', words: own.about },
      broken && say
        ? { is: 'notice', kind: 'error', title: words.broken, words: say(broken.values).message }
        : { is: 'text', words: `${words.holds}. ${words.holdsOf(counts)}` },
      {
        is: 'text',
        words: lastCheckpoint
          ? words.one.listed({
              number: lastCheckpoint.number,
              at: pages.instant(lastCheckpoint.at, timeZone),
            })
          : words.one.unlisted,
      },
      ...(lastCheckpoint
        ? [
            {
              is: 'facts' as const,
              facts: [
                {
                  name: own.checkpointDigest,
                  value: [{ text: lastCheckpoint.digest, isCode: true as const }],
                },
              ],
            },
          ]
        : []),
    ],
  };
}
