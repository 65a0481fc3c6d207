import { formatInstant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import type {
  Block,
  Cell,
  Paper,
  PaperPerson,
  PaperSection,
  Piece,
  Words,
} from '../../render/paper/paper.ts';
import { summaryList, table, tag } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';
import { cards, personCard } from '../parts/people.tsx';

/** Where what a paper only names is kept: on a server under its addresses, in a copy beside it. */
export interface PaperPlaces {
  /** The picture of a track's ladder; undefined where there is none. */
  readonly ladder: (track: string) => string | undefined;
  /** Somebody to be saved to a telephone. */
  readonly card: (seat: string, customer: string | undefined) => string | undefined;
}

/** Where nothing is kept beside the words. */
export const NO_PLACES: PaperPlaces = { ladder: () => undefined, card: () => undefined };

interface Shown {
  readonly language: Language;
  readonly places: PaperPlaces;
}

/** A section of a paper as part of a page; `children` is what only the page has. */
export function sectionHtml({ id, title, blocks }: PaperSection, shown: Shown, children?: Child): Html {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {blocksHtml(blocks, shown)}
      {children}
    </section>
  );
}

/** The table of contents of these sections. */
export const contentsHtml = (
  sections: readonly Pick<PaperSection, 'id' | 'title'>[],
  language: Language,
): Html => (
  <nav class="no-print" aria-labelledby="contents">
    <h2 id="contents">{catalogue(language).planPage.contents}</h2>
    <ul>
      {sections.map(({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Which state of the plan this is, under its title. */
export const stampHtml = ({ stamp }: Paper): Html => <p class="small quiet">{wordsHtml(stamp)}</p>;

export const blocksHtml = (blocks: readonly Block[], shown: Shown): readonly Html[] =>
  blocks.map((block) => blockHtml(block, shown));

function blockHtml(block: Block, shown: Shown): Html {
  const { language } = shown;
  switch (block.is) {
    case 'heading':
      return headingHtml(block);
    case 'text':
      return <p class={block.isQuiet ? 'small quiet' : undefined}>{wordsHtml(block.words)}</p>;
    case 'list':
      return listHtml(block.items, block.isNumbered);
    case 'facts':
      return summaryList(block.facts.map(({ name, value }) => ({ name, value: cellHtml(value) })));
    case 'table':
      return table({
        caption: block.caption,
        isCaptionHidden: block.isCaptionHidden === true,
        columns: block.columns.map((title) => ({ title })),
        rows: block.rows.map((row) => row.map(cellHtml)),
      });
    case 'people':
      return cards(block.people.map((person) => paperCard(person, shown)));
    case 'ladder':
      return ladderHtml(block, shown);
    case 'fold':
      return (
        <details>
          <summary>{block.summary}</summary>
          {blocksHtml(block.blocks, shown)}
        </details>
      );
    case 'notice':
      return notice({
        kind: block.kind,
        language,
        title: block.title,
        children: <p>{wordsHtml(block.words)}</p>,
      });
  }
}

function headingHtml({ rank, text, mark, id }: Extract<Block, { is: 'heading' }>): Html {
  if (rank === 4) return <h4 id={id}>{text}</h4>;
  return (
    <h3 id={id}>
      {text}
      {mark !== undefined && <> {tag(mark, 'info')}</>}
    </h3>
  );
}

function listHtml(items: readonly Words[], isNumbered: true | undefined): Html {
  const all = items.map((item) => <li>{wordsHtml(item)}</li>);
  return isNumbered ? <ol>{all}</ol> : <ul>{all}</ul>;
}

function ladderHtml({ track, alt }: Extract<Block, { is: 'ladder' }>, { places }: Shown): Html {
  const src = places.ladder(track);
  if (src === undefined) return <p>{alt}</p>;
  return (
    <figure class="picture">
      <img src={src} alt={alt} loading="lazy" decoding="async" />
    </figure>
  );
}

function cellHtml(cell: Cell): Child {
  if (typeof cell === 'string' || !('list' in cell || 'lines' in cell)) return wordsHtml(cell);
  if ('list' in cell) return listHtml(cell.list, undefined);
  return cell.lines.map(({ words, isQuiet }) => (
    <p class={isQuiet ? 'quiet' : undefined}>{wordsHtml(words)}</p>
  ));
}

/** Words as a browser shows them. */
const wordsHtml = (words: Words): Child =>
  typeof words === 'string' ? words : words.map((one) => (typeof one === 'string' ? one : pieceHtml(one)));

function pieceHtml({ text, href, at, isStrong, isCode }: Piece): Child {
  if (href !== undefined) {
    // On paper a link has its address behind it, unless that is what it says.
    return (
      <a href={href} class={href === text ? 'address' : undefined}>
        {text}
      </a>
    );
  }
  if (at !== undefined) return <time datetime={formatInstant(at)}>{text}</time>;
  if (isStrong) return <strong>{text}</strong>;
  return isCode ? <code>{text}</code> : text;
}

/** Somebody to reach as a card that calls, mails and is saved. */
export function paperCard(person: PaperPerson, { language, places }: Shown, heading: 3 | 4 = 4): Html {
  const { name, title, office, mobile, email, notes, facts, seat, customer } = person;
  const words = catalogue(language).planPage.people;
  return personCard({
    ...{ language, name, heading, mail: email },
    ...(title !== undefined && { title }),
    phone: office === undefined ? undefined : { number: dialled(office), shown: office },
    mobile:
      mobile === undefined ? undefined : { number: dialled(mobile), shown: words.mobile({ number: mobile }) },
    vcard: seat === undefined ? undefined : places.card(seat, customer),
    children: (
      <>
        {notes.map((note) => (
          <p>{note}</p>
        ))}
        {facts.length > 0 && (
          <ul class="small quiet">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
        )}
      </>
    ),
  });
}

/** A number as a telephone takes it: `+19165550142`. */
const dialled = (number: string): string => number.replace(/[^\d+]/g, '');
