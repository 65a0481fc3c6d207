import { ACTS, type FieldName } from '../../app/views/case/acts.ts';
import type { Offer } from '../../app/views/case/offers.ts';
import { CALL_FAILURES } from '../../core/case/call.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { radioField } from '../parts/choices.tsx';
import { type Option, selectField, textArea, textField } from '../parts/field.tsx';
import { momentField } from '../parts/moment-field.tsx';
import type { ActView } from './act-page.tsx';
import { rungNumbers } from './rung-numbers.ts';

/** What a form takes at most, as its command does. */
const TEXT_MAX = 20_000;
const LINE_MAX = 200;

/** One field of an act's form, as it was filled in. */
export function actField(view: ActView, offer: Offer, field: FieldName): Html {
  const { sheet, language, typed, errors, act } = view;
  const words = catalogue(language).casePage;
  const { label, hint } = words.fields[field];
  const error = errors.find((one) => one.field === field)?.error;
  const frame = { language, name: field, label, ...(hint !== undefined && { hint }), error };
  const value = typed[field];
  switch (field) {
    case 'text': {
      const isOptional = ACTS[act].needsText !== true;
      return textArea({ ...frame, value, isOptional, lengthMax: TEXT_MAX });
    }
    case 'declineReason':
      return textField({ ...frame, value, lengthMax: LINE_MAX });
    case 'statedAt': {
      const { timeZone } = sheet.open.revision;
      const [date, time] = [typed['statedAt-date'], typed['statedAt-time']];
      return momentField({ ...frame, ...statedHint(view), isOptional: true, timeZone, date, time });
    }
    case 'audience':
      return radioField({ ...frame, choices: audiences(view), chosen: value ?? 'all' });
    case 'to':
    case 'rung':
      return selectField({ ...frame, options: choicesOf(view, offer, field), chosen: value });
    default:
      return radioField({ ...frame, choices: choicesOf(view, offer, field), chosen: value });
  }
}

/** An ask counts from the instant stated, an answer only once the customer confirms it, and a call never. */
function statedHint({ act, language }: ActView): { readonly hint?: string } {
  const { statedHints } = catalogue(language).casePage;
  if (act === 'recordCall') return { hint: statedHints.call };
  return act === 'respond' || act === 'proposeResolution' ? { hint: statedHints.answer } : {};
}

/** For everybody, for one's own side alone, or for another. */
function audiences({ language }: ActView): readonly Option[] {
  const words = catalogue(language).casePage.audiences;
  return (['all', 'customer', 'contractor', 'oversight'] as const).map((value) => ({
    value,
    label: words[value],
  }));
}

/** What a field lets its reader choose from, in words. */
function choicesOf({ sheet, language }: ActView, { choices }: Offer, field: FieldName): readonly Option[] {
  const words = catalogue(language).casePage;
  const { open, faces } = sheet;
  const { tracks, seats } = open.revision;
  const asThey = (value: string): Option => ({ value, label: value });
  switch (field) {
    case 'reason':
      return (choices.reasons ?? []).map(asThey);
    case 'pauseReason':
      return (choices.pauseReasons ?? []).map(asThey);
    case 'closeReason':
      return (choices.closeReasons ?? []).map((value) => ({
        value,
        label: words.closeReasons[value] ?? value,
      }));
    case 'track':
      return (choices.tracks ?? []).map((value) => ({ value, label: tracks[value]?.title ?? value }));
    case 'rung':
      return rungNumbers(
        sheet.levels.filter(({ level }) => choices.levels?.includes(level)),
        language,
        open.revision,
      );
    case 'to':
      return (choices.contacts ?? []).map((value) => {
        const face = faces.seats.get(value) ?? faces.people.get(value);
        const title = seats[value]?.title ?? face?.title;
        return { value, label: [face?.name, title].filter((part) => part).join(', ') || value };
      });
    case 'upheld':
      return [
        { value: 'yes', label: words.upheld.yes },
        { value: 'no', label: words.upheld.no },
      ];
    case 'outcome':
      return ['reached' as const, ...CALL_FAILURES].map((value) => ({ value, label: words.outcomes[value] }));
    default:
      return [];
  }
}
