import type { FastifyInstance } from 'fastify';
import { SEES_ROTAS } from '../../../app/authorise.ts';
import { coverageAhead } from '../../../app/rota/coverage-ahead.ts';
import { dutyDays, ROTA_LOOKS, shownDates, turnedDates } from '../../../app/views/rota/duty-view.ts';
import { type RotaView, rotaView } from '../../../app/views/rota/rota-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { dateOf } from '../../../core/message/on-clocks.ts';
import { rotaRefusalWords } from '../../../core/message/portal/rota.ts';
import type { LiveRefusalCode } from '../../../core/rota/live/live-command.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { COVERAGE_DAYS, coveragePage } from '../../../portal/rota/coverage-page.tsx';
import type { ShownPlan } from '../../../portal/rota/duty-plan.tsx';
import { ownRotas, rotaPage } from '../../../portal/rota/rota-page.tsx';
import { refusalOf } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { rotaPath } from '../places.ts';
import type { PageAnswer, PageRoute, SignedVisit } from '../visit.ts';
import { dutyFeedRoute } from './duty-feed-route.ts';
import { endFeed, makeFeed, showFeeds } from './duty-feeds-form.ts';
import { askOverride, setOverride } from './override-form.ts';
import { contractsOf, giveAsk, rotaFrame } from './rota-visit.ts';
import { askSwap, showSwap } from './swap-form.ts';
import { swapLinkRoutes } from './swap-link-routes.ts';
import { endTimeOff, giveTimeOff, showTimeOff } from './time-off-form.ts';

/** Who is on duty, and what may be changed about it. */
export function rotaRoutes(server: FastifyInstance, parts: PageParts): void {
  const at = (
    method: PageRoute['method'],
    path: string,
    answer: (visit: SignedVisit, view: RotaView) => Promise<PageAnswer>,
    secretFields: readonly string[] = [],
  ) => {
    const route = { method, path: `/contracts/:contract/rota${path}`, roles: SEES_ROTAS, secretFields };
    signedPage(server, parts, route, async (visit) => {
      const view = await rotaView(visit.parts.reading, contractsOf(visit), visit.visitor.caller);
      return view ? answer(visit, view) : 'missing';
    });
  };
  at('GET', '', show);
  at('GET', '/coverage', showCoverage);
  at('GET', '/override', askOverride);
  at('POST', '/override', setOverride);
  at('POST', '/mails', chooseMails);
  at('GET', '/swap', showSwap);
  at('POST', '/swap', askSwap);
  at('POST', '/changes/:entry', change);
  at('GET', '/calendars', showFeeds);
  at('POST', '/calendars', makeFeed);
  at('POST', '/calendars/:feed/end', endFeed);
  at('GET', '/time-off', showTimeOff);
  at('POST', '/time-off', giveTimeOff, ['url']);
  at('POST', '/time-off/:feed/end', endTimeOff);
  dutyFeedRoute(server, parts);
  swapLinkRoutes(server, parts);
}

async function show(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  const { contract, personId } = visit.visitor.caller;
  const { isStopped } = await contractsOf(visit).transaction((tx) => tx.dutyMailChoice(contract, personId));
  const mails = isStopped ? 'stopped' : 'sent';
  return { html: rotaPage({ frame: rotaFrame(visit), view, shown: shownPlan(visit, view), mails }) };
}

/** Whether the reader is told of their own duty by mail; whoever has none chooses nothing. */
async function chooseMails(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  const { visitor, form, frame, language } = visit;
  if (ownRotas(view).length === 0) return 'missing';
  const chosen = (['sent', 'stopped'] as const).find((one) => one === form.text('mails'));
  if (!chosen) return { status: 422, html: wordPage(frame, refusalOf('page-form-malformed', {}, language)) };
  const { contract, personId } = visitor.caller;
  await contractsOf(visit).transaction(async (tx) =>
    tx.stopDutyMails(contract, personId, chosen === 'stopped' ? await tx.now() : undefined),
  );
  return { seeOther: `${rotaPath(contract)}?mails=${chosen}` };
}

/** The week or month of the rota that is asked for; the reader's own, or else the first, where none is. */
function shownPlan({ query }: SignedVisit, view: RotaView): ShownPlan | undefined {
  const asked = view.rotas.find(({ id }) => id === query.text('rota'));
  const rota = asked ?? ownRotas(view)[0]?.rota ?? view.rotas[0];
  if (!rota) return undefined;
  const look = ROTA_LOOKS.find((one) => one === query.text('view')) ?? 'week';
  const around = dateAsked(query.text('on')) ?? dateOf(view.now, view.timeZone);
  const days = dutyDays(rota.rules, shownDates(look, around), view.timeZone);
  return { rota, look, around, days, ...turnedDates(look, around) };
}

/** Rotas are looked at within the years that a page may name. */
const DATE = /^20\d{2}-\d{2}-\d{2}$/;

function dateAsked(text: string): string | undefined {
  if (!DATE.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

async function showCoverage(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  const { parts, query, visitor } = visit;
  const days = COVERAGE_DAYS.find((one) => String(one) === query.text('days')) ?? COVERAGE_DAYS[0];
  const { written, rules, now } = view;
  const frame = rotaFrame(visit);
  if (!written || !rules)
    return { html: coveragePage({ frame, view, days, until: now, levels: rules ? undefined : [] }) };
  const people = await parts.reading.standing(visitor.caller.contract, Object.keys(written.contacts ?? {}));
  const { until, levels } = coverageAhead({ plan: written, rules, people, now, days, isByConfirmed: true });
  return { html: coveragePage({ frame, view, days, until, levels }) };
}

const ACTS = {
  accept: { type: 'acceptSwap', done: 'accepted' },
  decline: { type: 'declineSwap', done: 'declined' },
  withdraw: { type: 'withdraw', done: 'withdrawn' },
} as const;

/** Those that are about who asks, and not about where the change stands. */
const NOT_THEIRS: ReadonlySet<LiveRefusalCode> = new Set(['rota-not-allowed', 'rota-swap-others']);

async function change(visit: SignedVisit): Promise<PageAnswer> {
  const { params, form, language, frame } = visit;
  const name = (['accept', 'decline', 'withdraw'] as const).find((one) => one === form.text('act'));
  const entry = /^\d{1,9}$/.test(params.entry ?? '') ? Number(params.entry) : undefined;
  if (entry === undefined) return 'missing';
  if (!name) return { status: 422, html: wordPage(frame, refusalOf('page-form-malformed', {}, language)) };
  const { type, done } = ACTS[name];
  const answer = await giveAsk(visit, { type, entry }, done);
  if (typeof answer !== 'object' || !('refusal' in answer)) return answer;
  const { refusal } = answer;
  const status = NOT_THEIRS.has(refusal.code) ? 403 : 409;
  return { status, html: wordPage(frame, rotaRefusalWords(catalogue(language).rota, refusal)) };
}
