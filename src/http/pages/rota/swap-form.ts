import { dutiesAhead, horizon } from '../../../app/views/rota/duty-view.ts';
import type { RotaView } from '../../../app/views/rota/rota-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { ownRotas } from '../../../portal/rota/rota-page.tsx';
import { type OfferedDuty, swapPage } from '../../../portal/rota/swap-page.tsx';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { said } from './override-form.ts';
import { giveAsk, rotaFrame } from './rota-visit.ts';

/** More than these are further ahead than anybody plans a swap. */
const DUTIES_MAX = 100;

/** The form by which somebody asks a colleague to swap; whoever has no turn is told that there is none. */
export async function showSwap(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  return ownRotas(view).length === 0 ? 'missing' : { html: formOf(visit, view, []) };
}

/** Asks for a swap, or shows the form again with what is wrong. */
export async function askSwap(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  if (ownRotas(view).length === 0) return 'missing';
  const { form, language } = visit;
  const { own, others } = offered(view);
  const first = own.find(({ name }) => name === form.text('own'));
  const second = others.find(({ name }) => name === form.text('other'));
  const refused = (name: string, error: string): PageAnswer => ({
    status: 422,
    html: formOf(visit, view, [{ name, error }]),
  });
  if (!first || !second) return refused(first ? 'other' : 'own', catalogue(language).rota.swap.missing);
  if (first.rota !== second.rota) {
    return refused(
      'other',
      said({ code: 'rota-swap-idle', values: { person: view.nameOf(second.who) } }, language),
    );
  }
  const answer = await giveAsk(visit, { type: 'askSwap', rota: first.rota, first, second }, 'asked');
  if (typeof answer !== 'object' || !('refusal' in answer)) return answer;
  return refused('other', said(answer.refusal, language));
}

function formOf(
  visit: SignedVisit,
  view: RotaView,
  errors: readonly { readonly name: string; readonly error: string }[],
): string {
  const { form } = visit;
  const typed = { own: form.text('own'), other: form.text('other') };
  return swapPage({ frame: rotaFrame(visit), view, ...offered(view), typed, errors });
}

/**
 * Whole duties ahead that have not begun, and whose end is seen: the reader's own, also those in their time off, and those
 * of everybody else in the same rotas.
 */
function offered(view: RotaView): {
  readonly own: readonly OfferedDuty[];
  readonly others: readonly OfferedDuty[];
} {
  const rotas = [...new Set(ownRotas(view).map(({ rota }) => rota))];
  const isOwn = (who: string): boolean => view.seats.includes(who);
  const all = rotas.flatMap(({ id: rota, rules }) =>
    [
      ...dutiesAhead({ ...rules, timeOff: rules.timeOff.filter(({ who }) => !isOwn(who)) }, view.now).filter(
        ({ id }) => isOwn(id),
      ),
      ...dutiesAhead(rules, view.now).filter(({ id }) => !isOwn(id)),
    ]
      .filter(({ from, until }) => from > view.now && until < horizon(view.now))
      .map(
        ({ id: who, from, until }): OfferedDuty => ({
          ...{ name: `${rota}/${who}/${from}`, rota, who, from, until },
        }),
      ),
  );
  return {
    own: all.filter(({ who }) => isOwn(who)).slice(0, DUTIES_MAX),
    others: all.filter(({ who }) => !isOwn(who)).slice(0, DUTIES_MAX),
  };
}
