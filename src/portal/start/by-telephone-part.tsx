import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { LineTakes } from '../../core/message/telephone.ts';
import type { Html } from '../../render/jsx-runtime.ts';

export interface ByTelephone {
  readonly number: string;
  readonly takes: LineTakes;
  /** Of the customer; undefined for whoever opens cases for several. */
  readonly code: string | undefined;
}

/** How a case is opened by telephone, and what says for whom; nothing where no carrier brings calls or texts. */
export function byTelephonePart(told: ByTelephone | undefined, language: Language): Html | undefined {
  if (!told) return undefined;
  const { byTelephone: words } = catalogue(language).telephone;
  const { number, takes, code } = told;
  return (
    <details class="no-print">
      <summary>{words.title[takes]}</summary>
      <p>{words.about[takes]({ number })}</p>
      {code !== undefined && <p>{words.code({ code })}</p>}
    </details>
  );
}
