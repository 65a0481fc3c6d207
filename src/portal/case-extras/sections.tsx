import type { CaseFiles } from '../../app/views/files-view.ts';
import type { Sharing } from '../../app/views/sharing-view.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { LineTakes } from '../../core/message/telephone.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { summaryList } from '../parts/lists.tsx';
import type { CaseHead } from './case-head.ts';
import { fileLink } from './files-page.tsx';
import { standInLine } from './people-page.tsx';

type Head = Pick<CaseHead, 'language' | 'casePath' | 'timeZone' | 'readerZone'>;

/** Who shares the case, on its page. */
export function peopleSection(head: Head, sharing: Sharing): Html {
  const words = catalogue(head.language).extras.people;
  const { standIn, watchers, may } = sharing;
  const isChangeable = Object.values(may).some((one) => one);
  return (
    <>
      {!standIn && watchers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        summaryList([
          { name: words.standIn.heading, value: standInLine(head, sharing) },
          { name: words.watchers.heading, value: watchers.map(({ name }) => name).join(', ') },
        ])
      )}
      {isChangeable && (
        <p>
          <a href={`${head.casePath}/people`}>{words.toPage}</a>
        </p>
      )}
    </>
  );
}

/** The latest files that the page of a case names. */
const NAMED_MAX = 5;

/** The files of the case, on its page: the latest, and the way to all. */
export function filesSection(head: Head, { files, mayAttach }: CaseFiles): Html {
  const words = catalogue(head.language).extras.files;
  return (
    <>
      {files.length === 0 ? (
        <p>{words.none.message}.</p>
      ) : (
        <ul>
          {files
            .slice(-NAMED_MAX)
            .reverse()
            .map((file) => (
              <li>{fileLink(head, file)}</li>
            ))}
        </ul>
      )}
      {(mayAttach || files.length > 0) && (
        <p>
          <a href={`${head.casePath}/files`}>{words.toPage}</a>
        </p>
      )}
    </>
  );
}

/** The whole case as a file, on its page. */
export function caseFileSection(casePath: string, language: Language): Html {
  const { offer } = catalogue(language).caseFile;
  const path = (ending: string): string => `${casePath}/file.${ending}?${new URLSearchParams({ language })}`;
  return (
    <>
      <p>{offer.about}</p>
      <ul>
        <li>
          <a href={path('pdf')}>{offer.pdf}</a>
        </li>
        <li>
          <a href={path('json')}>{offer.json}</a>
        </li>
      </ul>
    </>
  );
}

interface PinTold {
  readonly number: string;
  readonly takes: LineTakes;
  readonly caseId: string;
  readonly pin: string | undefined;
}

/** How the case is reached by telephone. */
export function pinSection({ pin, takes, ...told }: PinTold, casePath: string, language: Language): Html {
  const words = catalogue(language).telephone.pin;
  return (
    <>
      {pin === undefined ? (
        <p>{words.aboutForCaller}</p>
      ) : (
        <>
          <p>{words.about[takes]({ ...told, pin })}</p>
          <p class="quiet">{words.words}</p>
        </>
      )}
      <p>
        <a href={`${casePath}/pin`}>{words.another}</a>
      </p>
    </>
  );
}
