import { reopenableUntil, UNDO_MS } from '../../core/case/commands/closing.ts';
import { asInstant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { CaseView } from './case-view.ts';

/** Of a closed case: until when it can be taken up again, and by whom; and what to do once it cannot. */
export function caseClosed({ sheet, language, places }: CaseView): readonly Html[] {
  const { state, open, now, offers, key } = sheet;
  if (state.status !== 'closed') return [];
  const { closed: words } = catalogue(language).casePage;
  const lines: Html[] = [];
  const undoable = asInstant(state.closedAt + UNDO_MS);
  if (state.before && now <= undoable) {
    const isOwn = offers.some(({ command }) => command === 'undoSatisfied');
    lines.push(<li>{words.undo({ at: undoable, who: isOwn ? 'you' : 'customer' }, open.revision)}</li>);
  }
  const at = reopenableUntil(state);
  if (at !== undefined && now <= at) {
    const offer = offers.find(({ command }) => command === 'reopen');
    const who = offer === undefined ? 'customer' : offer.onBehalf ? 'caller' : 'you';
    return [...lines, <li>{words.reopen({ at, who }, open.revision)}</li>];
  }
  const start = places.find(({ name }) => name === 'start');
  const query = new URLSearchParams({ customer: open.customer, reference: key.caseId });
  return [
    ...lines,
    <li>{words.over({ at }, open.revision)}</li>,
    <li>
      {start ? (
        <a href={`${start.path}?${query}`}>{words.openNew({ caseId: key.caseId })}</a>
      ) : (
        words.newCase({ caseId: key.caseId })
      )}
    </li>,
  ];
}
