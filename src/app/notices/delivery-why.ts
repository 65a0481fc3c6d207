import type { DeliveryWhy } from '../../core/case/command.ts';
import type { Means } from '../../core/plan/revision/revision.ts';

const WHYS: Readonly<Record<string, DeliveryWhy>> = {
  busy: 'busy',
  'no-answer': 'noAnswer',
  canceled: 'noAnswer',
  voicemail: 'voicemail',
};

/** Why a text or a call did not get through this time, as its case says it; undefined where it never will, and of mails. */
export function deliveryWhy(
  means: Means,
  { permanent, reason }: { readonly permanent: boolean; readonly reason: string },
): DeliveryWhy | undefined {
  if (means === 'email' || permanent) return undefined;
  return WHYS[reason] ?? 'notCarried';
}
