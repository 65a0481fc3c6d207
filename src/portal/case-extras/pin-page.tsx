import { catalogue } from '../../core/message/catalogue.ts';
import type { LineTakes } from '../../core/message/telephone.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { page } from '../frame.tsx';
import { textArea } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';
import type { CaseHead } from './case-head.ts';

/** Whom somebody else than the opener has told by replacing it. */
interface Telling {
  readonly name: string;
  readonly means: 'text' | 'call';
  readonly number: string;
}

interface PinView extends CaseHead {
  /** Ours, that is rung or written to. */
  readonly number: string;
  readonly takes: LineTakes;
  readonly caseId: string;
  /** Undefined for the desk. */
  readonly pin: string | undefined;
  readonly isForCaller: boolean;
  readonly telling: Telling | undefined;
  readonly isDone: boolean;
  /** What the desk typed, and what is wrong with it. */
  readonly madeSure: string;
  readonly error: string | undefined;
}

/** More than a sentence or two says. */
export const MADE_SURE_MAX = 500;

/** The PIN of a case, and how it is replaced by another. */
export function pinPage(view: PinView): string {
  const { language, pin, isDone, error, number, takes, caseId } = view;
  const words = catalogue(language).telephone.pin;
  return page({
    ...view,
    title: words.title,
    caption: view.caseTitle,
    crumbs: [{ title: view.caseTitle, path: view.casePath }],
    hasErrors: error !== undefined,
    children: (
      <>
        {errorSummary(error === undefined ? [] : [{ name: 'madeSure', error }], language)}
        {isDone &&
          notice({
            ...{ kind: 'success', language, title: words.replaced },
            children: view.telling && <p>{words.tells[view.telling.means](view.telling)}</p>,
          })}
        {pin !== undefined && (
          <>
            <p>{words.about[takes]({ number, caseId, pin })}</p>
            <p class="quiet">{words.words}</p>
          </>
        )}
        <h2>{words.another}</h2>
        {replacing(view)}
        <p>
          <a href={view.casePath}>{catalogue(language).extras.cancel}</a>
        </p>
      </>
    ),
  });
}

function replacing(view: PinView): Html {
  const { language, casePath, isForCaller, telling, madeSure, error } = view;
  const words = catalogue(language).telephone.pin;
  if (isForCaller && !telling) return <p>{words.noTelephone}</p>;
  return (
    <>
      <p>{isForCaller ? words.aboutForCaller : words.aboutAnother}</p>
      {telling && <p>{words.tells[telling.means](telling)}</p>}
      {postForm({
        action: `${casePath}/pin`,
        children: (
          <>
            {isForCaller &&
              textArea({
                ...{ language, name: 'madeSure', label: words.madeSure, hint: words.madeSureHint },
                ...{ rows: 2, value: madeSure, error, lengthMax: MADE_SURE_MAX },
              })}
            {buttonRow([{ label: words.replace, kind: 'grave' }])}
          </>
        ),
      })}
    </>
  );
}
