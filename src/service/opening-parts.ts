import type { OpeningParts } from '../app/open-by-mail.ts';
import type { DraftReading } from '../app/ports/drafts.ts';
import type { Reading } from '../app/ports/reading.ts';
import { planView } from '../app/views/plan/plan-view.ts';
import { heldMailPath } from '../http/pages/places.ts';
import { startPath } from '../portal/start/start-form-page.tsx';
import { composeHeldMail } from '../render/mail/compose-held-mail.ts';
import { whomToCall } from '../render/publication/kept-plan.ts';
import { planPaper } from '../render/publication/plan-paper.ts';

interface Parts {
  readonly reading: Reading;
  readonly drafts: DraftReading;
  readonly isDemonstration: boolean;
  readonly baseUrl: () => string;
}

/** What cases are opened by mail with: whom the plan lets a reader call, and where links in letters lead. */
export const openingParts = ({ reading, drafts, isDemonstration, baseUrl }: Parts): OpeningParts => ({
  reading,
  isDemonstration,
  compose: composeHeldMail,
  async firstToCall(contract, caller, language) {
    const plan = await planView({ reading, drafts }, contract, caller);
    if (!plan) return undefined;
    const people = whomToCall(planPaper({ plan, address: `${baseUrl()}/plans/${contract}` }, language));
    const [first] = people.flatMap(({ name, office, mobile }) => {
      const number = office ?? mobile;
      return number === undefined ? [] : [{ name, number }];
    });
    return first;
  },
  startUrl: (contract) => `${baseUrl()}${startPath({ contract })}`,
  mailUrl: (contract, mailId) => `${baseUrl()}${heldMailPath(contract)}/${mailId}`,
});
