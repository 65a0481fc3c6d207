import type { ObligationLine } from '../../app/views/obligation/obligation-lines.ts';
import { obligationPath, obligationsPath } from '../../app/views/obligation/obligation-paths.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { standingTag } from './standing-tag.tsx';

/** What a list of work shows of obligations, at most. */
const SHOWN_MAX = 5;

/** Obligations that wait for their reader's party, above the cases that do; nothing where none does. */
export function obligationsWaiting(
  contract: string,
  lines: readonly ObligationLine[],
  language: Language,
): Html | undefined {
  if (lines.length === 0) return undefined;
  const { obligations: words } = catalogue(language);
  return (
    <section>
      <h2>{words.waiting.title}</h2>
      <p>{words.waiting.about({ count: lines.length })}</p>
      <ul>
        {lines.slice(0, SHOWN_MAX).map(({ state, standing }) => (
          <li>
            <a href={obligationPath({ contract, obligationId: state.id })}>{state.terms.title}</a>,{' '}
            {words.one.until(state)} {standingTag(standing, language)}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${obligationsPath(contract)}?show=mine`}>{words.waiting.all}</a>
      </p>
    </section>
  );
}
