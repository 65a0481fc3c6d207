import { catalogue, LANGUAGES } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { Paper } from '../../render/paper/paper.ts';
import { blocksHtml, contentsHtml, type PaperPlaces, sectionHtml, stampHtml } from './paper-html.tsx';

interface StaticPage {
  readonly paper: Paper;
  readonly places: PaperPlaces;
  readonly style: string;
  /** The page in each language. */
  readonly pages: Readonly<Record<(typeof LANGUAGES)[number], string>>;
  /** The plan in other forms, beside the page. */
  readonly papers: readonly { readonly path: string; readonly label: string }[];
}

/** A plan as a page that asks for nothing but what lies beside it: it opens from a stick, and runs no script. */
export function staticPage({ paper, places, style, pages, papers }: StaticPage): string {
  const { language } = paper;
  const { parts, papers: words } = catalogue(language);
  const shown = { language, places };
  const html: Html = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>
          {paper.title} – {paper.caption}
        </title>
        <link rel="stylesheet" href={style} />
      </head>
      <body>
        <a class="skip" href="#main">
          {parts.frame.skip}
        </a>
        <div class="wrap">
          <main id="main" tabindex={-1}>
            <p class="caption">{paper.caption}</p>
            <h1>{paper.title}</h1>
            {stampHtml(paper)}
            {blocksHtml(paper.opening, shown)}
            {contentsHtml(paper.sections, language)}
            <nav class="no-print" aria-labelledby="papers">
              <h2 id="papers">{words.offer.title}</h2>
              <p>{words.offer.about}</p>
              <ul>
                {papers.map(({ path, label }) => (
                  <li>
                    <a href={path}>{label}</a>
                  </li>
                ))}
                {LANGUAGES.filter((one) => one !== language).map((one) => (
                  <li>
                    <a href={pages[one]} lang={one} hreflang={one}>
                      {catalogue(one).parts.frame.languageName}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {paper.sections.map((section) => sectionHtml(section, shown))}
          </main>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>\n${html}`;
}
