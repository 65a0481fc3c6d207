import type { TelephoneParts } from '../../app/telephone/telephone-parts.ts';
import type { LineTakes } from '../../core/message/telephone.ts';
import type { PageParts } from '../pages/page-parts.ts';

/** The number that people call or text, and what it takes. */
interface OurLine extends TelephoneParts {
  readonly number: string;
  readonly takes: LineTakes;
}

/** The line to be shown to people; undefined where none brings anything in, or where a gateway's number is not known. */
export function ourLine({
  telephone,
  gatewayTexts,
}: Pick<PageParts, 'telephone' | 'gatewayTexts'>): OurLine | undefined {
  if (telephone) return { ...telephone, takes: 'callsAndTexts' };
  if (gatewayTexts?.ownNumber === undefined) return undefined;
  return { ...gatewayTexts, number: gatewayTexts.ownNumber, takes: 'texts' };
}
