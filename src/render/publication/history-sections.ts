import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { changeSentence } from '../../core/message/diff.ts';
import { findingSentences } from '../../core/message/findings.ts';
import type { Block, PaperSection, Words } from '../paper/paper.ts';
import { clocksOfPlan, instantWords } from './plan-words.ts';
import type { PlanParts, PublishedPlan } from './published-plan.ts';

type Revisions = PublishedPlan['revisions'];
type Question = PublishedPlan['questions'][number];

/** The name of whoever has an id, of a person or a seat. */
const nameIn =
  ({ seats, names }: PublishedPlan) =>
  (id: string): string =>
    names.get(id) ?? seats.get(id)?.person?.name ?? seats.get(id)?.title ?? id;

const text = (words: Words): Block => ({ is: 'text', words });

/** Every revision that was in force, and what it changed, in sentences. */
export function historySection({ plan }: PlanParts, language: Language): PaperSection {
  const { revisions, history, written, ofFile } = plan;
  const words = catalogue(language).planPage.history;
  const versions = written?.document?.history ?? [];
  const older = history.length - revisions.length;
  return {
    id: 'history',
    title: words.title,
    blocks: [
      text(ofFile ? catalogue(language).papers.ofFile.says : words.about),
      ...revisions.flatMap((revision) => revisionBlocks(plan, revision, language)),
      ...(older > 0 ? [text(words.older({ count: older }))] : []),
      ...(versions.length === 0
        ? []
        : ([
            { is: 'heading', rank: 3, text: words.versions },
            {
              is: 'list',
              items: versions.map(({ version = '', date, note }) => words.version({ version, date, note })),
            },
          ] as const)),
    ],
  };
}

function revisionBlocks(
  plan: PublishedPlan,
  { number, isInForce, publishedAt, agreedBy, isAgreedByWord, changed, isFirst }: Revisions[number],
  language: Language,
): readonly Block[] {
  const words = catalogue(language).planPage.history;
  const timeZone = clocksOfPlan(plan);
  const agreed = agreedBy.map(nameIn(plan)).join(', ');
  return [
    {
      is: 'heading',
      rank: 3,
      text: words.revision({ number }),
      mark: isInForce ? words.inForce : undefined,
    },
    {
      is: 'facts',
      facts: [
        ...(publishedAt === undefined
          ? []
          : [{ name: words.publishedAt, value: instantWords(publishedAt, timeZone, language) }]),
        ...(agreed === ''
          ? []
          : [{ name: words.agreedBy, value: isAgreedByWord ? words.byWord({ names: agreed }) : agreed }]),
      ],
    },
    ...(isFirst ? [text(words.first)] : changed ? changesBlocks(changed, language) : [text(words.erased)]),
  ];
}

function changesBlocks(
  { changes, kept }: NonNullable<Revisions[number]['changed']>,
  language: Language,
): readonly Block[] {
  const { diff, planPage } = catalogue(language);
  const words = planPage.history;
  if (changes.length === 0 && kept === 0) return [text(words.sameText)];
  const items = [
    ...changes.map((change) => changeSentence(diff, change)),
    ...(kept > 0 ? [words.kept({ count: kept })] : []),
  ];
  const summary = words.changes({ count: changes.length + kept });
  return [{ is: 'fold', summary, blocks: [{ is: 'list', items }] }];
}

/** What the plan leaves open, and how what it once said in two ways was settled. */
export function questionsSection({ plan }: PlanParts, language: Language): PaperSection {
  const { questions } = plan;
  const words = catalogue(language).planPage.questions;
  const isOpen = ({ question }: Question): boolean => question.settled === undefined;
  const open = questions.filter(isOpen);
  const settled = questions.filter((one) => !isOpen(one));
  const first =
    questions.length === 0
      ? words.none
      : open.length > 0
        ? words.open({ count: open.length })
        : words.allSettled({ count: settled.length });
  const blocksOf = (all: readonly Question[]) => all.flatMap((one) => questionBlocks(plan, one, language));
  return {
    id: 'questions',
    title: words.title,
    blocks: [
      text(first),
      ...blocksOf(open),
      ...(settled.length === 0
        ? []
        : [{ is: 'fold' as const, summary: words.settledTitle, blocks: blocksOf(settled) }]),
      ...overrideBlocks(plan, language),
    ],
  };
}

/** What would have stopped publication and was let stand, with the reason of each party. */
function overrideBlocks(plan: PublishedPlan, language: Language): readonly Block[] {
  const { findings, planPage } = catalogue(language);
  const words = planPage.overrides;
  const { overrides } = plan;
  if (overrides.length === 0) return [text(words.none)];
  return [
    { is: 'heading', rank: 3, text: words.title },
    text(words.about({ count: overrides.length })),
    ...overrides.flatMap(({ finding, path, isKept, reasons }): readonly Block[] => [
      { is: 'heading', rank: 4, text: words.one({ path }) },
      text(isKept ? words.kept : finding ? findingSentences(findings, finding).message : words.erased),
      {
        is: 'facts',
        facts: reasons.map(({ party, by, because }) => ({
          name: words.by({ party, name: nameIn(plan)(by) }),
          value: isKept ? words.keptReason : (because ?? words.erasedReason),
        })),
      },
    ]),
  ];
}

function questionBlocks(
  plan: PublishedPlan,
  { question, isKept }: Question,
  language: Language,
): readonly Block[] {
  const words = catalogue(language).planPage.questions;
  const { about = '', readings = [], taken, settled } = question;
  const items = readings.map(({ value, quote, place }, index): Words => {
    const said = words.reading({ value: words.value({ about, value }), quote, place });
    return taken === index + 1 ? [`${said} `, { text: words.taken, isStrong: true }] : said;
  });
  const how = settled
    ? words.settled({ by: (settled.by ?? []).map(nameIn(plan)), date: settled.date })
    : words.unsettled;
  const why =
    settled?.because === undefined || isKept ? '' : ` ${words.because({ because: settled.because })}`;
  return [
    { is: 'heading', rank: 3, text: words.about({ about }) },
    isKept ? text(words.kept) : { is: 'list', items, isNumbered: true },
    text(`${how}${why}`),
  ];
}
