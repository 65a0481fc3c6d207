import type { FastifyInstance } from 'fastify';
import { readinessPath } from '../../../app/attestation/attestation-paths.ts';
import { READINESS_RIGHTS } from '../../../app/authorise.ts';
import { setRulesOf, type WhomAsked, whomAnswer } from '../../../app/views/reach/whom-view.ts';
import { formatInstant } from '../../../core/instant.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { whomPage } from '../../../portal/reach/whom-page.tsx';
import { momentAsked } from '../moment-asked.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** Whom Ladder would try of a level that is reached at an instant: a page and JSON. */
export function whomRoutes(server: FastifyInstance, parts: PageParts): void {
  const roles = READINESS_RIGHTS.whole;
  const path = '/contracts/:contract/readiness/whom';
  signedPage(server, parts, { method: 'GET', path, roles }, (visit) => answer(visit, 'page'));
  signedPage(server, parts, { method: 'GET', path: `${path}.json`, roles }, (visit) => answer(visit, 'json'));
}

async function answer(visit: SignedVisit, as: 'page' | 'json'): Promise<PageAnswer> {
  const { parts, visitor, query, frame, language } = visit;
  const { contract, personId } = visitor.caller;
  const { reading } = parts;
  const [listed] = await reading.contracts(contract);
  const rules = listed?.published === undefined ? undefined : await reading.rules(contract, listed.published);
  if (!listed || !rules) return 'missing';
  const customers = await reading.customers(contract);
  const now = await reading.now();
  const moment = momentAsked(query, 'at', listed.timeZone);
  const typed = {
    level: query.text('level'),
    urgency: query.text('urgency'),
    customer: query.text('customer'),
  };
  const level = rules.levels.find(({ number }) => String(number) === (typed.level || '1'));
  const urgency = (['high', 'normal'] as const).find((one) => one === (typed.urgency || 'high'));
  const customer = customers.find(({ customerId }) => customerId === typed.customer);
  const words = catalogue(language).reach;
  const problems = [
    ...(level ? [] : [{ name: 'level', value: typed.level }]),
    ...(urgency ? [] : [{ name: 'urgency', value: typed.urgency }]),
    ...(customer || typed.customer === '' ? [] : [{ name: 'customer', value: typed.customer }]),
    ...(moment.is === 'problem' ? [{ name: 'at', value: moment.value }] : []),
  ].map(({ name, value }) => ({
    name,
    refusal: name === 'at' ? words.whom.noInstant({ value }) : words.problems.unknown({ value }),
  }));
  const asked: WhomAsked | undefined =
    level && urgency && problems.length === 0
      ? { level: level.number, urgency, at: moment.is === 'instant' ? moment.at : now, customer }
      : undefined;
  const contracts = parts.contractsFor({ kind: 'person', personId });
  const found =
    asked &&
    (await whomAnswer(
      { reading, contracts, contract, rules, carriers: parts.links.letters.carriers },
      asked,
    ));
  if (as === 'json') {
    const body = asked && found ? json(contract, asked, found) : { problems };
    const type = 'application/json; charset=utf-8';
    return { body: `${JSON.stringify(body, undefined, 2)}\n`, type };
  }
  const set = await setRulesOf(contracts, contract);
  const path = `${readinessPath(contract)}/whom`;
  const html = whomPage({
    ...{ frame, path, timeZone: listed.timeZone, contractTitle: listed.title, levels: rules.levels },
    ...{ customers, asked, found, set, problems, readinessPath: readinessPath(contract) },
    moment: moment.typed,
    typed,
    jsonPath: asked && `${path}.json?${jsonQuery(asked)}`,
  });
  return { html, status: problems.length > 0 ? 422 : 200 };
}

const jsonQuery = ({ level, urgency, at, customer }: WhomAsked): string =>
  new URLSearchParams({
    ...{ level: String(level), urgency, at: formatInstant(at) },
    ...(customer && { customer: customer.customerId }),
  }).toString();

const json = (
  contract: string,
  { level, urgency, at, customer }: WhomAsked,
  { tries, people }: Awaited<ReturnType<typeof whomAnswer>>,
) => ({
  ...{ contract, level, urgency, at: formatInstant(at), customer: customer?.customerId ?? null },
  tries: tries.map((one) => ({
    at: formatInstant(one.at),
    ...{ person: one.personId, name: one.name, means: one.means },
  })),
  people: people.map(({ personId, name, number, rule, round }) => ({
    ...{ person: personId, name, ownRule: number ?? null, rule },
    ...{ tries: round.tries, passedOver: round.passedOver, instead: round.instead ?? null },
  })),
});
