import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { deadlineOut, eventOut } from '../../app/schemas/case-replies.ts';
import { contactsOut, deliveryOut, forecastOut, listOf, pageOf } from '../../app/schemas/replies.ts';
import { id, instant, queryBoolean, queryNumber } from '../../app/schemas/values.ts';
import { caseForecast } from '../../app/views/case-forecast.ts';
import { openPart } from '../../app/views/case-view.ts';
import { contactsView } from '../../app/views/contacts-view.ts';
import { deadlinesView } from '../../app/views/deadlines-view.ts';
import { forecastView } from '../../app/views/forecast-view.ts';
import { jsonValues } from '../../app/views/json-values.ts';
import { forecastTries } from '../../app/views/reach/forecast-tries.ts';
import { isInside } from '../../app/views/sight.ts';
import { forecast, type SupposedAnswer } from '../../core/case/play/forecast.ts';
import { formatInstant, parseInstant } from '../../core/instant.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { viewsFor } from '../answered.ts';
import { API_LANGUAGE } from '../api-language.ts';
import { caseParams, contractParams, operation } from '../operation.ts';
import type { HttpParts } from '../parts.ts';
import { forecastProblem, problem } from '../problem.ts';
import { seenCase } from './cases.ts';

const CASE = '/contracts/:contract/cases/:caseId';
const DELIVERIES_MAX = 1000;
const EVENTS_MAX = 200;

/** What is asked about one case. */
export function caseReadRoutes(server: FastifyInstance, parts: HttpParts): void {
  const { reading } = parts;
  eventsRoute(server, parts);
  operation(
    server,
    parts,
    {
      id: 'listDeadlines',
      method: 'GET',
      path: `${CASE}/deadlines`,
      tag: 'cases',
      params: caseParams,
      replies: { 200: listOf(deadlineOut) },
    },
    async ({ caller, params }) => {
      const { state } = await seenCase(parts, caller, params);
      return { items: deadlinesView(state, API_LANGUAGE) };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'listContacts',
      method: 'GET',
      path: `${CASE}/contacts`,
      tag: 'cases',
      params: caseParams,
      replies: { 200: listOf(contactsOut) },
    },
    async ({ caller, params }) => {
      const { state } = await seenCase(parts, caller, params);
      const { revision, directory } = openPart(state);
      const { contract } = caller;
      return {
        items: await contactsView(reading, { contract, revision, directory, isInside: isInside(caller) }),
      };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'listDeliveries',
      method: 'GET',
      path: `${CASE}/deliveries`,
      tag: 'cases',
      params: caseParams,
      replies: { 200: listOf(deliveryOut) },
    },
    async ({ caller, params }) => {
      const { key } = await seenCase(parts, caller, params);
      const found = await reading.deliveries(key, DELIVERIES_MAX);
      const never = { settledAt: null, handedOverAt: null, deliveredAt: null, answeredAt: null };
      const empty = { level: null, reason: null, ...never };
      return { items: found.map((one) => ({ ...empty, ...(jsonValues(one) as object) })) };
    },
  );
  forecastRoutes(server, parts);
}

function eventsRoute(server: FastifyInstance, parts: HttpParts): void {
  const query = z.strictObject({
    after: queryNumber(0, 1_000_000_000).optional(),
    limit: queryNumber(1, EVENTS_MAX).optional(),
  });
  const replies = { 200: pageOf(eventOut, z.int()) };
  operation(
    server,
    parts,
    {
      id: 'listEvents',
      method: 'GET',
      path: `${CASE}/events`,
      tag: 'cases',
      params: caseParams,
      query,
      replies,
    },
    async ({ caller, params, query: { after = 0, limit = EVENTS_MAX } }) => {
      const { key, state } = await seenCase(parts, caller, params);
      const kept = await parts.reading.events(key, after, limit + 1);
      const shown = kept.slice(0, limit);
      const next = kept.length > limit ? (shown.at(-1)?.number ?? null) : null;
      return { items: viewsFor(caller, shown, openPart(state).revision), next };
    },
  );
}

const ANSWER = /^(\d{1,2})@(.+)$/;
const ANSWERS_MAX = 50;

const forecastQuery = z.strictObject({
  track: id.meta({ examples: ['service-impacting'] }),
  opened: instant.meta({ examples: ['2026-11-17T09:00:00-08:00'] }),
  /** Supposed answers, as `level@instant`, parted by commas. */
  answered: z
    .string()
    .max(2500)
    .refine((text) => answersOf(text) !== undefined, { error: 'answer' })
    .optional(),
  automatic: queryBoolean.optional(),
  revision: queryNumber(1, 1_000_000).optional(),
});

function answersOf(text: string): readonly SupposedAnswer[] | undefined {
  const answers = text.split(',').map((one) => {
    const [, level, written = ''] = ANSWER.exec(one.trim()) ?? [];
    const at = parseInstant(written);
    return level === undefined || at === undefined ? undefined : { level: Number(level), at };
  });
  const known = answers.filter((one) => one !== undefined);
  return known.length < answers.length || known.length > ANSWERS_MAX ? undefined : known;
}

function forecastRoutes(server: FastifyInstance, parts: HttpParts): void {
  operation(
    server,
    parts,
    {
      id: 'forecast',
      method: 'GET',
      path: '/contracts/:contract/forecasts',
      tag: 'contracts',
      params: contractParams,
      query: forecastQuery,
      replies: { 200: forecastOut },
    },
    async ({ caller, params: { contract }, query }) => {
      const { track, opened, answered = '', automatic } = query;
      const rules = await forecastRules(parts, contract, query.revision);
      const openedAt = parseInstant(opened)!;
      const answers = answered === '' ? [] : (answersOf(answered) ?? []);
      const course = { track, openedAt, answered: answers, ...(automatic === 'true' && { automatic: true }) };
      const { forecast: found, refusal } = forecast(rules, course);
      if (!found) throw forecastProblem(refusal);
      const tries = await forecastTries(whomParts(parts, contract, rules), caller, {
        ...found,
        directory: {},
      });
      return { ...forecastView(rules, found, API_LANGUAGE, tries), openedAt: formatInstant(openedAt) };
    },
  );
  operation(
    server,
    parts,
    {
      id: 'forecastCase',
      method: 'GET',
      path: `${CASE}/forecast`,
      tag: 'cases',
      params: caseParams,
      replies: { 200: forecastOut },
    },
    async ({ caller, params }) => {
      const { key, state } = await seenCase(parts, caller, params);
      const now = await parts.reading.now();
      const { revision, track, directory } = openPart(state);
      const nothing = { track, dueAlready: [], rows: [], unreached: [] };
      const found = state.status === 'open' ? caseForecast(state, now) : nothing;
      const dueAlready = found.dueAlready.map(({ level, actor, dueAt }) => {
        return { level, actor, dueAt: formatInstant(dueAt) };
      });
      const tries = await forecastTries(whomParts(parts, key.contract, revision), caller, {
        ...found,
        directory,
      });
      return { ...forecastView(revision, found, API_LANGUAGE, tries), from: formatInstant(now), dueAlready };
    },
  );
}

const whomParts = ({ reading, contractsFor, carriers }: HttpParts, contract: string, rules: Revision) => ({
  ...{ reading, contract, rules, carriers, contracts: contractsFor({ kind: 'terminal' }) },
});

/** Without a number the rules are those on which a case would open now. */
async function forecastRules(
  { reading, isDemonstration }: HttpParts,
  contract: string,
  number: number | undefined,
): Promise<Revision> {
  const known = await reading.revisions(contract);
  const isOpen = (state: string): boolean =>
    state === 'published' || (number !== undefined && state === 'superseded') || isDemonstration;
  const wanted = known.filter((one) => isOpen(one.state) && (number === undefined || one.number === number));
  const found = wanted.find(({ state }) => state === 'published') ?? wanted[0];
  const rules = found && (await reading.rules(contract, found.number));
  if (rules) return rules;
  throw number === undefined
    ? problem('revision-not-published', { contract })
    : problem('revision-not-found', { revision: number });
}
