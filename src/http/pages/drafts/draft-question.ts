import { authoriseDraft } from '../../../app/authorise.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { AGREEING, type Agreeing, OTHER_PARTY } from '../../../core/publication/draft-state.ts';
import type { Question } from '../../../portal/sure-page.tsx';
import { momentAsked } from '../moment-asked.ts';
import { questionOf } from '../sure.ts';
import type { DraftVisit } from './draft-visit.ts';

/** What is done to a draft and cannot be taken back. */
export type SureAct = 'agree' | 'override' | 'publish' | 'drop';

/** The forms of the page are many: each field has a name of its own. */
export const fieldOf = (act: string, form: DraftVisit['form']): string =>
  act === 'override' ? `override-${form.text('at')}` : `${act}-text`;

/** What is asked before it is done; undefined where what was typed cannot be done anyway. */
export function draftQuestion(visit: DraftVisit, act: SureAct): Question | undefined {
  const { view, form, base, language } = visit;
  const { draft, state } = view.kept;
  const { drafts: words } = catalogue(language).sure;
  const about = { draft, party: partyOf(visit) };
  const text = form.text(fieldOf(act, form)).trim();
  const typed = text === '' ? {} : { written: [text], typedIn: fieldOf(act, form) };
  switch (act) {
    case 'agree': {
      const isLast = about.party !== undefined && state.agreed[OTHER_PARTY[about.party]] !== undefined;
      return questionOf(words.agree, { ...about, isLast }, base);
    }
    case 'publish': {
      const effective = momentAsked(form, 'effectiveAt', view.timeZone);
      if (effective.is === 'problem') return undefined;
      const from =
        effective.is === 'instant'
          ? catalogue(language).parts.time.at({ at: effective.at, timeZone: view.timeZone })
          : undefined;
      const question = questionOf(words.publish, { draft, number: view.inForce, from }, base);
      return { ...question, typedIn: from && 'effectiveAt' };
    }
    case 'override':
      return text === '' ? undefined : { ...questionOf(words.override, about, base), ...typed };
    case 'drop':
      return { ...questionOf(words.drop, { draft }, base), ...typed };
  }
}

/** For which of the parties that agree to plans somebody speaks. */
function partyOf({ visitor }: DraftVisit): Agreeing | undefined {
  const right = authoriseDraft(visitor.caller, 'agree');
  return right.allowed ? AGREEING.find((party) => party === right.party) : undefined;
}
