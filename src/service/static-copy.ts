import { createHash } from 'node:crypto';
import { planJson } from '../app/views/plan/plan-json.ts';
import type { PlanView } from '../app/views/plan/plan-view.ts';
import { catalogue, LANGUAGES, type Language } from '../core/message/catalogue.ts';
import { STATIC_FILES } from '../http/pages/static-files.ts';
import { typefaces } from '../http/typefaces.ts';
import { staticPage } from '../portal/plan/static-page.tsx';
import { ladderPicture } from '../render/ladder-picture.tsx';
import type { Block, Paper } from '../render/paper/paper.ts';
import { paperPdf } from '../render/pdf/paper-pdf.ts';
import { wallPdf } from '../render/pdf/wall-pdf.ts';
import { planCard } from '../render/publication/plan-card.ts';
import { planFeed } from '../render/publication/plan-feed.ts';
import { planPaper } from '../render/publication/plan-paper.ts';
import { wallSheet } from '../render/publication/wall-sheet.ts';
import { COPY_LIST } from './copy-list.ts';

/** Files by their paths inside the copy, with `/` between folders. */
type CopyFiles = ReadonlyMap<string, string | Uint8Array>;

interface Copied {
  readonly plan: PlanView;
  readonly address: string;
}

/**
 * A published plan as files that need nothing else: its page in every language, PDF, the page for the wall, JSON,
 * cards, calendar, pictures and style. The same plan gives the same bytes.
 */
export async function staticCopy(parts: Copied): Promise<CopyFiles> {
  const { plan, address } = parts;
  const files = new Map<string, string | Uint8Array>();
  for (const { name, plain } of STATIC_FILES) if (name === STYLE) files.set(name, plain);
  files.set('plan.json', `${JSON.stringify(planJson(plan, address), null, 2)}\n`);
  for (const seat of plan.seats.keys()) {
    const card = planCard(parts, { seat, customer: undefined }, 'en');
    if (card !== undefined) files.set(cardPath(seat), card);
  }
  for (const language of LANGUAGES) await addLanguage(files, parts, language);
  const { contract, published } = plan;
  const list = {
    contract: contract.contract,
    revision: published.number,
    digest: published.digest,
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)])),
  };
  files.set(COPY_LIST, `${JSON.stringify(list, null, 2)}\n`);
  return files;
}

const STYLE = 'ladder.css';
const PAGES: Readonly<Record<Language, string>> = { en: 'index.html', es: 'index-es.html' };

// Ids are letters, digits and hyphens: they are names of files on every system.
const cardPath = (seat: string): string => `contacts/${seat}.vcf`;
const ladderPath = (track: string, language: Language): string => `ladders/${track}-${language}.svg`;

async function addLanguage(
  files: Map<string, string | Uint8Array>,
  parts: Copied,
  language: Language,
): Promise<void> {
  const { offer } = catalogue(language).papers;
  const paper = planPaper(parts, language);
  for (const { track, view } of laddersOf(paper)) {
    if (view) files.set(ladderPath(track, language), ladderPicture(view));
  }
  const sheet = wallSheet(parts, language);
  files.set(`plan-${language}.pdf`, await paperPdf(paper, typefaces(), 'LETTER'));
  files.set(`wall-a4-${language}.pdf`, await wallPdf(sheet, typefaces(), 'A4'));
  files.set(`wall-letter-${language}.pdf`, await wallPdf(sheet, typefaces(), 'LETTER'));
  files.set(`plan-${language}.ics`, planFeed(parts, language));
  const beside = (path: string): string | undefined => (files.has(path) ? path : undefined);
  const page = staticPage({
    paper,
    pages: PAGES,
    style: STYLE,
    places: {
      ladder: (track) => beside(ladderPath(track, language)),
      card: (seat) => beside(cardPath(seat)),
    },
    papers: [
      { path: `plan-${language}.pdf`, label: offer.pdf },
      { path: `wall-a4-${language}.pdf`, label: offer.wallA4 },
      { path: `wall-letter-${language}.pdf`, label: offer.wallLetter },
      { path: `plan-${language}.ics`, label: offer.calendar },
      { path: 'plan.json', label: offer.json },
    ],
  });
  files.set(PAGES[language], page);
}

const laddersOf = ({ sections }: Paper): readonly Extract<Block, { is: 'ladder' }>[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.is === 'ladder' ? [block] : [])));

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
