import type { RefusalWords } from '../core/message/case.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { KeptPlan } from '../render/publication/kept-plan.ts';
import { type Frame, page } from './frame.tsx';
import { sendAgain, type TypedForm } from './kept-form-page.tsx';
import { notice } from './parts/notices.tsx';
import { callParts } from './plan/away-pages.tsx';

interface OwnFaultView extends Frame {
  /** What failed, and what that means. */
  readonly words: RefusalWords;
  /** Of what was sent: whether nothing of it is known to have been done; undefined where nothing was sent. */
  readonly undone: boolean | undefined;
  /** What was typed, where it may stand on a page; undefined where it may not. */
  readonly typed: TypedForm | undefined;
  readonly plans: readonly KeptPlan[];
}

/** Ladder has failed on what somebody asked: what became of it, whom to call, and what they typed, to be sent again. */
export function ownFaultPage(view: OwnFaultView): string {
  const { language, words, undone, typed, plans } = view;
  const { ownFault } = catalogue(language).pages;
  return page({
    ...view,
    title: words.message.replace(/\.$/, ''),
    children: (
      <>
        <p>{words.advice}</p>
        {undone !== undefined &&
          notice({
            kind: 'warning',
            language,
            children: (
              <>
                <p>{undone ? ownFault.undone : ownFault.uncertain}</p>
                <p>{typed ? ownFault.kept : ownFault.back}</p>
              </>
            ),
          })}
        {callParts({ ...view, kept: plans })}
        {typed && sendAgain({ language, typed })}
      </>
    ),
  });
}
