import type { RotaView } from '../../../app/views/rota/rota-view.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import { rotaRefusalWords } from '../../../core/message/portal/rota.ts';
import type { LiveAsk, LiveRefusal, LiveRefusalCode } from '../../../core/rota/live/live-command.ts';
import { OVERRIDE_KINDS } from '../../../core/rota/rota.ts';
import { type OverrideTyped, overridePage } from '../../../portal/rota/override-page.tsx';
import { momentAsked } from '../moment-asked.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { giveAsk, rotaFrame } from './rota-visit.ts';

/** The form by which the program manager sets an override; nobody else is told that there is one. */
export async function askOverride(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  if (!view.manages || view.rotas.length === 0) return 'missing';
  const { typed } = typedIn(visit, view);
  return { html: overridePage({ frame: rotaFrame(visit), view, typed, errors: [] }) };
}

/** Sets an override, or shows the form again with what is wrong. */
export async function setOverride(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  if (!view.manages || view.rotas.length === 0) return 'missing';
  const { typed, ask } = typedIn(visit, view);
  const refused = (refusal: LiveRefusal, name?: string): PageAnswer => {
    const errors = [{ name: name ?? FIELDS[refusal.code] ?? 'people', error: said(refusal, visit.language) }];
    return { status: 422, html: overridePage({ frame: rotaFrame(visit), view, typed, errors }) };
  };
  if ('refusal' in ask) return refused(ask.refusal, ask.name);
  const answer = await giveAsk(visit, ask.ask, 'override');
  return typeof answer === 'object' && 'refusal' in answer ? refused(answer.refusal) : answer;
}

/** The field that each no is about. */
const FIELDS: Readonly<Partial<Record<LiveRefusalCode, string>>> = {
  'rota-not-found': 'rota',
  'rota-times-turned': 'until',
  'rota-times-past': 'until',
  'rota-times-far': 'until',
  'rota-times-long': 'until',
};

export function said(refusal: LiveRefusal, language: Language): string {
  const { message, advice } = rotaRefusalWords(catalogue(language).rota, refusal);
  return `${message} ${advice}`;
}

type Asked = { readonly ask: LiveAsk } | { readonly refusal: LiveRefusal; readonly name: string };

function typedIn(
  { form, query }: SignedVisit,
  view: RotaView,
): { readonly typed: OverrideTyped; readonly ask: Asked } {
  const [from, until] = (['from', 'until'] as const).map((name) => momentAsked(form, name, view.timeZone));
  const kind = OVERRIDE_KINDS.find((one) => one === form.text('kind'));
  const rota = view.rotas.find(({ id }) => id === (form.text('rota') || query.text('rota')))?.id;
  // A seat that is not offered is nobody's to choose.
  const known = (id: string): boolean => view.people.includes(id);
  const people = form.all('people').filter(known);
  const who = known(form.text('who')) ? form.text('who') : '';
  const only = view.rotas.length === 1 ? view.rotas[0]?.id : undefined;
  const typed = {
    ...{ rota: rota ?? only ?? '', kind: kind ?? 'replace', who, people },
    from: from?.typed ?? NOTHING,
    until: until?.typed ?? NOTHING,
  };
  const missing = (name: string): Asked => ({ name, refusal: { code: 'rota-times-missing', values: {} } });
  if (rota === undefined) {
    return { typed, ask: { name: 'rota', refusal: { code: 'rota-not-found', values: { rota: '' } } } };
  }
  const nobody = { code: 'rota-people-missing', values: {} } as const;
  if (kind === undefined) return { typed, ask: { name: 'kind', refusal: nobody } };
  if (kind === 'replace' && who === '') return { typed, ask: { name: 'who', refusal: nobody } };
  if (from?.is !== 'instant') return { typed, ask: missing('from') };
  if (until?.is !== 'instant') return { typed, ask: missing('until') };
  const replaced = kind === 'replace' ? { who } : {};
  const ask = {
    type: 'setOverride',
    rota,
    kind,
    ...replaced,
    people,
    from: from.at,
    until: until.at,
  } as const;
  return { typed, ask: { ask } };
}

const NOTHING = { date: '', time: '' };
