import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

/** One line of a list of names and values; `change` leads to where the value is changed. */
interface Line {
  readonly name: string;
  readonly value: Child;
  readonly change?: { readonly path: string; readonly language: Language };
}

/** Names and their values; a line without a value is left out. */
export const summaryList = (lines: readonly Line[]): Html => (
  <dl class="summary">
    {lines.filter(hasValue).map(({ name, value, change }) => (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
        {change && (
          <dd>
            <a href={change.path}>
              {catalogue(change.language).parts.change}
              <span class="only-read-out"> {name}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

const hasValue = ({ value }: Line): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;

interface Column {
  readonly title: string;
  /** Numbers stand under each other by their ends. */
  readonly isNumber?: boolean;
}

interface Table {
  /** What the table is; read first, shown above it. */
  readonly caption: string;
  /** A heading above says the same already. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly Child[])[];
  /** Its columns are compared with each other: it stays a grid on any screen, and scrolls inside its own region. */
  readonly isGrid?: boolean;
}

/** A table. On a narrow screen each row stands by itself, its values under each other with the names of their columns. */
export function table({ caption, isCaptionHidden = false, columns, rows, isGrid = false }: Table): Html {
  const whole = (
    <table class={isGrid ? undefined : 'stacks'}>
      <caption class={isCaptionHidden ? 'only-read-out' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, isNumber = false }) => (
            <th scope="col" class={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>{cells.map((cell, at) => cellOf(cell, at, columns[at]))}</tr>
        ))}
      </tbody>
    </table>
  );
  // What scrolls by itself has to be reached by the keyboard.
  return isGrid ? (
    <section class="scroll" aria-label={caption} tabindex={0}>
      {whole}
    </section>
  ) : (
    whole
  );
}

function cellOf(cell: Child, at: number, column: Column | undefined): Html {
  const look = column?.isNumber ? 'number' : undefined;
  return at === 0 ? (
    <th scope="row" class={look}>
      {cell}
    </th>
  ) : (
    <td class={look} data-column={column?.title}>
      {cell}
    </td>
  );
}

/** A short word about something in a list; its colour only repeats the word. */
export const tag = (text: string, kind?: 'info' | 'success' | 'warning' | 'error'): Html => (
  <span class={kind ? `tag ${kind}` : 'tag'}>{text}</span>
);

interface Turns {
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
  /** Whether what is newest comes first; a list in another order has only a page before and one after. */
  readonly isByTime?: boolean;
}

/** Where a long list goes on; nothing where it stands whole on one page. */
export function pager({ newer, older, isByTime = true }: Turns, language: Language): Html | undefined {
  if (newer === undefined && older === undefined) return undefined;
  const words = catalogue(language).parts.pager;
  return (
    <nav class="pager" aria-label={words.label}>
      {newer !== undefined && (
        <a href={newer} rel="prev">
          <span aria-hidden="true">‹ </span>
          {isByTime ? words.newer : words.previous}
        </a>
      )}
      {older !== undefined && (
        <a href={older} rel="next">
          {isByTime ? words.older : words.next}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}

interface FilterBar {
  readonly action: string;
  readonly language: Language;
  readonly fields: readonly Html[];
  /** Whether anything is filtered now: then everything is one press away. */
  readonly isFiltered: boolean;
  /** Unseen values that the address keeps, such as the order. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
}

/** More fields than this would stand before the list itself on a telephone: all but the first few are folded away. */
const FIELDS_MAX = 4;
const FIELDS_FIRST = 2;

/** Fields that narrow a list down. They are kept in the address, so that it can be kept and passed on. */
export function filterBar({ action, language, fields, isFiltered, hidden = {} }: FilterBar): Html {
  const words = catalogue(language).parts.filters;
  const shown = fields.length > FIELDS_MAX ? FIELDS_FIRST : fields.length;
  return (
    <search class="filters" aria-label={words.title}>
      <form method="get" action={action} accept-charset="utf-8">
        {Object.entries(hidden).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <div class="fields">{fields.slice(0, shown)}</div>
        {shown < fields.length && (
          <details open={isFiltered}>
            <summary>{words.more}</summary>
            <div class="fields">{fields.slice(shown)}</div>
          </details>
        )}
        <div class="buttons">
          <button type="submit" class="plain">
            {words.show}
          </button>
          {isFiltered && <a href={action}>{words.clear}</a>}
        </div>
      </form>
    </search>
  );
}

interface Tab {
  readonly label: string;
  readonly path: string;
  readonly isHere: boolean;
}

/** Several looks at one thing, each with its own address. */
export const tabs = (label: string, all: readonly Tab[]): Html => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {all.map((tab) => (
        <li>
          <a href={tab.path} aria-current={tab.isHere ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
