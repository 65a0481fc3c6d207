import type { Act, Target } from '../../app/views/case/acts.ts';
import type { CaseSheet } from '../../app/views/case/case-sheet.ts';
import type { Offer } from '../../app/views/case/offers.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ActSubject } from '../../core/message/portal/case-page.ts';
import type { NoticeMeans } from '../../core/reach/notice-rules.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { Frame } from '../frame.tsx';

/** A part of the page of a case that another part of the portal brings. */
export interface CaseSection {
  /** Letters and hyphens; no other section has it. */
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** The page of a case, for one reader. */
export interface CaseView extends Frame {
  readonly sheet: CaseSheet;
  readonly contractTitle: string;
  /** Where instants are shown besides the contract's zone. */
  readonly readerZone: string | undefined;
  /** By what people are told here. */
  readonly carriers: readonly NoticeMeans[];
  /** Makes a form that is sent twice be done once. */
  readonly formKey: string;
  /** What the reader has just done: the act, and the numbers of the events that it brought. */
  readonly done?: { readonly act: Act; readonly from: number; readonly to: number } | undefined;
  readonly sections: readonly CaseSection[];
}

/** Pages above that of a case: the list it stands in. */
export const crumbsAbove = ({ key: { contract } }: Pick<CaseSheet, 'key'>, language: Language) => [
  {
    title: catalogue(language).pages.places.cases,
    path: `/contracts/${encodeURIComponent(contract)}/cases`,
  },
];

/** Where a case is. */
export const casePath = ({ key: { contract, caseId } }: Pick<CaseSheet, 'key'>): string =>
  `/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}`;

/** Where the form of an act is, with what tells it from others of its kind. */
export function actPath(
  sheet: Pick<CaseSheet, 'key'>,
  offer: Pick<Offer, 'command' | 'target' | 'onBehalf' | 'choices'>,
): string {
  const query = new URLSearchParams(
    Object.entries(hiddenOf(offer)).map(([name, value]) => [name, String(value)]),
  );
  const path = `${casePath(sheet)}/acts/${offer.command}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

/** What a form carries of its act beside what is typed. */
export function hiddenOf({
  target,
  onBehalf,
  choices,
}: Pick<Offer, 'target' | 'onBehalf' | 'choices'>): Readonly<Record<string, number>> {
  return { ...target, ...(onBehalf && { behalf: 1 }), ...(choices.reasons && { early: 1 }) };
}

/** What the sentences about an act may name. */
export function subjectOf(
  { open }: Pick<CaseSheet, 'open'>,
  { target, onBehalf, choices }: Pick<Offer, 'target' | 'onBehalf' | 'choices'>,
): ActSubject {
  return {
    ...target,
    at: instantOf(open, target),
    onBehalf,
    isEarly: choices.reasons !== undefined,
    context: open.revision,
  };
}

/** The instant by which a reader knows a pause, an ask or an answer: people do not count them. */
function instantOf(
  { stops, asks, answers }: CaseSheet['open'],
  { pause, ask, response }: Target,
): Instant | undefined {
  if (pause !== undefined)
    return stops.find(({ kind, number }) => kind === 'pause' && number === pause)?.from;
  if (ask !== undefined) return asks.find(({ number }) => number === ask)?.statedAt;
  return answers.find(({ number }) => number === response)?.statedAt;
}
