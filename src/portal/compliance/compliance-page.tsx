import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Paper } from '../../render/paper/paper.ts';
import { type Frame, page } from '../frame.tsx';
import { textField } from '../parts/field.tsx';
import { errorSummary } from '../parts/form.tsx';
import { filterBar } from '../parts/lists.tsx';
import { blocksHtml, contentsHtml, NO_PLACES, sectionHtml, stampHtml } from '../plan/paper-html.tsx';

interface CompliancePage extends Frame {
  /** Where the page stands; its PDF and its table stand beside it. */
  readonly path: string;
  readonly days: { readonly from: string; readonly until: string };
  /** Why other days were not taken, and by which field. */
  readonly refused: { readonly field: 'from' | 'until'; readonly words: RefusalWords } | undefined;
  /** Undefined where nothing is published. */
  readonly paper: Paper | undefined;
}

/** The report on a time: the days may be chosen, and it may be taken along. */
export function compliancePage(view: CompliancePage): string {
  const { language, path, days, refused, paper } = view;
  const { compliance: words, overview } = catalogue(language);
  const shown = { language, places: NO_PLACES };
  const error = refused && `${refused.words.message} ${refused.words.advice}`;
  const query = new URLSearchParams({ ...days, language });
  return page({
    ...view,
    title: words.title,
    ...(paper && { caption: paper.caption }),
    isWide: true,
    children: (
      <>
        {errorSummary(refused && error ? [{ name: refused.field, error }] : [], language)}
        {paper ? (
          <>
            {stampHtml(paper)}
            {blocksHtml(paper.opening, shown)}
          </>
        ) : (
          <p>{words.unpublished}</p>
        )}
        <div class="no-print">
          {filterBar({
            ...{ action: path, language, isFiltered: false },
            fields: (['from', 'until'] as const).map((name) =>
              textField({
                ...{ language, name, label: overview.labels[name], type: 'date', value: days[name] },
                isOptional: 'unsaid',
                error: refused?.field === name ? error : undefined,
              }),
            ),
          })}
        </div>
        {paper && (
          <>
            {contentsHtml(paper.sections, language)}
            <section class="no-print">
              <h2>{words.take.title}</h2>
              <ul>
                <li>
                  <a href={`${path}/report.pdf?${query}`}>{words.take.pdf}</a>
                </li>
                <li>
                  <a href={`${path}/report.csv?${query}`}>{words.take.csv}</a>
                </li>
              </ul>
            </section>
            {paper.sections.map((section) => sectionHtml(section, shown))}
          </>
        )}
      </>
    ),
  });
}
