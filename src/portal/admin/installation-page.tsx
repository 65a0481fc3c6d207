import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';
import type { Place } from '../places-menu.tsx';
import { section } from './admin-frame.tsx';

interface InstallationView extends Frame {
  readonly contracts: readonly {
    readonly path: string;
    readonly title: string;
    readonly published: number | undefined;
  }[];
  readonly queues: ReadonlyMap<string, number>;
  readonly latenessMs: number;
  readonly pages: readonly Place[];
  readonly signInsPath: string;
  readonly checkpointsPath: string;
  readonly carriersPath: string;
  readonly rightsPath: string;
}

/** What belongs to all contracts of an installation together. */
export function installationPage(view: InstallationView): string {
  const { language, contracts, queues, latenessMs } = view;
  const { admin, pages } = catalogue(language);
  const { installation: words, labels } = admin;
  return page({
    ...view,
    title: words.title,
    children: (
      <>
        <p>{words.about}</p>
        {section(
          'contracts',
          words.contracts,
          contracts.length === 0 ? (
            emptyState({ title: words.none })
          ) : (
            <ul>
              {contracts.map(({ path, title, published }) => (
                <li>
                  <a href={path}>{words.open(title)}</a>{' '}
                  <span class="quiet">
                    {published === undefined ? words.unpublished : words.published(published)}
                  </span>
                </li>
              ))}
            </ul>
          ),
        )}
        {section(
          'running',
          words.running,
          <>
            <p>{latenessMs > 0 ? words.late(latenessMs) : words.onTime}</p>
            {table({
              caption: words.running,
              isCaptionHidden: true,
              columns: [{ title: labels.queue }, { title: labels.jobs, isNumber: true }],
              rows: [...queues].map(([name, jobs]) => [name, String(jobs)]),
            })}
          </>,
        )}
        {section(
          'pages',
          words.pages,
          <ul>
            {view.pages.map(({ name, path }) => (
              <li>
                <a href={path}>{pages.places[name]}</a>
              </li>
            ))}
            <li>
              <a href={view.carriersPath}>{admin.carriers.title}</a>
            </li>
            <li>
              <a href={view.rightsPath}>{admin.parts.rights.title}</a>
            </li>
            <li>
              <a href={view.signInsPath}>{admin.parts['sign-ins'].title}</a>
            </li>
            <li>
              <a href={view.checkpointsPath}>{admin.checkpoints.title}</a>
            </li>
          </ul>,
        )}
      </>
    ),
  });
}
