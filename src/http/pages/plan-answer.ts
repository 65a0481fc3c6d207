import { readinessPath } from '../../app/attestation/attestation-paths.ts';
import { RIGHTS, seesReadiness } from '../../app/authorise.ts';
import { openingAddresses } from '../../app/opening-address.ts';
import { openingForecast, type PlanView, planView } from '../../app/views/plan/plan-view.ts';
import { isMonth } from '../../core/calendar/month.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PlanPageView } from '../../portal/plan/plan-page.tsx';
import type { Paper } from '../../render/paper/paper.ts';
import { planPaper } from '../../render/publication/plan-paper.ts';
import type { PlanParts } from '../../render/publication/published-plan.ts';
import { momentAsked } from './moment-asked.ts';
import { START_ROLES } from './places.ts';
import type { Visit } from './visit.ts';

const MINUTE_MS = 60_000;

/** The plan that a visit is about, as its reader may see it. */
export const seenPlan = ({ parts, params, visitor }: Visit): Promise<PlanView | undefined> =>
  planView(parts, params.contract ?? '', visitor?.caller);

/** The minute that has begun: what is shown as "now", so that a page is the same for as long. */
export const minuteOf = (at: Instant): Instant => asInstant(Math.floor(at / MINUTE_MS) * MINUTE_MS);

/** What papers of the plan are made of: as of the minute that has begun, and with the address that they name. */
export const planParts = ({ parts }: Visit, plan: PlanView): PlanParts => ({
  plan: { ...plan, now: minuteOf(plan.now) },
  address: `${parts.baseUrl()}/plans/${encodeURIComponent(plan.contract.contract)}`,
});

/** What a page of the plan shows of what was asked for in its address. */
export function planPageView(visit: Visit, plan: PlanView, told: PlanPageView['told']): PlanPageView {
  const { frame, language, query } = visit;
  const { calendars } = catalogue(language).planPage;
  const { now, rules } = plan;
  const month = query.text('month');
  const isShown = isMonth(month);
  return {
    ...frame,
    plan: { ...plan, now: minuteOf(now) },
    paper: paperFor(visit, plan),
    month: isShown ? month : monthAt(now, rules.timeZone),
    start: startFor(visit),
    told,
    byMail: addressesFor(visit, plan),
    monthProblem:
      month === '' || isShown ? undefined : calendars.monthNotUnderstood({ value: shortened(month) }),
    forecast: {
      ...forecastAsked(visit, plan),
      month: isShown ? month : undefined,
      whomPath: whomFor(visit),
    },
  };
}

/** The paper as its reader sees it on a page: with the zone that they have asked for. */
function paperFor(visit: Visit, plan: PlanView): Paper {
  const { frame, language } = visit;
  const parts = planParts(visit, plan);
  return planPaper({ ...parts, plan: { ...parts.plan, readerZone: frame.readerZone } }, language);
}

/** Those who open cases are led there; who is nobody yet is led to sign in first. */
function startFor({ visitor, session, params }: Visit): PlanPageView['start'] {
  const path = `/contracts/${encodeURIComponent(params.contract ?? '')}/start`;
  if (!visitor) return session ? undefined : { is: 'signIn', path };
  const { grants } = visitor.caller;
  return grants.some(({ role }) => START_ROLES.includes(role)) ? { is: 'open', path } : undefined;
}

/** Those who may see whom Ladder could reach are led there. */
const whomFor = ({ visitor }: Visit): string | undefined =>
  visitor && seesReadiness(visitor.caller) === 'whole'
    ? `${readinessPath(visitor.caller.contract)}/whom`
    : undefined;

/** The addresses that open a case as well, for the customer's own people, where mail comes in. */
function addressesFor({ parts, visitor }: Visit, { rules, contract }: PlanView): PlanPageView['byMail'] {
  const { openingDomain: mailDomain, mailPlus } = parts;
  const isCustomer = visitor?.caller.grants.some(({ role }) => RIGHTS[role].party === 'customer') ?? false;
  return mailDomain !== undefined && isCustomer
    ? openingAddresses(rules, { contract: contract.contract, mailDomain, mailPlus })
    : [];
}

/** A part of what was typed is enough to know it again. */
const shortened = (text: string): string => text.slice(0, TYPED_MAX);
const TYPED_MAX = 40;

const monthAt = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toString().slice(0, 7);

/** A case opened on the track and at the time that were asked for: on the first track and now, where they were not. */
export function forecastAsked(
  { language, query, frame }: Visit,
  plan: PlanView,
): Omit<PlanPageView['forecast'], 'month' | 'whomPath'> {
  const { timeZone, tracks } = plan.rules;
  const words = catalogue(language).planPage.forecast;
  const asked = momentAsked(query, 'at', timeZone);
  const track = shortened(query.text('track')) || (Object.keys(tracks)[0] ?? '');
  const shared = { readerZone: frame.readerZone, track, typed: asked.typed };
  if (asked.is === 'problem') {
    const problem = words.notUnderstood({ value: asked.value });
    return { ...shared, found: undefined, reading: undefined, problem };
  }
  const at = asked.is === 'none' ? minuteOf(plan.now) : asked.at;
  const { forecast: found, refusal } = openingForecast(plan, { track, at });
  const reading = asked.is === 'instant' && asked.reading !== 'once' ? { is: asked.reading, at } : undefined;
  return { ...shared, found, reading, problem: refusal && refusalWords(refusal, language) };
}

function refusalWords(
  { code, values }: NonNullable<ReturnType<typeof openingForecast>['refusal']>,
  language: Language,
): RefusalWords {
  const say = catalogue(language).forecast.refusals[code] as (values: object) => RefusalWords;
  return say(values);
}
