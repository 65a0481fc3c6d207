import type { Instant } from '../../core/instant.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { NewDelivery, NewLink } from '../ports/engine.ts';

export interface LoneLetter {
  readonly deliveryId: string;
  /** Empty: of no contract. */
  readonly contract: string;
  /** Empty: nobody of a contract. */
  readonly personId: string;
  /**
   * `signIn` lets somebody in; `test` tries the carrier; `contact` is about a number or an address, `gap` about times
   * without duty, `readiness` about who could not be reached, `draft` about a plan on its way, `subscription` asks whether an address is to be told of a plan, `planNews`
   * tells it, `webhook` says that a program is told no more, `chat` that a channel is, `opening` is about a mail that may
   * open a case, `swap` about a swap of duty, `duty` about duty ahead or over.
   */
  readonly kind:
    | 'signIn'
    | 'test'
    | 'contact'
    | 'gap'
    | 'readiness'
    | 'draft'
    | 'subscription'
    | 'planNews'
    | 'webhook'
    | 'chat'
    | 'opening'
    | 'swap'
    | 'duty';
  readonly address: string;
  readonly at: Instant;
  readonly letter: ComposedMail;
  /** By mail unless it says so. */
  readonly means?: 'text' | 'call';
  /** By which its reader acts. */
  readonly links?: readonly NewLink[];
}

/** A mail, a text or a call about no case, which nobody answers, as it is queued. */
export const loneLetter = ({ at, letter, links = [], means, ...rest }: LoneLetter): NewDelivery => ({
  ...rest,
  ...letter,
  caseId: '',
  // Given when it is stored: no two are alike.
  number: 0,
  round: 0,
  level: undefined,
  means: means ?? 'email',
  queuedAt: at,
  canReply: false,
  replyHash: undefined,
  links,
});
