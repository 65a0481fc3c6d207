import type { PlanPageWords } from '../portal/plan.ts';
import { readingValue } from '../question-place.ts';
import { counted, formatDate, formatLocal, listed } from './dates.ts';
import { aboutWords, readingWords } from './question-place.ts';

const date = (text: string): string => formatDate(text, { year: true });

/** What the page of a plan says of the plan itself: its questions, its history, what it is. */
export const planRecordWords: Pick<
  PlanPageWords,
  'questions' | 'overrides' | 'history' | 'about' | 'cardNote'
> = {
  questions: {
    title: 'Open questions',
    none: 'The plan leaves nothing open and says nothing in two ways, as far as its parties noted.',
    open: ({ count }) =>
      count === 1
        ? 'One question is not settled yet. Until it is, the plan runs on the reading marked below.'
        : `${counted(count, 'question')} are not settled yet. Until they are, the plan runs on the readings marked below.`,
    allSettled: ({ count }) =>
      count === 1
        ? 'None. The one question there was has been settled.'
        : `None. All ${count} questions that there were have been settled.`,
    settledTitle: 'Questions that were settled, and how',
    about: ({ about }) => `About ${aboutWords(about)}`,
    value: ({ about, value }) => readingValue(value, (part) => readingWords(about, part)),
    reading: ({ value, quote, place }) => {
      const where = place === undefined ? '' : ` (${place})`;
      return quote === undefined ? `${value}${where}` : `${value}: “${quote}”${where}`;
    },
    taken: 'This is how the plan runs.',
    settled: ({ by, date: on }) =>
      `Settled${by.length === 0 ? '' : ` by ${listed(by)}`}${on === undefined ? '' : ` on ${date(on)}`}.`,
    because: ({ because }) => `Because: ${because}.`,
    unsettled: 'Not settled yet.',
    kept: 'It is about a number that is not shown to you.',
  },
  overrides: {
    none: 'No finding that would have stopped publication was overridden.',
    title: 'Findings that both parties let stand',
    about: ({ count }) =>
      count === 1
        ? 'This would have stopped publication. The contractor and oversight let it stand, each for a reason.'
        : 'These would have stopped publication. The contractor and oversight let them stand, each for a reason.',
    one: ({ path }) => `About ${path}`,
    by: ({ party, name }) => `${name}, for ${party === 'contractor' ? 'the contractor' : 'oversight'}`,
    kept: 'It is about a contact whose numbers are not shown to you.',
    keptReason: 'The reason is not shown to you.',
    erased: 'What was found cannot be shown: the text was erased.',
    erasedReason: 'The reason was erased.',
  },
  history: {
    title: 'History',
    about: 'A case runs on the revision it was opened with, whatever is published later.',
    revision: ({ number }) => `Revision ${number}`,
    inForce: 'In force',
    publishedAt: 'Published',
    agreedBy: 'Agreed by',
    byWord: ({ names }) =>
      `${names}, by the word of the operator of this installation, who loaded it at the terminal; they did not agree here`,
    first: 'The first revision that was published here.',
    sameText: 'It says the same as the one before.',
    erased: 'What it changed cannot be shown: the text of one of the two was erased.',
    changes: ({ count }) => `What it changed: ${counted(count, 'change')}`,
    kept: ({ count }) => `${counted(count, 'change')} of numbers that are not shown to you.`,
    older: ({ count }) => `${counted(count, 'older revision')} before these.`,
    versions: 'Versions of the document',
    version: ({ version, date: on, note }) =>
      `${version}${on === undefined ? '' : `, ${date(on)}`}${note === undefined ? '' : `: ${note}`}`,
  },
  about: {
    title: 'About this plan',
    document: 'Document',
    version: 'Version of the document',
    contract: 'Contract',
    clause: 'Clause',
    parties: 'Contractor and oversight',
    term: 'Term',
    termSays: ({ from, until }) => `${date(from)} to ${date(until)}`,
    revision: 'Revision',
    effective: 'In force since',
    digest: 'Digest',
    digestSays:
      'The digest is computed from everything that was agreed. Two copies with the same digest say the same.',
    zone: 'Zone of its clocks',
    json: 'This plan for programs (JSON)',
    erased:
      'The written plan was erased, and with it what only the text said. The rules that cases run by are below, as they were agreed.',
  },
  cardNote: ({ contract, levels, at, timeZone }) =>
    `${levels.length === 0 ? 'Contact' : `Level ${listed(levels.map(String))}`} of the escalation plan of ${contract}${at === undefined ? '' : `, as of ${formatLocal(at, timeZone, { year: true })}`}.`,
};
