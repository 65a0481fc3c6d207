import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { PagesWords } from '../core/message/pages.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';

/** Where the style sheet of every page is. */
export const STYLE_PATH = '/static/ladder.css';

/** A part of the portal that the navigation leads to. */
export type PlaceName = keyof PagesWords['places'];

export interface Place {
  readonly name: PlaceName;
  readonly path: string;
}

/** What stands around every page. */
export interface Frame {
  readonly language: Language;
  readonly isDemonstration: boolean;
  /** Places that this reader may go to; a page about a link names none. */
  readonly places: readonly Place[];
  /** Who reads, where somebody is signed in. */
  readonly visitor?: { readonly name: string; readonly contractTitle: string | undefined };
  /** The page's own path and query, to come back to; a page about a link keeps its own to itself. */
  readonly path?: string;
}

interface Whole extends Frame {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: Child;
}

/** A whole page: its title is its heading, and what stands above is the same everywhere. */
export function page({ title, language, isDemonstration, places, isWide = false, children }: Whole): string {
  const words = catalogue(language).pages;
  const whole: Html = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>
          {title} – {words.site}
        </title>
        <link rel="stylesheet" href={STYLE_PATH} />
      </head>
      <body>
        {isDemonstration && <p class="banner">{words.demonstration}</p>}
        <header>
          <strong>{words.site}</strong>
          {places.length > 0 && (
            <nav aria-label={words.navigation}>
              <ul>
                {places.map(({ name, path }) => (
                  <li>
                    <a href={path}>{words.places[name]}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main class={isWide ? 'wide' : 'narrow'}>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${whole}`;
}

/** A page that says no, or what came of something, and what to do now. */
export const wordPage = (
  frame: Frame,
  { message, advice }: { readonly message: string; readonly advice: string },
): string => page({ ...frame, title: message.replace(/\.$/, ''), children: <p>{advice}</p> });

/** A no that stands on the page it belongs to. */
export const problemBox = ({
  message,
  advice,
}: {
  readonly message: string;
  readonly advice: string;
}): Html => (
  <div class="problem" role="alert">
    <p>
      <strong>{message}</strong> {advice}
    </p>
  </div>
);
