import { catalogue } from '../core/message/catalogue.ts';
import type { PagesWords } from '../core/message/pages.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';

/** Where the style sheet of every page is. */
export const STYLE_PATH = '/static/ladder.css';

export interface Frame {
  readonly isDemonstration: boolean;
  /** Places that this reader may go to; a page about a link names none. */
  readonly places: readonly (keyof PagesWords['places'])[];
}

interface Whole extends Frame {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: Child;
}

const PATHS: Readonly<Record<keyof PagesWords['places'], string>> = {
  outbox: '/outbox',
  clock: '/clock',
  problems: '/problems',
  api: '/api',
};

/** A whole page: its title is its heading, and what stands above is the same everywhere. */
export function page({ title, isDemonstration, places, isWide = false, children }: Whole): string {
  const words = catalogue('en').pages;
  const whole: Html = (
    <html lang="en">
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
                {places.map((place) => (
                  <li>
                    <a href={PATHS[place]}>{words.places[place]}</a>
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
