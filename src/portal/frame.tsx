import { catalogue, LANGUAGES, type Language } from '../core/message/catalogue.ts';
import type { Child, Html } from '../render/jsx-runtime.ts';
import { type Place, placesMenu } from './places-menu.tsx';

/** Where the files of every page are, each with the digest of what is in it. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

/** What stands around every page. */
export interface Frame {
  readonly language: Language;
  readonly isDemonstration: boolean;
  /** Places that this reader may go to; a page about a link names none. */
  readonly places: readonly Place[];
  readonly assets: Assets;
  /** Where instants are shown besides the contract's zone; undefined: nowhere else. */
  readonly readerZone?: string | undefined;
  /** Who reads, where somebody is signed in. */
  readonly visitor?: { readonly name: string; readonly contractTitle: string | undefined };
  /** Where help is to be had: the plan of the reader's contract, or the list of plans. */
  readonly helpPath?: string;
  /** The page's own path and query, to come back to; a page about a link keeps its own to itself. */
  readonly path?: string;
}

/** A page above this one. */
interface Crumb {
  readonly title: string;
  readonly path: string;
}

interface Whole extends Frame {
  readonly title: string;
  /** What the title belongs to, above it. */
  readonly caption?: string;
  readonly crumbs?: readonly Crumb[];
  /** Something was typed that cannot be taken: the browser's tab says so too. */
  readonly hasErrors?: boolean;
  readonly isWide?: boolean;
  /** What changes about this page, where feed readers look for it. */
  readonly feed?: { readonly path: string; readonly title: string };
  /** Something goes on: without script the page is asked for again after so long. */
  readonly renewSeconds?: number | undefined;
  /** Beside the page where there is room, else below it. */
  readonly aside?: Child;
  readonly children: Child;
}

/** A whole page: its title is its heading, and what stands above and below is the same everywhere. */
export function page(whole: Whole): string {
  const { language, title, hasErrors = false, assets } = whole;
  const { pages, parts } = catalogue(language);
  const html: Html = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>
          {hasErrors ? parts.frame.errorTitle({ title }) : title} – {pages.site}
        </title>
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {whole.feed && (
          <link rel="alternate" type="application/atom+xml" href={whole.feed.path} title={whole.feed.title} />
        )}
        <script type="module" src={assets.script} />
        {whole.renewSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(whole.renewSeconds)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          {parts.frame.skip}
        </a>
        {top(whole)}
        {middle(whole)}
        {foot(whole)}
      </body>
    </html>
  );
  return `<!doctype html>\n${html}`;
}

function top(frame: Frame): Html {
  const { language, isDemonstration, visitor, places, path = '' } = frame;
  const { pages } = catalogue(language);
  return (
    <header>
      {isDemonstration && (
        <div class="banner">
          <div class="wrap">
            <p>{pages.demonstration}</p>
          </div>
        </div>
      )}
      <div class="head">
        <div class="wrap">
          <p class="site">
            <a href="/">
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M7 3v18M17 3v18M7 7h10M7 12h10M7 17h10" />
              </svg>
              {pages.site}
            </a>
          </p>
          {visitor?.contractTitle !== undefined && <p class="head-contract">{visitor.contractTitle}</p>}
          {who(frame)}
        </div>
      </div>
      {places.length > 0 && placesMenu({ language, places, here: path.split('?')[0] ?? '' })}
    </header>
  );
}

/** Who is signed in and how to end that, and the other languages. */
function who({ language, visitor, path }: Frame): Html | undefined {
  const { frame } = catalogue(language).parts;
  const others = path === undefined ? [] : LANGUAGES.filter((one) => one !== language);
  if (!visitor && others.length === 0) return undefined;
  return (
    <ul class="head-who">
      {others.map((to) => (
        <li>
          <a href={languagePath(to, path ?? '/')} lang={to} hreflang={to}>
            {catalogue(to).parts.frame.languageName}
          </a>
        </li>
      ))}
      {visitor && (
        <li>
          <a href="/account">{visitor.name}</a>
        </li>
      )}
      {visitor && (
        <li>
          <form method="post" action="/sign-out">
            <button type="submit" class="as-link">
              {frame.signOut}
            </button>
          </form>
        </li>
      )}
    </ul>
  );
}

const languagePath = (to: Language, path: string): string =>
  `/language?to=${to}&then=${encodeURIComponent(path)}`;

function middle({ title, caption, crumbs = [], isWide = false, aside, children, language }: Whole): Html {
  const words = catalogue(language).parts.frame;
  return (
    <div class="wrap body">
      {crumbs.length > 0 && (
        <nav class="crumbs" aria-label={words.whereYouAre}>
          <ol>
            {crumbs.map((crumb) => (
              <li>
                <a href={crumb.path}>{crumb.title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class={aside === undefined ? undefined : 'with-aside'}>
        <main id="main" tabindex={-1} class={isWide || aside !== undefined ? 'wide' : 'narrow'}>
          {caption !== undefined && <p class="caption">{caption}</p>}
          <h1>{title}</h1>
          {children}
        </main>
        {aside !== undefined && <aside>{aside}</aside>}
      </div>
    </div>
  );
}

/** Help stands in the same place on every page. */
function foot({ language, helpPath }: Frame): Html {
  const { frame } = catalogue(language).parts;
  return (
    <footer class="foot">
      <div class="wrap">
        <h2>{frame.help}</h2>
        <p>{frame.helpAbout}</p>
        {helpPath !== undefined && (
          <p>
            <a href={helpPath}>{frame.helpPlan}</a>
          </p>
        )}
      </div>
    </footer>
  );
}

/** A page that says no, or what came of something, and what to do now; below it what was typed, where that was not taken. */
export const wordPage = (
  frame: Frame,
  { message, advice }: { readonly message: string; readonly advice: string },
  typed = '',
): string =>
  page({
    ...frame,
    title: message.replace(/\.$/, ''),
    children: (
      <>
        <p>{advice}</p>
        {typed !== '' && <blockquote>{typed}</blockquote>}
        <p>
          <a href="/">{catalogue(frame.language).parts.frame.begin}</a>
        </p>
      </>
    ),
  });

/** A no that stands on the page it belongs to. */
export const problemBox = ({
  message,
  advice,
}: {
  readonly message: string;
  readonly advice: string;
}): Html => (
  <div class="notice error" role="alert">
    <p class="notice-title">{message}</p>
    {advice !== '' && <p>{advice}</p>}
  </div>
);
